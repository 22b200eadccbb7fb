package org.duecare.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.SourceText;
import org.duecare.scenarios.tree.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * Where a scenario or data file is: on disk or in the shipped library.
 *
 * @param name as the user knows it
 * @param path on disk; null in the library
 */
record Source(String name, @Nullable Path path) {
    private static final long MAX_DATA_BYTES = 1L << 31;

    /** A file on disk or {@code library:NAME}, as typed. */
    static Source of(String reference) {
        if (reference.startsWith(Library.PREFIX)) {
            return new Source(reference, null);
        }
        try {
            return new Source(reference, Path.of(reference));
        } catch (InvalidPathException e) {
            throw new ScenarioException(
                    Problem.file(Problem.shown(reference), "'" + Problem.shown(reference) + "' is no file name", ""));
        }
    }

    /** A file named in this one: relative to it, or {@code library:NAME}. */
    Source relative(String reference) {
        if (reference.startsWith(Library.PREFIX)) {
            return of(reference);
        }
        Path own = path;
        if (own == null) {
            return new Source(Library.PREFIX + reference, null);
        }
        Source target = of(reference);
        Path named = Objects.requireNonNull(target.path);
        Path resolved = own.resolveSibling(named).normalize();
        return new Source(resolved.toString(), resolved);
    }

    boolean isJson() {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** What identifies the file, however it was named. */
    String identity() {
        return path == null ? name : path.toAbsolutePath().normalize().toString();
    }

    /** The bytes; larger than the limit only by what the message needs. */
    byte[] bytes(long limit) {
        Path file = path;
        try {
            if (file == null) {
                return Library.bytes(name);
            }
            requireFile(file);
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limit + 1));
            }
        } catch (AccessDeniedException e) {
            throw refused("cannot be read: no permission", "");
        } catch (IOException e) {
            throw refused("cannot be read: " + Problem.shown(String.valueOf(e.getMessage())), "");
        }
    }

    byte[] scenarioBytes() {
        return bytes(SourceText.MAX_BYTES);
    }

    byte[] dataBytes() {
        return bytes(MAX_DATA_BYTES);
    }

    private void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw refused("is a folder, not a file", "Name the scenario file in it");
        }
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw refused("is a link to a file that does not exist", "");
        }
        if (!Files.exists(file)) {
            throw refused("does not exist", nearName(file));
        }
        if (!Files.isReadable(file)) {
            throw refused("cannot be read: no permission", "");
        }
    }

    private static String nearName(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "The folder does not exist either";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.limit(2000)
                    .map(Path::getFileName)
                    .map(String::valueOf)
                    .toList();
            return Suggestions.nearest(String.valueOf(file.getFileName()), names)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private ScenarioException refused(String message, String advice) {
        return new ScenarioException(Problem.file(name, Problem.shown(name) + " " + message, advice));
    }
}
