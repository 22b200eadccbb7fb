package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duecare.diligence.DiligenceElement;
import org.duecare.distribution.Exponential;
import org.duecare.simulation.ScenarioBuilder;
import org.junit.jupiter.api.Test;

/** Each element moved from 0 to 1 under a variant: what it does, and nothing where it does nothing. */
class ElementEffectsRunTest {
    private static ElementEffects effects(double continuityFactor) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.years = 2;
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, continuityFactor);
        builder.operation("a", 0.3).operation("b", 0.7);
        builder.threat("attack", 1, new Exponential(1e5));
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        return ElementEffects.of(builder.build(), 1);
    }

    @Test
    void onlyElementsWithAnEffectAreListedAndTheirIntervalsExcludeZero() {
        ElementEffects effects = effects(0);

        assertThat(effects.variant()).isEqualTo("base");
        assertThat(effects.effects()).isNotEmpty().allSatisfy(effect -> {
            assertThat(effect.element()).isEqualTo(DiligenceElement.NECESSARY_MEASURES);
            assertThat(effect.difference().high()).isNegative();
        });
        // two operations at rate 1: 2 x (exp(-1.6) - 1) incidents a year
        ElementEffects.Effect incidents = effects.effects().get(0);
        assertThat(incidents.outcome()).isEqualTo(ElementEffects.INCIDENTS);
        assertThat(2 * (Math.exp(-1.6) - 1))
                .isBetween(
                        incidents.difference().low() - 0.05,
                        incidents.difference().high() + 0.05);
    }

    @Test
    void continuityMovesSizesAndNotNumbers() {
        assertThat(effects(0.5).effects())
                .filteredOn(effect -> effect.element() == DiligenceElement.CONTINUITY)
                .extracting(ElementEffects.Effect::outcome)
                .containsExactly("ownLoss", "harm", "damages", "uncompensated");
    }
}
