package org.duecare.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duecare.distribution.GammaLaw;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.Poisson;
import org.duecare.premium.AggregateAnswer;
import org.duecare.premium.AggregateCase;
import org.duecare.premium.AggregateLoss;
import org.duecare.premium.AggregateTerms;
import org.duecare.premium.Discretisation;
import org.duecare.premium.TransformLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a compound Poisson sum cost on 2^20 buckets, discretisation and cumulated sums included? The baseline calls the
 * transform of Apache Commons Math. {@code toTolerance} is a whole answer, refined to 1e-9.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AggregateBenchmark {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Law of one claim. */
    @Param({"lognormal", "gamma"})
    public String severity = "";

    private LossLaw law = new GammaLaw(3, 400);

    /** Chooses the law. */
    @Setup(Level.Trial)
    public void choose() {
        law = severity.equals("gamma") ? new GammaLaw(3, 400) : new Lognormal(7, 1);
    }

    /** One grid of 2^20 buckets. */
    @Benchmark
    public double grid() {
        return AggregateLoss.onGrid(new Poisson(10), law, 0.5, 1 << 20, TransformLibrary.DUECARE, 20_000);
    }

    /** The same by the other library. */
    @Benchmark
    public double gridByCommonsMath() {
        return AggregateLoss.onGrid(new Poisson(10), law, 0.5, 1 << 20, TransformLibrary.COMMONS_MATH, 20_000);
    }

    /** A whole answer with three points and two quantiles. */
    @Benchmark
    public AggregateAnswer toTolerance() {
        return AggregateLoss.answer(new AggregateCase(
                1,
                "benchmark",
                "",
                "EUR",
                new Poisson(10),
                law,
                new AggregateTerms(0, NONE, 1, 0, NONE),
                List.of(),
                List.of(),
                List.of(0.0, 10_000.0, 40_000.0),
                List.of(0.95, 0.99),
                List.of(),
                1e-9,
                AggregateCase.Method.FFT,
                Discretisation.LOCAL_MEAN,
                null,
                1 << 20));
    }
}
