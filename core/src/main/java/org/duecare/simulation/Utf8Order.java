package org.duecare.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of identifiers in results: by their UTF-8 bytes, unsigned; the same in every locale. */
final class Utf8Order {
    /** Compares identifiers. */
    static final Comparator<String> COMPARATOR =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private Utf8Order() {}
}
