package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Discrete;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.Lognormal;
import org.duecare.fund.LiabilityFund;
import org.duecare.harm.HarmLaw;
import org.duecare.settlement.Measure;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.RareEvent;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;

/** Trials drawn with more large harms than the world has: weights are exact, rare shortages come out sharp. */
class TiltTest {
    private static final double NONE = ScenarioBuilder.NONE;
    private static final Accuracy TWIST = new Accuracy(Accuracy.Method.TWIST, 0.8, null, null, null);

    private static RareEvent proration(RunResult result, int variant) {
        RunResult.FundPath fund =
                Objects.requireNonNull(result.variants().get(variant).fund());
        List<TrialColumn> years = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            years.add(fund.proration(year));
        }
        return RareEvent.withinHorizon(years, result.weights());
    }

    private static LiabilityFund fund(double initial) {
        return LiabilityFund.withBalance(initial).build();
    }

    /** One operation, Poisson(0.5) exponential harms of mean 1,000, all on a fund without income. */
    private static Scenario exponential(double initial, long seed, int trials, Accuracy accuracy) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = trials;
        builder.seed = seed;
        builder.accuracy = accuracy;
        builder.operation("a", 0.5).threat("outage", 0.5, new Exponential(1_000));
        List<Layer> layers = List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS));
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), null, layers, fund(initial), List.of());
        return builder.build();
    }

    /** P(S > x) of Poisson(rate) exponential sums of mean 1: sum over n of P(N = n) P(Poisson(x) < n). */
    private static double exceedance(double rate, double x) {
        double sum = 0;
        double pN = Math.exp(-rate);
        for (int n = 1; n < 200; n++) {
            pN *= rate / n;
            double term = Math.exp(-x);
            double below = 0;
            for (int k = 0; k < n; k++) {
                below += term;
                term *= x / (k + 1);
            }
            sum += pN * below;
        }
        return sum;
    }

    @Test
    void rareShortageMeetsTheClosedForm() {
        for (double x : new double[] {7, 10, 14}) {
            double exact = exceedance(0.5, x);
            RareEvent rare = proration(TestRuns.run(exponential(1_000 * x, 7, 200_000, TWIST), 2), 0);
            double z = (rare.probability() - exact) / rare.standardError();
            assertThat(z).as("at %s, exact %s, found %s", x, exact, rare).isBetween(-3.5, 3.5);
            assertThat(rare.relativeError()).isLessThan(0.1);
        }
    }

    /** Everything that the boxes and marks depend on: noise, causation, correlation, steps, levels, trend, several years. */
    private static ScenarioBuilder rich(Accuracy accuracy, long seed, int trials) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = trials;
        builder.seed = seed;
        builder.years = 3;
        builder.accuracy = accuracy;
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
        for (int i = 0; i < 30; i++) {
            builder.operation("op-" + i, "owner-" + i / 2, 0.3 + 0.015 * i, 2e6, 1e7 * (1 + i % 5));
        }
        HarmLaw steps = new HarmLaw(new Discrete(List.of(1e4, 1e6, 4e6), List.of(0.9, 0.08, 0.02)), 0);
        Lognormal own = new Lognormal(9, 1);
        builder.threat("ransomware", 0.02, null, own, new HarmLaw(new Lognormal(11, 1.5), 0.5), null, sectorLevel());
        builder.threat("outage", 0.02, null, own, new HarmLaw(new Lognormal(10.5, 1.8), 0), null, ownLevel());
        builder.threat("step", 0.01, null, own, steps, null, null);
        builder.threat("shared", 0.05, new Exponential(2e5));
        ReferencePolicies.add(builder);
        return builder;
    }

    private static ThreatType.Mixing sectorLevel() {
        return new ThreatType.Mixing(
                ThreatType.Mixing.LevelLaw.LOGNORMAL, 0.8, ThreatType.Mixing.Scope.SECTOR, null, 0.6);
    }

    private static ThreatType.Mixing ownLevel() {
        return new ThreatType.Mixing(ThreatType.Mixing.LevelLaw.GAMMA, 0.8, ThreatType.Mixing.Scope.OPERATION, null, 0);
    }

    private static double z(MeanEstimator.Estimate a, MeanEstimator.Estimate b) {
        return (a.mean().estimate() - b.mean().estimate()) / Math.hypot(a.standardError(), b.standardError());
    }

    private static MeanEstimator.Estimate mean(RunResult result, int v, Measure measure, int year) {
        return MeanEstimator.of(
                List.of(result.variants().get(v).sum(measure, year)),
                result.weights(),
                100,
                TailMoments.FINITE_VARIANCE);
    }

    @Test
    void everyMeanIsUnbiased() {
        RunResult crude = TestRuns.run(rich(Accuracy.CRUDE, 3, 60_000).build(), 2);
        RunResult tilted = TestRuns.run(rich(TWIST, 4, 60_000).build(), 2);
        int tests = 0;
        double squares = 0;
        for (int v = 0; v < 3; v++) {
            for (Measure measure : crude.variants().get(v).measures()) {
                for (int year = 1; year <= 3; year++) {
                    MeanEstimator.Estimate a = mean(crude, v, measure, year);
                    MeanEstimator.Estimate b = mean(tilted, v, measure, year);
                    if (a.standardError() > 0) {
                        double z = z(a, b);
                        tests++;
                        squares += z * z;
                        assertThat(z)
                                .as("%s of %d in year %d: %s %s", measure, v, year, a, b)
                                .isBetween(-4.0, 4.0);
                    }
                }
            }
        }
        RareEvent one = proration(crude, 2);
        RareEvent other = proration(tilted, 2);
        double z = (one.probability() - other.probability()) / Math.hypot(one.standardError(), other.standardError());
        assertThat(z).as("%s %s", one, other).isBetween(-3.5, 3.5);
        assertThat(squares / tests).isLessThan(2.5);
    }

    @Test
    void weightsHaveMeanOneAndAreBounded() {
        RunResult tilted = TestRuns.run(rich(TWIST, 5, 60_000).build(), 2);
        long[] ones = new long[60_000];
        java.util.Arrays.fill(ones, 1);
        MemoryColumnStore store = new MemoryColumnStore(1, ones.length);
        store.append(0, ones, ones.length);
        RareEvent all = RareEvent.withinHorizon(List.of(store.column(0)), tilted.weights());

        assertThat((all.probability() - 1) / all.standardError()).isBetween(-3.5, 3.5);
        assertThat(all.effectiveSampleSize()).isGreaterThan(0.2 * 60_000);
        store.close();
    }

    @Test
    void threadsAndCutsDoNotShow() {
        CompiledScenario compiled =
                ScenarioCompiler.compile(rich(TWIST, 6, 5_000).build());
        String hash = TestRuns.run(compiled, new SimulationPlan(5_000, 1, 1)).resultSha256();
        for (int threads : new int[] {2, 5}) {
            for (int slices : new int[] {1, 3, 7}) {
                assertThat(TestRuns.run(compiled, new SimulationPlan(5_000, threads, slices))
                                .resultSha256())
                        .isEqualTo(hash);
            }
        }
        assertThat(hash)
                .isNotEqualTo(
                        TestRuns.run(rich(Accuracy.CRUDE, 6, 5_000).build(), 2).resultSha256());
    }

    @Test
    void pilotTakesTwistForRareShortagesAndCrudeForCommonOnes() {
        Accuracy auto = new Accuracy(Accuracy.Method.AUTO, 0.8, null, null, null);

        assertThat(AccuracyPilot.settle(exponential(12_000, 9, 4_096, auto), 2)
                        .accuracy()
                        .method())
                .isEqualTo(Accuracy.Method.TWIST);
        assertThat(AccuracyPilot.settle(exponential(300, 9, 4_096, auto), 2)
                        .accuracy()
                        .method())
                .isEqualTo(Accuracy.Method.CRUDE);
    }

    @Test
    void twistWithoutFundNeedsASize() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.accuracy = TWIST;
        builder.operation("a", 0.5).threat("outage", 0.5, new Exponential(1_000));
        builder.policy("base", ScenarioBuilder.strict(), List.of());

        assertThatThrownBy(builder::compile).hasMessageContaining("no variant has one");
        builder.accuracy = new Accuracy(Accuracy.Method.TWIST, 0.8, null, 4_000.0, null);
        RunResult tilted = TestRuns.run(builder.build(), 1);
        assertThat(mean(tilted, 0, Measure.HARM, 1).mean().estimate()).isBetween(400.0, 600.0);
    }
}
