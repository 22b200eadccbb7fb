package org.duecare.scenarios.binding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duecare.scenarios.tree.Numbers;
import org.duecare.scenarios.tree.Problem;

/** Numbers and unit strings: {@code 5 mEUR}, {@code 5 %}, {@code 1 in 200}, {@code 72 h}. */
final class Quantities {
    private static final String DIGITS = "(?:[0-9]{1,3}(?:_[0-9]{3})+|[0-9]+)";
    private static final String NUMBER = "[-+]?(?:" + DIGITS + "(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,9})?";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9].*");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(?:[,. '][0-9]{3})+(?:[,.][0-9]*)?");
    private static final Pattern WITH_UNIT = Pattern.compile("(" + NUMBER + ")\\s*([^0-9\\s].*)");
    private static final Pattern ODDS =
            Pattern.compile("(" + NUMBER + ")\\s+in\\s+(" + NUMBER + ")(?:\\s+(?:years?|a))?");
    private static final Pattern OTHER_BASE = Pattern.compile("[-+]?0[xXoObB][0-9A-Fa-f]+");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.?(?:nan|inf|infinity)");
    private static final Pattern CURRENCY = Pattern.compile("(k|m|bn)?([A-Z]{3})");
    private static final Set<String> SCALES = Set.of("k", "m", "bn", "K", "M", "B", "b");
    private static final int MAX_EXPONENT = 400;

    private Quantities() {}

    /** A refused quantity: what is wrong and a way out. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String advice;

        Refused(String message, String advice) {
            super(message, null, false, false);
            this.advice = advice;
        }

        String advice() {
            return advice;
        }
    }

    /**
     * Reads a number with or without unit.
     *
     * @param unit unit of the key
     * @param currency the scenario's currency
     */
    static BigDecimal parse(String text, String unit, String currency, boolean quoted) throws Refused {
        String trimmed = text.strip();
        if (!quoted && Numbers.isShortest(trimmed)) {
            return new BigDecimal(trimmed);
        }
        if (PLAIN.matcher(trimmed).matches()) {
            return plain(trimmed, quoted);
        }
        if (NOT_FINITE.matcher(trimmed).matches()) {
            throw new Refused("must be a finite number", "");
        }
        if (GROUPED.matcher(trimmed).matches()) {
            String digits = trimmed.replaceAll("[,. ']", "");
            String grouped = digits.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "_");
            throw new Refused(
                    "is ambiguous: a point or comma may group digits or begin decimals",
                    "Write " + digits + ", " + grouped + " or 1 m" + currency);
        }
        if (OTHER_BASE.matcher(trimmed).matches()) {
            throw new Refused("must be a decimal number", "");
        }
        Matcher odds = ODDS.matcher(trimmed);
        if (isRate(unit) && odds.matches()) {
            return decimal(odds.group(1)).divide(positive(odds.group(2)), MathContext.DECIMAL128);
        }
        Matcher amount = WITH_UNIT.matcher(trimmed);
        if (amount.matches()) {
            return scaled(decimal(amount.group(1)), amount.group(2).strip(), unit, currency);
        }
        throw new Refused("must be a number", numberAdvice(unit, currency));
    }

    private static BigDecimal plain(String text, boolean quoted) throws Refused {
        if (LEADING_ZERO.matcher(text).matches()) {
            throw new Refused("has a leading zero", "Write the number without it");
        }
        if (quoted && text.indexOf('_') < 0) {
            throw new Refused("is text in quotes, a number is needed", "Remove the quotes");
        }
        return decimal(text);
    }

    private static BigDecimal decimal(String text) throws Refused {
        String digits = text.replace("_", "");
        int e = digits.toLowerCase(Locale.ROOT).indexOf('e');
        if (e >= 0 && Math.abs(Long.parseLong(digits.substring(e + 1))) > MAX_EXPONENT) {
            throw new Refused("is too large or too small to represent", "");
        }
        if (digits.length() > MAX_EXPONENT) {
            throw new Refused("has too many digits", "");
        }
        return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits.replace(".e", ".0e"));
    }

    private static BigDecimal positive(String text) throws Refused {
        BigDecimal value = decimal(text);
        if (value.signum() <= 0) {
            throw new Refused("divides by " + text, "Write for example 1 in 200");
        }
        return value;
    }

    private static BigDecimal scaled(BigDecimal number, String suffix, String unit, String currency) throws Refused {
        if (isRate(unit) && suffix.equals("%")) {
            return number.movePointLeft(2);
        }
        if (unit.equals("hours")) {
            return hours(number, suffix);
        }
        if (unit.equals("money")) {
            return money(number, suffix.replaceAll("\\s+", ""), currency);
        }
        throw new Refused("has a unit that does not fit", numberAdvice(unit, currency));
    }

    private static BigDecimal hours(BigDecimal number, String suffix) throws Refused {
        return switch (suffix) {
            case "h", "hour", "hours" -> number;
            case "day", "days", "d" -> number.multiply(BigDecimal.valueOf(24));
            default -> throw new Refused("has an unknown unit", "Write for example 72 h or 3 days");
        };
    }

    private static BigDecimal money(BigDecimal number, String suffix, String currency) throws Refused {
        String example = "5 m" + currency + ", 250 k" + currency + " or 1.5 bn " + currency;
        if (SCALES.contains(suffix)) {
            throw new Refused("needs a currency code", "Write for example " + example);
        }
        Matcher code = CURRENCY.matcher(suffix);
        if (!code.matches()) {
            throw new Refused("has the unknown unit '" + Problem.shown(suffix) + "'", "Write for example " + example);
        }
        if (!code.group(2).equals(currency)) {
            throw new Refused(
                    "is in " + code.group(2) + ", but the scenario is in " + currency,
                    "A scenario has one currency: convert the amount to " + currency);
        }
        String scale = code.group(1) == null ? "" : code.group(1);
        int power = switch (scale) {
            case "k" -> 3;
            case "m" -> 6;
            case "bn" -> 9;
            default -> 0;
        };
        return number.scaleByPowerOfTen(power);
    }

    private static boolean isRate(String unit) {
        return unit.equals("share") || unit.equals("1/year");
    }

    private static String numberAdvice(String unit, String currency) {
        return switch (unit) {
            case "money" -> "Write an amount, for example 5000000 or 5 m" + currency;
            case "share" -> "Write a share, for example 0.05 or 5 %";
            case "1/year" -> "Write a yearly rate, for example 0.05, 5 % or 1 in 20";
            case "hours" -> "Write for example 72 h";
            default -> "";
        };
    }
}
