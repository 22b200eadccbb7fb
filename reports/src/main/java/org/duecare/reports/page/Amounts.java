package org.duecare.reports.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.duecare.statistics.ConfidenceInterval;

/** Numbers as people read them: three significant digits, the range in the unit of the estimate. */
public final class Amounts {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final String[] UNITS = {"", " k", " m", " bn", " tn"};
    private static final String MINUS = "\u2212";

    private Amounts() {}

    /** For example {@code EUR 1.23 bn}. */
    public static String money(double amount, String currency) {
        if (!Double.isFinite(amount)) {
            return "not finite";
        }
        Scaled scaled = Scaled.of(amount);
        return currency + " " + scaled.digits(amount) + scaled.unit();
    }

    /** For axes: without currency and without zeros at the end, for example {@code 10 m}. */
    static String tick(double amount) {
        Scaled scaled = Scaled.of(amount);
        return plain(amount / Math.pow(1000, scaled.power())) + scaled.unit();
    }

    /** As {@link #money(double, String)}, with its sign. */
    static String change(double amount, String currency) {
        return currency + " " + (amount > 0 ? "+" : "") + money(amount, "").strip();
    }

    /** For example {@code EUR 1.23 bn (1.10 to 1.37)}; the reason where there is no number. */
    public static String money(ConfidenceInterval interval, String currency) {
        return ranged(interval, money(interval.estimate(), currency));
    }

    /** A difference with its range, signed. */
    static String change(ConfidenceInterval interval, String currency) {
        return ranged(interval, change(interval.estimate(), currency));
    }

    private static String ranged(ConfidenceInterval interval, String estimate) {
        if (!Double.isFinite(interval.estimate())) {
            return "no number: " + reason(interval);
        }
        if (interval.estimate() == 0 && interval.low() == 0 && interval.high() == 0) {
            return estimate;
        }
        if (!Double.isFinite(interval.low()) || !Double.isFinite(interval.high())) {
            return estimate + " (no range: " + reason(interval) + ")";
        }
        Scaled scaled = Scaled.of(widest(interval));
        Scaled own = Scaled.of(interval.estimate());
        Scaled used = own.power == scaled.power || interval.estimate() != 0 ? own : scaled;
        String unit = used == own ? "" : used.unit();
        return estimate + " (" + used.digits(interval.low()) + " to " + used.digits(interval.high()) + unit + ")";
    }

    private static double widest(ConfidenceInterval interval) {
        return Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    }

    /** A count with its range, three significant digits. */
    static String count(ConfidenceInterval interval) {
        if (!Double.isFinite(interval.estimate())) {
            return "no number: " + reason(interval);
        }
        return plain(interval.estimate()) + " (" + plain(interval.low()) + " to " + plain(interval.high()) + ")";
    }

    /** A share as percent, with its range. */
    static String percent(ConfidenceInterval interval) {
        if (!Double.isFinite(interval.estimate())) {
            return "no number: " + reason(interval);
        }
        return percent(interval.estimate()) + " (" + percent(interval.low()) + " to " + percent(interval.high()) + ")";
    }

    /** A share as percent, three significant digits. */
    public static String percent(double share) {
        return Double.isFinite(share) ? plain(share * 100) + " %" : "none";
    }

    /** Three significant digits without exponent. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        return signed(rounded.signum() == 0 ? "0" : rounded.toPlainString());
    }

    private static String signed(String digits) {
        return digits.startsWith("-") ? MINUS + digits.substring(1) : digits;
    }

    private static String reason(ConfidenceInterval interval) {
        String reason = interval.reason();
        return reason == null ? "not finite" : reason;
    }

    /** A power of a thousand and the decimals that leave three significant digits. */
    private record Scaled(int power, int decimals) {
        static Scaled of(double amount) {
            double size = new BigDecimal(Math.abs(amount)).round(THREE_DIGITS).doubleValue();
            int power = 0;
            while (size >= 1000 && power < UNITS.length - 1) {
                size /= 1000;
                power++;
            }
            int decimals = size == 0 ? 0 : size < 10 ? 2 : size < 100 ? 1 : 0;
            return new Scaled(power, decimals);
        }

        String unit() {
            return UNITS[power];
        }

        String digits(double amount) {
            return signed(new BigDecimal(amount)
                    .movePointLeft(3 * power)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .toPlainString());
        }
    }
}
