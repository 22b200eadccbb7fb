package org.duecare.premium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A premium principle as a file names it: the principle and the parameters it takes, and no others. */
public record PrincipleChoice(
        @Key(
                doc = "The premium principle: expectedValue {load}, standardDeviation {load}, variance {load}, "
                        + "exponential {aversion}, esscher {tilt}, wang {lambda, degreesOfFreedom}, "
                        + "proportionalHazard {exponent}, dualPower {power}, tvar {level}, "
                        + "percentileLayer {level, rate} or costOfCapital {level, rate}.")
        Name principle,

        @Key(
                doc = "Of expectedValue, a share of the mean; of standardDeviation, a multiple of it; of variance, in "
                        + "1/money.",
                min = 0,
                fallback = "none")
        @Nullable
        Double load,

        @Key(
                doc = "Of exponential: constant absolute risk aversion.",
                unit = "1/money",
                min = 0,
                aboveMin = true,
                fallback = "none")
        @Nullable
        Double aversion,

        @Key(doc = "Of esscher: exponent of the tilt.", unit = "1/money", min = 0, fallback = "none") @Nullable
        Double tilt,

        @Key(doc = "Of wang: market price of risk.", min = 0, fallback = "none") @Nullable
        Double lambda,

        @Key(
                doc = "Of wang: degrees of freedom of Student's t in place of the normal law; none for the normal law.",
                min = 0,
                aboveMin = true,
                fallback = "none")
        @Nullable
        Double degreesOfFreedom,

        @Key(
                doc = "Of proportionalHazard: power of the probability above a loss; 1 for no load.",
                min = 0,
                aboveMin = true,
                max = 1,
                fallback = "none")
        @Nullable
        Double exponent,

        @Key(doc = "Of dualPower: power of the probability below a loss; 1 for no load.", min = 1, fallback = "none")
        @Nullable
        Double power,

        @Key(
                doc = "Of tvar, percentileLayer and costOfCapital: probability below the tail or the assets; below 1.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "none")
        @Nullable
        Double level,

        @Key(
                doc = "Of percentileLayer and costOfCapital: return on capital.",
                unit = "1/year",
                min = 0,
                fallback = "none")
        @Nullable
        Double rate) {
    private static final List<String> PARAMETERS =
            List.of("load", "aversion", "tilt", "lambda", "degreesOfFreedom", "exponent", "power", "level", "rate");

    /** No risk load: the expected loss itself. */
    public static final PrincipleChoice PURE =
            new PrincipleChoice(Name.EXPECTED_VALUE, 0.0, null, null, null, null, null, null, null, null);

    /** The principles by name. */
    public enum Name {
        /** Mean and a share of it. */
        EXPECTED_VALUE(List.of("load")),
        /** Mean and a multiple of the standard deviation. */
        STANDARD_DEVIATION(List.of("load")),
        /** Mean and a multiple of the variance. */
        VARIANCE(List.of("load")),
        /** Exponential utility. */
        EXPONENTIAL(List.of("aversion")),
        /** Esscher transform. */
        ESSCHER(List.of("tilt")),
        /** Wang transform. */
        WANG(List.of("lambda")),
        /** Proportional hazard transform. */
        PROPORTIONAL_HAZARD(List.of("exponent")),
        /** Dual power transform. */
        DUAL_POWER(List.of("power")),
        /** Tail value at risk. */
        TVAR(List.of("level")),
        /** Percentile layers of capital. */
        PERCENTILE_LAYER(List.of("level", "rate")),
        /** Cost of the capital for the tail. */
        COST_OF_CAPITAL(List.of("level", "rate"));

        private final List<String> parameters;

        Name(List<String> parameters) {
            this.parameters = parameters;
        }

        /** The parameters that must be given. */
        public List<String> parameters() {
            return parameters;
        }

        /** The word in files. */
        public String key() {
            StringBuilder word = new StringBuilder();
            for (String part : name().toLowerCase(Locale.ROOT).split("_")) {
                word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return word.toString();
        }
    }

    /** Checks that the principle has its parameters and no others, and their ranges. */
    public PrincipleChoice {
        List<String> given = given(load, aversion, tilt, lambda, degreesOfFreedom, exponent, power, level, rate);
        for (String needed : principle.parameters()) {
            Require.that(
                    given.contains(needed),
                    needed,
                    "is missing: " + principle.key() + " takes " + String.join(", ", principle.parameters()),
                    "");
        }
        for (String parameter : given) {
            boolean known = principle.parameters().contains(parameter)
                    || (principle == Name.WANG && parameter.equals("degreesOfFreedom"));
            Require.that(
                    known,
                    parameter,
                    "does not belong to " + principle.key() + ", which takes "
                            + String.join(", ", principle.parameters()),
                    "Write " + parameter + ": none to remove an inherited value");
        }
        make(principle, load, aversion, tilt, lambda, degreesOfFreedom, exponent, power, level, rate);
    }

    /**
     * A choice from words and numbers, for example {@code wang} and {@code lambda} 0.25.
     *
     * @param parameters by name
     */
    public static PrincipleChoice of(String principle, Map<String, Double> parameters) {
        for (Name name : Name.values()) {
            if (name.key().equals(principle)) {
                for (String parameter : parameters.keySet()) {
                    Require.that(PARAMETERS.contains(parameter), parameter, "is no parameter of a principle", "");
                }
                return new PrincipleChoice(
                        name,
                        parameters.get("load"),
                        parameters.get("aversion"),
                        parameters.get("tilt"),
                        parameters.get("lambda"),
                        parameters.get("degreesOfFreedom"),
                        parameters.get("exponent"),
                        parameters.get("power"),
                        parameters.get("level"),
                        parameters.get("rate"));
            }
        }
        throw new InvalidValueException(
                "principle",
                "= " + principle + " must be one of "
                        + Arrays.stream(Name.values()).map(Name::key).collect(Collectors.joining(", ")),
                "");
    }

    private static List<String> given(@Nullable Double... values) {
        String[] names = {"load", "aversion", "tilt", "lambda", "degreesOfFreedom", "exponent", "power", "level", "rate"
        };
        List<String> given = new ArrayList<>();
        for (int i = 0; i < PARAMETERS.size(); i++) {
            if (values[i] != null) {
                given.add(PARAMETERS.get(i));
            }
        }
        return given;
    }

    /** The principle itself. */
    public PremiumPrinciple toPrinciple() {
        return make(principle, load, aversion, tilt, lambda, degreesOfFreedom, exponent, power, level, rate);
    }

    private static PremiumPrinciple make(Name name, @Nullable Double... values) {
        return switch (name) {
            case EXPECTED_VALUE -> new PremiumPrinciple.ExpectedValue(need(values[0]));
            case STANDARD_DEVIATION -> new PremiumPrinciple.StandardDeviation(need(values[0]));
            case VARIANCE -> new PremiumPrinciple.Variance(need(values[0]));
            case EXPONENTIAL -> new PremiumPrinciple.Exponential(need(values[1]));
            case ESSCHER -> new PremiumPrinciple.Esscher(need(values[2]));
            case WANG ->
                new Distortion.Wang(need(values[3]), values[4] == null ? Double.POSITIVE_INFINITY : need(values[4]));
            case PROPORTIONAL_HAZARD -> new Distortion.ProportionalHazard(need(values[5]));
            case DUAL_POWER -> new Distortion.DualPower(need(values[6]));
            case TVAR -> new Distortion.TailValueAtRisk(need(values[7]));
            case PERCENTILE_LAYER -> new PremiumPrinciple.PercentileLayer(need(values[7]), need(values[8]));
            case COST_OF_CAPITAL -> new PremiumPrinciple.CostOfCapital(need(values[7]), need(values[8]));
        };
    }

    private static double need(@Nullable Double value) {
        if (value == null) {
            throw new IllegalStateException("a parameter is missing that was checked to be there");
        }
        return value;
    }

    /** The choice in one line, for tables: {@code wang 0.25}. */
    public String label() {
        StringBuilder text = new StringBuilder(principle.key());
        for (Double value :
                new Double[] {load, aversion, tilt, lambda, degreesOfFreedom, exponent, power, level, rate}) {
            if (value != null) {
                text.append(' ').append(value);
            }
        }
        return text.toString();
    }

    /** A parameter by name; NaN where it is not given. */
    public double parameter(String name) {
        Double[] values = {load, aversion, tilt, lambda, degreesOfFreedom, exponent, power, level, rate};
        Double value = values[PARAMETERS.indexOf(name)];
        return value == null ? Double.NaN : value;
    }
}
