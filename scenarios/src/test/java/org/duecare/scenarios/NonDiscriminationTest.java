package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.duecare.assessment.DiscriminationAudit;
import org.duecare.assessment.DiscriminationAudit.Pair;
import org.duecare.assessment.DiscriminationAudit.Result;
import org.duecare.assessment.DiscriminationAudit.What;
import org.duecare.assessment.DiscriminationAuditor;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.MemoryColumnStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The audit of non-discrimination on the shipped scenario of twins. A pair offends beyond 4 standard errors: the chance of a
 * false alarm in the three variants is below 1 in 100, and the seed is fixed.
 */
class NonDiscriminationTest {
    /** Surcharge of 0.4 at equal treatment 0.5. */
    private static final double SURCHARGED = 1 - 1 / 1.2;

    /** Error of the pilot in a ratio of two premiums; about 4 standard errors. */
    private static final double OF_PILOT = 0.02;

    private static List<DiscriminationAudit> audits = List.of();

    @BeforeAll
    static void run() {
        LoadedScenario loaded = ScenarioFile.read("library:non-discrimination", Overrides.set("trials=2500"));
        CompiledScenario compiled = ExAntePricing.priced(ScenarioCompiler.compile(loaded.scenario()), 2);
        MemoryColumnStore store = new MemoryColumnStore(
                RunCollector.columns(compiled), loaded.scenario().trials());
        RunResult result = Run.run(compiled, SimulationPlan.of(compiled, 2), store, done -> {});
        audits = DiscriminationAuditor.audit(compiled, result, 2);
    }

    private static Result of(int variant, What what) {
        return audits.get(variant).measures().stream()
                .filter(result -> result.what() == what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equalTreatmentIsFoundClean() {
        DiscriminationAudit equal = audits.get(0);

        assertThat(equal.variant()).isEqualTo("equal");
        assertThat(equal.groups()).isEqualTo(2);
        assertThat(equal.operations()).isEqualTo(130);
        assertThat(equal.clean()).isTrue();
        assertThat(equal.measures())
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.pairs()).isEqualTo(4))
                .allSatisfy(result -> assertThat(result.index()).isLessThan(OF_PILOT));
    }

    @Test
    void aNationalitySurchargeIsFoundInThePremiumAloneAndItsPairsAreNamed() {
        Result premium = of(1, What.PREMIUM);

        assertThat(audits.get(1).variant()).isEqualTo("surcharge");
        assertThat(premium.offending()).hasSize(3).allSatisfy(pair -> {
            assertThat(pair.higher()).isEqualTo("PL");
            assertThat(pair.index()).isEqualTo(SURCHARGED, within(OF_PILOT));
            assertThat(pair.difference().low()).isPositive();
        });
        assertThat(premium.offending()).extracting(Pair::lower).containsOnly("DE", "FR");
        assertThat(of(1, What.FINDING).offending()).isEmpty();
        assertThat(of(1, What.COMPENSATION).offending()).isEmpty();
    }

    @Test
    void claimsThatForeignersCannotBringAreFoundInTheCompensation() {
        assertThat(audits.get(2).variant()).isEqualTo("unequal-claims");
        assertThat(of(2, What.COMPENSATION).offending())
                .hasSize(2)
                .allSatisfy(pair -> assertThat(pair.lower()).isEqualTo("FR"));
        assertThat(of(2, What.FINDING).offending()).isEmpty();
    }
}
