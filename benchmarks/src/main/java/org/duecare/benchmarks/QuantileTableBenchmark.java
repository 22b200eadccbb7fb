package org.duecare.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.duecare.distribution.Capped;
import org.duecare.distribution.Gpd;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.NormalScoreTable;
import org.duecare.distribution.Pareto;
import org.duecare.distribution.Poisson;
import org.duecare.distribution.QuantileTable;
import org.duecare.distribution.Splice;
import org.duecare.distribution.StepTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one loss cost, from a random word to an amount? Compiled tables against the law's own quantile function, the
 * naive baseline, in ns a value; random words are drawn beforehand. Blocks of 2,048 as the engine uses them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QuantileTableBenchmark {
    private static final int BLOCK = 2048;

    /** More blocks than a branch predictor can learn by heart. */
    private static final int BLOCKS = 64;

    /** Largest relative difference of table and law. */
    private static final double TOLERANCE = 1e-10;

    /** The law. */
    @Param({"lognormal", "pareto", "splice", "capped"})
    public String law;

    private final long[][] words = new long[BLOCKS][BLOCK];
    private final double[][] scores = new double[BLOCKS][BLOCK];
    private final double[] out = new double[BLOCK];
    private LossLaw naive;
    private double[] rows;
    private double[] scoreRows;
    private double[] normalRows;
    private StepTable steps;
    private int block;

    private static LossLaw named(String name) {
        LossLaw lognormal = Lognormal.ofMedian(200_000, 3.59343339);
        return switch (name) {
            case "lognormal" -> lognormal;
            case "pareto" -> new Pareto(1.2, 1e6);
            case "splice" -> new Splice(new Lognormal(10, 1.5), new Gpd(0.7, 1e6, 0), 1e6, 0.01);
            case "capped" -> new Capped(lognormal, 1e8);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Draws the words, compiles the tables and compares them with the law. */
    @Setup
    public void prepare() {
        naive = named(law);
        rows = QuantileTable.of(naive).rows();
        scoreRows = NormalScoreTable.of(naive).rows();
        normalRows = QuantileTable.inverseNormal().rows();
        steps = StepTable.of(new Poisson(2.5));
        SplittableRandom random = new SplittableRandom(20260101);
        for (int b = 0; b < BLOCKS; b++) {
            for (int i = 0; i < BLOCK; i++) {
                words[b][i] = random.nextLong();
                scores[b][i] = QuantileTable.value(normalRows, words[b][i]);
                double exact = quantile(words[b][i]);
                double error = Math.abs(QuantileTable.value(rows, words[b][i]) - exact);
                double scoreError = Math.abs(NormalScoreTable.value(scoreRows, scores[b][i]) - exact);
                if (!(Math.max(error, scoreError) <= TOLERANCE * exact)) {
                    throw new IllegalStateException("table and law differ by " + Math.max(error, scoreError));
                }
            }
        }
    }

    private double quantile(long word) {
        double u = ((word >>> 11) + 0.5) * 0x1p-53;
        return word >= 0 ? naive.quantile(u) : naive.upperQuantile(((~word >>> 11) + 0.5) * 0x1p-53);
    }

    private long[] next() {
        block = (block + 1) % BLOCKS;
        return words[block];
    }

    /** The law's own quantile function. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double[] quantileNaive() {
        long[] input = next();
        for (int i = 0; i < BLOCK; i++) {
            out[i] = quantile(input[i]);
        }
        return out;
    }

    /** The compiled quantile table. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double[] quantileTable() {
        QuantileTable.fill(rows, next(), BLOCK, out);
        return out;
    }

    /** The table of the normal quantile. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double[] normalTable() {
        QuantileTable.fill(normalRows, next(), BLOCK, out);
        return out;
    }

    /** The table by normal score. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double[] scoreTable() {
        next();
        NormalScoreTable.fill(scoreRows, scores[block], BLOCK, out);
        return out;
    }

    /** The step table of a Poisson count of mean 2.5. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double[] stepTable() {
        StepTable.fill(steps.thresholds(), steps.values(), steps.guide(), next(), BLOCK, out);
        return out;
    }
}
