package org.duecare.scenarios.tree;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every Java version. */
public final class Numbers {
    private static final double EXACT_INTEGERS = 0x1p53;
    private static final double EXACT_DIGITS = 1e15;
    private static final int FEW_DECIMALS = 6;
    private static final int MOST_DIGITS = 17;
    private static final int PLAIN_DIGITS = 21;
    private static final int SURE_DIGITS = 15;
    private static final String SMALL = ".000000";

    private Numbers() {}

    /**
     * The shortest decimal text that reads back as the same double, in the form of ECMAScript as RFC 8785 asks.
     *
     * @param value finite
     */
    public static String text(double value) {
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < EXACT_INTEGERS && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + ecmaScript(digits, point);
    }

    /**
     * Whether a text is already what {@link #text} makes of its value: a plain decimal of at most 15 digits, which every
     * double keeps, without sign of plus, leading or trailing zeros or exponent, and not so small that it would get one.
     */
    public static boolean isShortest(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = text.indexOf('.');
        int whole = point < 0 ? length : point;
        int decimals = point < 0 ? 0 : length - point - 1;
        if (whole == start || whole - start + decimals > SURE_DIGITS || (point >= 0 && decimals == 0)) {
            return false;
        }
        boolean zero = text.charAt(start) == '0';
        if (zero && (whole - start > 1 || (start == 1 && decimals == 0) || text.startsWith(SMALL, point))) {
            return false;
        }
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return decimals == 0 || text.charAt(length - 1) != '0';
    }

    private static BigDecimal shortest(double value) {
        double scale = 1;
        for (int decimals = 1; decimals <= FEW_DECIMALS; decimals++) {
            scale *= 10;
            double digits = Math.rint(value * scale);
            if (digits > 0 && digits < EXACT_DIGITS && digits / scale == value) {
                return BigDecimal.valueOf((long) digits, decimals);
            }
        }
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < MOST_DIGITS; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String ecmaScript(String digits, int point) {
        int count = digits.length();
        if (point >= count && point <= PLAIN_DIGITS) {
            return digits + "0".repeat(point - count);
        }
        if (point > 0 && point <= PLAIN_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -6 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
