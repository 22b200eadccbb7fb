package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.duecare.assessment.Welfare.Component;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.TestRuns;
import org.duecare.statistics.ConfidenceInterval;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Components of welfare against direct sums over the trials of a run. */
class WelfareAssessorTest {
    private static final WelfarePlan PLAN = new WelfarePlan(3, 5e6, 0.06, 0.95, 1000);
    private static final double CENT = 0.01;

    private static CompiledScenario compiled;
    private static RunResult result;

    @BeforeAll
    static void run() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.years = 2;
        builder.operation("acme", "acme", 0.5, ScenarioBuilder.NONE, 1e8);
        builder.threat("outage", 2, new Exponential(1e6));
        builder.policy("bare", ScenarioBuilder.strict(), List.of());
        builder.policy(
                "covered",
                ScenarioBuilder.strict(),
                List.of(ScenarioBuilder.layer(Payer.INSURER, 0, 2e6, ScenarioBuilder.NONE)));
        builder.policy("bare again", ScenarioBuilder.strict(), List.of());
        builder.compareTo = "bare";
        compiled = builder.compile();
        result = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
    }

    private static List<Welfare> assess() {
        return WelfareAssessor.assess(compiled, result, PLAN);
    }

    private static double[] pooled(int variant, Measure measure) {
        double[] both = Arrays.copyOf(TestRuns.sums(result, variant, measure, 1), 8192);
        System.arraycopy(TestRuns.sums(result, variant, measure, 2), 0, both, 4096, 4096);
        return both;
    }

    private static ConfidenceInterval of(Welfare welfare, Component component) {
        return welfare.items().get(component.ordinal()).mean();
    }

    @Test
    void everyComponentIsWhatADirectSumGives() {
        List<Welfare> welfare = assess();
        double[] left = pooled(0, Measure.UNCOMPENSATED);
        double[] paid = pooled(1, Measure.INSURER);
        Arrays.sort(paid);
        double mean = Arrays.stream(paid).average().orElseThrow();
        // 5 % of 8,192 years are 409.6: the 409 largest, and 0.6 of the next
        double tail = Arrays.stream(paid, 8192 - 409, 8192).sum() + 0.6 * paid[8192 - 410];
        double utility = Arrays.stream(left)
                .map(u -> Math.exp(3 * Math.min(u, 5e6) / 5e6))
                .average()
                .orElseThrow();
        double borne = Arrays.stream(left).map(u -> Math.min(u, 5e6)).average().orElseThrow();
        double breaches = Arrays.stream(TestRuns.cents(result.variants().get(0).breaches(1)))
                                .average()
                                .orElseThrow()
                        / 2
                + Arrays.stream(TestRuns.cents(result.variants().get(0).breaches(2)))
                                .average()
                                .orElseThrow()
                        / 2;

        assertThat(of(welfare.get(1), Component.COST_OF_CAPITAL).estimate())
                .isCloseTo(0.06 * (tail / 409.6 - mean), within(CENT));
        assertThat(of(welfare.get(0), Component.VICTIMS_RISK).estimate())
                .isCloseTo(5e6 / 3 * Math.log(utility) - borne, within(CENT));
        assertThat(of(welfare.get(0), Component.ADMINISTRATION).estimate()).isCloseTo(1000 * breaches, within(CENT));
        assertThat(of(welfare.get(0), Component.HARM).estimate())
                .isCloseTo(Arrays.stream(left).average().orElseThrow(), within(CENT));
        assertThat(of(welfare.get(0), Component.CARE).estimate()).isZero();
        assertThat(of(welfare.get(0), Component.COST_OF_CAPITAL).estimate()).isZero();
    }

    @Test
    void equalVariantsDifferByNothingAndCoverTakesRiskFromVictims() {
        List<Welfare> welfare = assess();

        assertThat(welfare.get(0).against()).isNull();
        assertThat(welfare.get(2).differences()).allSatisfy(item -> {
            assertThat(item.mean().estimate()).isZero();
            assertThat(item.mean().low()).isZero();
            assertThat(item.mean().high()).isZero();
        });
        ConfidenceInterval risk = welfare.get(1)
                .differences()
                .get(Component.VICTIMS_RISK.ordinal())
                .mean();
        assertThat(risk.high()).isNegative();
        assertThat(welfare.get(1)
                        .differences()
                        .get(Component.HARM.ordinal())
                        .mean()
                        .estimate())
                .isZero();
    }

    @Test
    void theIntervalOfTheCostOfCapitalIsThatOfItsInfluenceValues() {
        ConfidenceInterval capital = of(assess().get(1), Component.COST_OF_CAPITAL);

        assertThat(capital.low()).isLessThan(capital.estimate());
        assertThat((capital.high() - capital.low()) / capital.estimate()).isBetween(0.05, 0.5);
    }

    @Test
    void victimsToWhomOnlyTheMeanCountsBearNoRisk() {
        WelfarePlan indifferent = new WelfarePlan(0, 5e6, 0.06, 0.95, 1000);
        Welfare welfare = WelfareAssessor.assess(compiled, result, indifferent).get(0);

        assertThat(of(welfare, Component.VICTIMS_RISK).estimate()).isZero();
    }
}
