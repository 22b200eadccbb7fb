package org.duecare.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** High-precision values made by the scripts in {@code src/test/reference}: sets of parameters, each with its rows. */
final class ReferenceFile {
    /** One set of parameters with its rows, each split at blanks. */
    record Parameters(String text, List<String[]> rows) {
        @Override
        public String toString() {
            return text;
        }

        /** The rows whose first word is the given one. */
        List<String[]> rows(String kind) {
            return rows.stream().filter(row -> row[0].equals(kind)).toList();
        }
    }

    private ReferenceFile() {}

    static List<Parameters> read(String name) {
        List<Parameters> sets = new ArrayList<>();
        lines(name).forEach(line -> {
            if (line.startsWith("set ")) {
                sets.add(new Parameters(line.substring(4), new ArrayList<>()));
            } else if (!line.startsWith("#")) {
                sets.get(sets.size() - 1).rows().add(line.split(" "));
            }
        });
        return sets;
    }

    static List<String> lines(String name) {
        try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
