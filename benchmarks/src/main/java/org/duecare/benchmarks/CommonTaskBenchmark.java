package org.duecare.benchmarks;

import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.Simulator;
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
 * What does one event cost from its address to the block columns? Nanoseconds an event of the common task, against a plain
 * object-free loop with a stateful generator and library functions, both checked against the closed form.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3) // the compiler's choices differ between processes
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class CommonTaskBenchmark {
    /** 49 blocks: no unused trials. */
    private static final int TRIALS = 100_352;

    private static final int EVENTS = (int) (TRIALS * CommonTask.INCIDENTS_PER_YEAR);

    /** Five standard errors of the annual mean at this number of trials, relative. */
    private static final double TOLERANCE_REL = 0.005;

    /** Threads of the run. */
    @Param({"1", "2"})
    private int threads;

    /** live: sums of harm, insurer and fund and the largest harm; all: every measure with its largest events. */
    @Param({"live", "all"})
    private String measures;

    private CompiledScenario compiled;

    /** Compiles the scenario. */
    @Setup
    public void compile() {
        compiled = measures.equals("all")
                ? ScenarioCompiler.compile(CommonTask.scenario(TRIALS, 1))
                : ScenarioCompiler.compile(
                        CommonTask.scenario(TRIALS, 1),
                        EnumSet.of(Measure.OWN_LOSS, Measure.HARM, Measure.INSURER, Measure.FUND),
                        EnumSet.of(Measure.OWN_LOSS, Measure.HARM));
    }

    /** The engine. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double engine() {
        double[] harm = new double[1];
        int column = compiled.variants().get(0).measures.sum[Measure.HARM.ordinal()];
        Simulator.run(compiled, new SimulationPlan(TRIALS, threads, 1), (block, trials, columns) -> {
            for (long cents : columns.column(0, 1, column)) {
                harm[0] += cents / 100.0;
            }
        });
        return checked(harm[0] / TRIALS);
    }

    /** A plain loop: Poisson by multiplication, normals by the polar method, one operator after the other in each trial. */
    @Benchmark
    @OperationsPerInvocation(EVENTS / 16)
    public double engineBaseline() {
        return checked(new PlainLoop(new SplittableRandom(1)).harmPerYear(TRIALS / 16), 4 * TOLERANCE_REL);
    }

    private static double checked(double harm) {
        return checked(harm, TOLERANCE_REL);
    }

    private static double checked(double harm, double tolerance) {
        if (!(Math.abs(harm / CommonTask.EXACT_HARM - 1) < tolerance)) {
            throw new IllegalStateException("harm a year is " + harm + ", must be " + CommonTask.EXACT_HARM);
        }
        return harm;
    }
}
