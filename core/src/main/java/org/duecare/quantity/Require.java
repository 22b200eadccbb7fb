package org.duecare.quantity;

/** The checks at the door: each returns its value or throws with name, value, bound and advice. */
public final class Require {
    private Require() {}

    /** A finite number. */
    public static double finite(double value, String name) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new InvalidValueException(name, "= " + value + " must be a finite number", "");
        }
        return value;
    }

    /** A finite number above 0. */
    public static double positive(double value, String name) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new InvalidValueException(name, "= " + value + " must be a finite number > 0", "");
        }
        return value;
    }

    /** A finite number at or above 0. */
    public static double notNegative(double value, String name) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new InvalidValueException(name, "= " + value + " must be a finite number >= 0", "");
        }
        return value;
    }

    /** A limit: above 0, infinity meaning unlimited. */
    public static double limit(double value, String name) {
        if (!(value > 0)) {
            throw new InvalidValueException(
                    name, "= " + value + " must be > 0", "Write none for unlimited, or remove the layer");
        }
        return value;
    }

    /** A share or probability in [0, 1]. */
    public static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            String advice = value > 1 && value <= 100 ? "Did you mean " + value + " %?" : "";
            throw new InvalidValueException(name, "= " + value + " must be between 0 and 1", advice);
        }
        return value;
    }

    /** A number in a closed interval. */
    public static double between(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw new InvalidValueException(name, "= " + value + " must be between " + low + " and " + high, "");
        }
        return value;
    }

    /** A whole number in a closed interval. */
    public static long between(long value, long low, long high, String name) {
        if (value < low || value > high) {
            throw new InvalidValueException(name, "= " + value + " must be between " + low + " and " + high, "");
        }
        return value;
    }

    /** A name that is not blank. */
    public static String name(String value, String name) {
        if (value.isBlank()) {
            throw new InvalidValueException(name, "must not be empty", "");
        }
        return value;
    }

    /** Any condition of a record as a whole. */
    public static void that(boolean condition, String name, String problem, String advice) {
        if (!condition) {
            throw new InvalidValueException(name, problem, advice);
        }
    }
}
