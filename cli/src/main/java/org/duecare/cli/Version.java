package org.duecare.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duecare.simulation.ResultHash;
import picocli.CommandLine.IVersionProvider;

/** Which program this is. */
final class Version implements IVersionProvider {
    private static final Pattern JAR = Pattern.compile("lib/(.+?)-([0-9][^/]*)\\.jar");

    /** Version of the program; "dev" when it does not run from its jar. */
    static String program() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** Commit the launcher found; empty where unknown. */
    static String commit() {
        return System.getProperty("duecare.commit", "");
    }

    /** Version by library, read from the class path that the jar names. */
    static SortedMap<String, String> libraries() {
        SortedMap<String, String> libraries = new TreeMap<>();
        try (InputStream stream = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            if (stream != null) {
                String path = new Manifest(stream).getMainAttributes().getValue("Class-Path");
                for (String jar : path == null ? new String[0] : path.split(" ")) {
                    Matcher matcher = JAR.matcher(jar);
                    if (matcher.matches()) {
                        libraries.put(matcher.group(1), matcher.group(2));
                    }
                }
            }
        } catch (IOException e) {
            libraries.put("unknown", "the manifest of the jar cannot be read");
        }
        return libraries;
    }

    /** Vendor and version of the Java runtime. */
    static String java() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"duecare " + program() + ", model " + ResultHash.MODEL_VERSION + ", Java " + java()};
    }
}
