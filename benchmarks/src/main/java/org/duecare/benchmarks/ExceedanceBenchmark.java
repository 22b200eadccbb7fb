package org.duecare.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.duecare.quantity.Money;
import org.duecare.statistics.ExceedanceCurve;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
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
 * What does an exceedance curve of twelve return periods with all intervals cost for a column of a million trials? The
 * baseline copies and sorts the column and computes the estimates alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExceedanceBenchmark {
    private static final double ZERO_SHARE = 0.9;

    /** A million trials: the size at which the promise of 40 ms is given. */
    @Param("1000000")
    public int trials;

    /** Losses in every trial, in one of ten, and cut at a limit that one of seven reaches. */
    @Param({"lognormal", "mostlyZero", "limited"})
    public String shape = "";

    private long[] values = new long[0];
    private TrialColumn column = TrialColumn.of(values);
    private double expectedTail;

    /** Draws the column. */
    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        values = new long[trials];
        for (int i = 0; i < trials; i++) {
            double loss = StrictMath.exp(15 + 2 * random.nextGaussian());
            boolean none = shape.equals("mostlyZero") && random.nextDouble() < ZERO_SHARE;
            values[i] = none ? 0 : (long) (shape.equals("limited") ? Math.min(2.5e7, loss) : loss);
        }
        column = TrialColumn.of(values);
        expectedTail = curveBySorting();
    }

    /** Exact selection, with intervals. */
    @Benchmark
    public double curve() {
        List<ExceedanceCurve.Point> points = ExceedanceCurve.of(
                List.of(column), TrialWeights.UNIFORM, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE);
        double tail = points.get(points.size() - 1).tvar().estimate();
        if (tail != expectedTail) {
            throw new IllegalStateException("curve " + tail + " is not that of sorting, " + expectedTail);
        }
        return tail;
    }

    /** Baseline: sort everything, without intervals. */
    @Benchmark
    public double curveBySorting() {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        double tail = 0;
        for (double period : ExceedanceCurve.DEFAULT_RETURN_PERIODS) {
            int rank = (int) (trials / period);
            long sum = 0;
            for (int r = 1; r <= rank; r++) {
                sum += sorted[trials - r];
            }
            tail = (double) sum / rank / Money.MINOR_PER_MAIN;
        }
        return tail;
    }
}
