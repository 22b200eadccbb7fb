package org.duecare.premium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.Discrete;
import org.duecare.distribution.DiscreteCount;
import org.duecare.distribution.LossLaw;
import org.jspecify.annotations.Nullable;

/** Puts questions to the exact engine. */
final class Cases {
    static final double NONE = Double.POSITIVE_INFINITY;

    private final CountLaw count;
    private final LossLaw severity;
    private AggregateTerms terms = AggregateTerms.NONE;
    private List<AggregateCase.Independent> independent = List.of();
    private List<AggregateLayer> layers = List.of();
    private List<Double> points = List.of();
    private List<Double> quantiles = List.of();
    private List<PrincipleChoice> principles = List.of();
    private double tolerance = 1e-8;
    private AggregateCase.Method method = AggregateCase.Method.AUTO;
    private Discretisation discretisation = Discretisation.LOCAL_MEAN;
    private @Nullable Double step;
    private int buckets = 1 << 20;

    private Cases(CountLaw count, LossLaw severity) {
        this.count = count;
        this.severity = severity;
    }

    static Cases of(CountLaw count, LossLaw severity) {
        return new Cases(count, severity);
    }

    Cases terms(double deductible, double limit, double coinsurance, double annualDeductible, double annualLimit) {
        terms = new AggregateTerms(deductible, limit, coinsurance, annualDeductible, annualLimit);
        return this;
    }

    Cases and(CountLaw otherCount, LossLaw otherSeverity) {
        independent = new ArrayList<>(independent);
        independent.add(new AggregateCase.Independent(otherCount, otherSeverity));
        return this;
    }

    Cases layer(double deductible, double limit, double annualDeductible, double annualLimit, double... refills) {
        layers = new ArrayList<>(layers);
        layers.add(new AggregateLayer(
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                1,
                Arrays.stream(refills).mapToObj(AggregateLayer.Refill::new).toList()));
        return this;
    }

    Cases points(double... losses) {
        points = Arrays.stream(losses).boxed().toList();
        return this;
    }

    Cases quantiles(double... levels) {
        quantiles = Arrays.stream(levels).boxed().toList();
        return this;
    }

    Cases principles(PrincipleChoice... chosen) {
        principles = List.of(chosen);
        return this;
    }

    Cases tolerance(double most) {
        tolerance = most;
        return this;
    }

    Cases method(AggregateCase.Method chosen) {
        method = chosen;
        return this;
    }

    Cases discretisation(Discretisation chosen) {
        discretisation = chosen;
        return this;
    }

    Cases step(double width) {
        step = width;
        return this;
    }

    Cases buckets(int most) {
        buckets = most;
        return this;
    }

    AggregateAnswer answer() {
        return answer(TransformLibrary.DUECARE);
    }

    AggregateAnswer answer(TransformLibrary library) {
        return AggregateLoss.answer(
                new AggregateCase(
                        1,
                        "case",
                        "",
                        "EUR",
                        count,
                        severity,
                        terms,
                        independent,
                        layers,
                        points,
                        quantiles,
                        principles,
                        tolerance,
                        method,
                        discretisation,
                        step,
                        buckets),
                library);
    }

    static Discrete discrete(double[] values, double... weights) {
        double total = Arrays.stream(weights).sum();
        return new Discrete(
                Arrays.stream(values).boxed().toList(),
                Arrays.stream(weights).mapToObj(weight -> weight / total).toList());
    }

    /** Losses 1, 2, 3, ... times a unit. */
    static Discrete ladder(double unit, double... weights) {
        double[] values = new double[weights.length];
        Arrays.setAll(values, k -> unit * (k + 1));
        return discrete(values, weights);
    }

    /** Counts 0, 1, 2, ... */
    static DiscreteCount counts(double... weights) {
        List<Integer> values = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            values.add(k);
        }
        return new DiscreteCount(values, Arrays.stream(weights).boxed().toList());
    }
}
