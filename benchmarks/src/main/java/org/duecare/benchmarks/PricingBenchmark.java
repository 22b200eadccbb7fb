package org.duecare.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePrices;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.ScenarioCompiler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to price 1,000 operations by three principles before the first trial, on two threads: pilot, laws by class,
 * premiums of all operations? The promise is below ten seconds. {@code coldStart} is one shot in a fresh machine.
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(3)
public class PricingBenchmark {
    private static final int THREADS = 2;
    private static final List<PremiumRule> RULES = List.of(
            rule("wang", "lambda", 0.25),
            rule("standardDeviation", "load", 0.3),
            rule("proportionalHazard", "exponent", 0.8));

    private CompiledScenario compiled = ScenarioCompiler.compile(CommonTask.scenario(2048, 1));

    private static PremiumRule rule(String principle, String parameter, double value) {
        return PremiumRule.of(PrincipleChoice.of(principle, Map.of(parameter, value)));
    }

    /** Compiles the scenario, which is not measured. */
    @Setup(Level.Trial)
    public void compile() {
        compiled = ScenarioCompiler.compile(CommonTask.scenario(2048, 1));
    }

    /** Warm. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public double threePrinciples() {
        CompiledScenario priced = ExAntePricing.pricedAll(compiled, List.of("base"), THREADS);
        ExAntePrices prices = Objects.requireNonNull(priced.prices().get("base"));
        double total = 0;
        for (PremiumRule rule : RULES) {
            for (Premium premium : prices.price(rule)) {
                total += premium.total();
            }
        }
        return total;
    }

    /** Cold: what somebody waits for who prices once. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public double coldStart() {
        return threePrinciples();
    }
}
