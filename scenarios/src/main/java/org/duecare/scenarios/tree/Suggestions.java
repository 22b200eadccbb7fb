package org.duecare.scenarios.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Did you mean? The nearest of a set of words. */
public final class Suggestions {
    private Suggestions() {}

    /** The word nearest to a mistyped one, where one is near enough. */
    public static Optional<String> nearest(String typed, Collection<String> words) {
        return ranked(typed, words).stream().findFirst();
    }

    /** All words near enough, nearest first. */
    public static List<String> ranked(String typed, Collection<String> words) {
        int allowed = Math.max(1, Math.min(4, typed.length() / 3));
        return words.stream()
                .filter(word -> distance(typed, word) <= allowed)
                .sorted(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparingInt(word -> Math.abs(word.length() - typed.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Damerau-Levenshtein distance (optimal string alignment), ignoring case, hyphens and underscores: insertion, deletion,
     * substitution and exchange of neighbours cost 1 each. Cost: product of the lengths.
     */
    public static int distance(String left, String right) {
        String a = fold(left);
        String b = fold(right);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cell(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cell(String a, String b, int[][] cost, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    private static String fold(String word) {
        String cut = word.length() > 100 ? word.substring(0, 100) : word;
        return cut.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
