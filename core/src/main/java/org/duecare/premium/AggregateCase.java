package org.duecare.premium;

import java.util.ArrayList;
import java.util.List;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** What the exact engine is asked: the keys of an aggregate file, in its order. */
public record AggregateCase(
        @Key(doc = "Version of the file format.", min = 1, max = 1)
        int schemaVersion,

        @Key(doc = "Name of the case.") String aggregate,

        @Key(doc = "One line for readers.", fallback = "") String title,

        @Key(doc = "The one currency of all amounts, a code of three capital letters.")
        String currency,

        @Key(doc = "Law of the number of claims of a year.") CountLaw count,

        @Key(doc = "Law of the size of one claim.") LossLaw severity,

        @Key(doc = "Terms on each claim and on the year's sum, before the layers.", fallback = "{}")
        AggregateTerms terms,

        @Key(
                doc = "Further sources of claims, independent of the first and of each other, under the same terms.",
                fallback = "[]")
        List<Independent> independent,

        @Key(doc = "Layers on the claims as paid under the terms, each by itself.", fallback = "[]")
        List<AggregateLayer> layers,

        @Key(doc = "Losses of a year at which the distribution is wanted.", unit = "money", min = 0, fallback = "[]")
        List<Double> points,

        @Key(
                doc = "Probabilities at which quantile and tail value at risk are wanted.",
                unit = "share",
                min = 0,
                max = 1,
                aboveMin = true,
                fallback = "[0.5, 0.9, 0.95, 0.99, 0.995]")
        List<Double> quantiles,

        @Key(doc = "Premium principles by which the year's sum under the terms is priced.", fallback = "[]")
        List<PrincipleChoice> principles,

        @Key(
                doc =
                        "Largest error of a probability, and of an amount in relation to its size. The grid is refined until it is met.",
                min = 0,
                aboveMin = true,
                max = 0.1,
                fallback = "1e-8")
        double tolerance,

        @Key(
                doc =
                        "auto: recursion where sizes lie on a short lattice, else transform; fft: fast Fourier transform; panjer: recursion.",
                fallback = "auto")
        Method method,

        @Key(
                doc =
                        "How sizes are put on the grid: localMean keeps the mean of every piece, rounding moves mass to the nearest point, localVariance keeps the second moment too.",
                fallback = "localMean")
        Discretisation discretisation,

        @Key(
                doc = "Width of the finest grid; none to choose it by the tolerance.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none")
        @Nullable
        Double step,

        @Key(doc = "Most buckets of the grid, a power of two.", min = 1024, max = 4_194_304, fallback = "1048576")
        int buckets) {
    private static final double PRICED = 1 - 1e-7;

    /** How the law is computed. */
    public enum Method {
        /** Chosen by the case. */
        AUTO,
        /** Fast Fourier transform. */
        FFT,
        /** Panjer's recursion. */
        PANJER
    }

    /** A further source of claims. */
    public record Independent(
            @Key(doc = "Law of the number of claims of a year.")
            CountLaw count,

            @Key(doc = "Law of the size of one claim.") LossLaw severity) {}

    /** Checks the head and the numbers. */
    public AggregateCase {
        Require.name(aggregate, "aggregate");
        Require.that(
                currency.matches("[A-Z]{3}"),
                "currency",
                "= " + currency + " must be a code of three capital letters",
                "Write for example EUR");
        independent = List.copyOf(independent);
        layers = List.copyOf(layers);
        points = List.copyOf(points);
        quantiles = List.copyOf(quantiles);
        principles = List.copyOf(principles);
        points.forEach(point -> Require.notNegative(point, "points"));
        for (double p : quantiles) {
            Require.that(p > 0 && p < 1, "quantiles", "= " + p + " must lie between 0 and 1, both excluded", "");
        }
        Require.positive(tolerance, "tolerance");
        Require.between(tolerance, 0, 0.1, "tolerance");
        Require.between(buckets, 1024, 4_194_304, "buckets");
        Require.that(Integer.bitCount(buckets) == 1, "buckets", "= " + buckets + " must be a power of two", "");
        if (step != null) {
            Require.positive(step, "step");
        }
        Require.that(
                !terms.isAnnual() || layers.stream().allMatch(AggregateCase::takesWholeClaims),
                "terms.annualLimit",
                "and annualDeductible do not go with layers that have terms for each claim",
                "State annual terms in the layer, or layers without deductible and limit");
    }

    private static boolean takesWholeClaims(AggregateLayer layer) {
        return layer.deductible() == 0 && layer.limit() == Double.POSITIVE_INFINITY;
    }

    /**
     * The highest probability whose quantile the grid must hold; prices of tails that go on are read from a grid that leaves
     * out one year in ten million.
     */
    double level() {
        double level = quantiles.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return principles.isEmpty() ? level : Math.max(level, PRICED);
    }

    /** The law of a year's sum under the terms for each claim, before annual terms. */
    CompoundLaw law() {
        List<CompoundLaw.Source> sources = new ArrayList<>();
        sources.add(new CompoundLaw.Source(count, size(severity)));
        independent.forEach(one -> sources.add(new CompoundLaw.Source(one.count(), size(one.severity()))));
        return new CompoundLaw(sources);
    }

    private ClaimSize size(LossLaw law) {
        return new ClaimSize(law, terms.deductible(), terms.limit(), terms.coinsurance(), 1);
    }
}
