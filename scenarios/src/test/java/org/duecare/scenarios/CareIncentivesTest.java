package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessor;
import org.duecare.assessment.Welfare;
import org.duecare.assessment.WelfareAssessor;
import org.duecare.settlement.Measure;
import org.duecare.simulation.ChosenCare;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MemoryColumnStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped scenario of care: moral hazard and under-care of those who own little, with intervals that exclude zero. */
class CareIncentivesTest {
    private static LoadedScenario loaded;
    private static CompiledScenario compiled;
    private static Assessment assessment;

    @BeforeAll
    static void run() {
        loaded = ScenarioFile.read("library:care-incentives", Overrides.NONE);
        compiled = ExAntePricing.priced(ScenarioCompiler.compile(loaded.scenario()), 2);
        MemoryColumnStore store = new MemoryColumnStore(
                RunCollector.columns(compiled), compiled.scenario().trials());
        RunResult result = Run.run(compiled, SimulationPlan.of(compiled, 2), store, done -> {});
        assessment = Assessor.assess(compiled, result, List.of(10.0, 100.0), 2)
                .withWelfare(WelfareAssessor.assess(compiled, result, Objects.requireNonNull(loaded.welfare())));
    }

    private static ChosenCare care(String variant) {
        return compiled.scenario().policies().stream()
                .filter(policy -> policy.variant().equals(variant))
                .map(policy -> Objects.requireNonNull(policy.care()))
                .findFirst()
                .orElseThrow();
    }

    private static double care(String variant, String sector) {
        return care(variant).classes().stream()
                .filter(choice -> choice.riskClass().sector().equals(sector))
                .mapToDouble(ChosenCare.ClassChoice::care)
                .findFirst()
                .orElseThrow();
    }

    private static ConfidenceInterval difference(String variant, Measure measure) {
        return assessment.differences().stream()
                .filter(d -> d.variant().equals(variant) && d.measure() == measure)
                .findFirst()
                .orElseThrow()
                .mean();
    }

    private static Welfare welfare(String variant) {
        return Objects.requireNonNull(assessment.welfareOf(variant));
    }

    @Test
    void everyFixedPointIsReached() {
        assertThat(compiled.scenario().policies()).allSatisfy(policy -> {
            assertThat(care(policy.variant()).converged()).isTrue();
            assertThat(care(policy.variant()).residual()).isZero();
        });
    }

    @Test
    void insuredOperatorsTakeLessCareWhereThePremiumDoesNotFollowIt() {
        for (String sector : List.of("energy", "ict-services")) {
            assertThat(care("flat-premium", sector)).isLessThan(care("graded-premium", sector) - 0.1);
        }
        assertThat(difference("graded-premium", Measure.CARE_COST).low()).isPositive();
        assertThat(difference("graded-premium", Measure.HARM).high()).isNegative();
    }

    @Test
    void whoOwnsLittleTakesLessCareUnderLiabilityAndCoverThatRatesCareRestoresIt() {
        assertThat(care("strict", "ict-services")).isLessThan(care("strict", "energy") - 0.1);
        assertThat(care("negligence", "ict-services")).isLessThan(care("negligence", "energy") - 0.1);
        assertThat(care("graded-premium", "ict-services")).isGreaterThan(care("strict", "ict-services") + 0.1);
    }

    @Test
    void totalsAreTheSumsOfTheirPartsAndMoralHazardIsDear() {
        for (Welfare welfare : assessment.welfare()) {
            double parts = 0;
            for (Welfare.Item item : welfare.items().subList(0, 5)) {
                parts += item.mean().estimate();
            }
            double total = welfare.items().get(5).mean().estimate();
            double risk = welfare.items().get(6).mean().estimate();
            assertThat(total).isCloseTo(parts, org.assertj.core.api.Assertions.within(1e-6 * parts));
            assertThat(welfare.items().get(7).mean().estimate())
                    .isCloseTo(total + risk, org.assertj.core.api.Assertions.within(1e-6 * total));
            assertThat(risk).isNotNegative();
        }
        Welfare graded = welfare("graded-premium");
        assertThat(graded.against()).isEqualTo("flat-premium");
        assertThat(graded.differences().get(5).mean().high()).isNegative();
        assertThat(welfare("flat-premium").differences()).isEmpty();
    }

    /** {@code library:cover-and-care}: under a flat premium nobody buys, under a graded one all do, and take more care. */
    @Test
    void coverAndCareAreChosenTogether() {
        CompiledScenario together = ScenarioCompiler.compile(
                ScenarioFile.read("library:cover-and-care", Overrides.NONE).scenario());
        Policy flat = together.scenario().policies().get(0);
        Policy graded = together.scenario().policies().get(1);
        Policy uninsured = together.scenario().policies().get(2);

        assertThat(Samples.given(flat.purchase()).buyers()).isZero();
        assertThat(Samples.given(graded.purchase()).buyers()).isEqualTo(400);
        assertThat(Samples.given(Samples.given(flat.purchase()).joint()).converged())
                .isTrue();
        assertThat(Samples.given(Samples.given(graded.purchase()).joint()).converged())
                .isTrue();
        assertThat(Samples.given(graded.care()).classes())
                .allSatisfy(one -> assertThat(one.care()).isBetween(0.74, 0.76));
        assertThat(Samples.given(flat.care()).classes()).isNotEmpty();
        assertThat(Samples.given(flat.care()).careOf())
                .isEqualTo(Samples.given(uninsured.care()).careOf());
    }
}
