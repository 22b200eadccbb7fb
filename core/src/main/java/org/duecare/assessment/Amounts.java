package org.duecare.assessment;

import java.util.Locale;

/** Amounts in words: three significant digits and a scale, the same in every locale. */
public final class Amounts {
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private Amounts() {}

    /** For example {@code 1.23 bn}; a dash where there is no number. */
    public static String bare(double amount) {
        return Double.isNaN(amount) ? "-" : of(amount, "").strip();
    }

    /** For example {@code EUR 1.23 bn}. */
    public static String of(double amount, String currency) {
        double size = Math.abs(amount);
        if (size >= BILLION) {
            return currency + " " + digits(amount / BILLION) + " bn";
        }
        if (size >= MILLION) {
            return currency + " " + digits(amount / MILLION) + " m";
        }
        if (size >= 10 * THOUSAND) {
            return currency + " " + digits(amount / THOUSAND) + " k";
        }
        return currency + " " + String.format(Locale.ROOT, "%.0f", amount);
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
