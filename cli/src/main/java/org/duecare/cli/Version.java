package org.duecare.cli;

import org.duecare.simulation.ResultHash;
import picocli.CommandLine.IVersionProvider;

/** Which program this is. */
final class Version implements IVersionProvider {
    /** Version of the program; "dev" when it does not run from its jar. */
    static String program() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** Commit the launcher found; empty where unknown. */
    static String commit() {
        return System.getProperty("duecare.commit", "");
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
