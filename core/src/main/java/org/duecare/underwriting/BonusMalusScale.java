package org.duecare.underwriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A bonus-malus scale as a file states it: classes with premium scales, and how claims of a year move between them. */
public record BonusMalusScale(
        @Key(doc = "Premium of each class over the base premium, the best class first.", min = 0, aboveMin = true)
        List<Double> scales,

        @Key(doc = "Classes gained by a year without claim; with upPerClaim.", min = 1, fallback = "none") @Nullable
        Integer down,

        @Key(doc = "Classes lost with each claim, at most down to the worst; with down.", min = 1, fallback = "none")
        @Nullable
        Integer upPerClaim,

        @Key(
                doc =
                        "Instead of down and upPerClaim: for each class the class of next year by the number of claims, from 0, the "
                                + "best class is 0; the last column holds for more claims too.",
                min = 0,
                fallback = "[]")
        List<List<Integer>> next,

        @Key(
                doc =
                        "Expected claims a year at which the scale is looked at; empty for the mean of the record of claims.",
                min = 0,
                aboveMin = true,
                fallback = "[]")
        List<Double> claimsPerYear) {
    /** Checks that there is one rule of moves. */
    public BonusMalusScale {
        scales = List.copyOf(scales);
        next = next.stream().map(List::copyOf).toList();
        claimsPerYear = List.copyOf(claimsPerYear);
        claimsPerYear.forEach(rate -> Require.positive(rate, "claimsPerYear"));
        boolean steps = down != null && upPerClaim != null;
        boolean table = !next.isEmpty();
        Require.that(
                (down != null) == (upPerClaim != null),
                "down",
                "and upPerClaim belong together",
                "Write {down: 1, upPerClaim: 2}");
        Require.that(
                steps != table,
                "next",
                "or down and upPerClaim must say how claims move between classes, one of the two",
                "Write {down: 1, upPerClaim: 2}");
        system(scales, down, upPerClaim, next);
    }

    private static BonusMalus system(
            List<Double> scales, @Nullable Integer down, @Nullable Integer up, List<List<Integer>> next) {
        double[] premiums = scales.stream().mapToDouble(Double::doubleValue).toArray();
        if (down != null && up != null) {
            return BonusMalus.steps(premiums, Math.min(down, premiums.length), Math.min(up, premiums.length));
        }
        int[][] table = next.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new BonusMalus(premiums, table);
    }

    /** The system itself. */
    public BonusMalus system() {
        return system(scales, down, upPerClaim, next);
    }

    /**
     * The scale in the long run at one rate of claims.
     *
     * @param claimsPerYear expected claims
     * @param shares of years spent in each class, best first
     * @param meanScale premium over the base premium
     * @param efficiency per cent that the premium rises by when claims rise by one per cent (Loimaranta)
     */
    public record LongRun(double claimsPerYear, List<Double> shares, double meanScale, double efficiency) {
        /** Copies the shares. */
        public LongRun {
            shares = List.copyOf(shares);
        }

        /** The base premium over the pure premium at which the scale pays its claims in the long run. */
        public double balance() {
            return 1 / meanScale;
        }
    }

    /**
     * The scale in the long run.
     *
     * @param meanOfRecord claims a policy and year where no rates are stated; 0 where there is no record
     */
    List<LongRun> longRun(double meanOfRecord) {
        List<Double> rates = claimsPerYear;
        if (rates.isEmpty()) {
            if (!(meanOfRecord > 0)) {
                throw new InvalidValueException(
                        "bonusMalus",
                        "needs claimsPerYear, or a record of claims to take it from",
                        "Write claimsPerYear: [0.05, 0.1]");
            }
            rates = List.of(meanOfRecord);
        }
        BonusMalus system = system();
        List<LongRun> looks = new ArrayList<>();
        for (double rate : rates) {
            looks.add(new LongRun(
                    rate,
                    Arrays.stream(system.stationary(rate)).boxed().toList(),
                    system.meanScale(rate),
                    system.efficiency(rate)));
        }
        return looks;
    }
}
