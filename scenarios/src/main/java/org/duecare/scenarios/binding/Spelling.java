package org.duecare.scenarios.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of closed choices: {@code TAKE_UP} is written takeUp; legal terms of art keep their hyphen. */
public final class Spelling {
    private static final Set<String> HYPHENATED = Set.of("BUT_FOR", "OPERATION_YEAR", "KEYED_HASH");

    private Spelling() {}

    /** The word for a constant. */
    public static String word(Enum<?> constant) {
        String lower = constant.name().toLowerCase(Locale.ROOT);
        if (HYPHENATED.contains(constant.name())) {
            return lower.replace('_', '-');
        }
        StringBuilder word = new StringBuilder();
        for (String part : lower.split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    /** All words of a choice, in order. */
    public static List<String> words(Class<?> choice) {
        return Arrays.stream(choice.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }
}
