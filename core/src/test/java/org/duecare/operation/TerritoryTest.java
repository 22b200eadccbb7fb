package org.duecare.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.duecare.diligence.ElementValues;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Rows of the transboundary matrix, claims without and with equal treatment, and what is refused. */
class TerritoryTest {
    private static Territory territory(Map<String, Double> victims) {
        return new Territory(
                "",
                ElementValues.uniform(1),
                0.1,
                new Territory.Sanction(0, 0),
                new Territory.ClaimProbability(1, null),
                victims);
    }

    @Test
    void foreignClaimsAreHomeClaimsTimesTheBiasThatEqualTreatmentLeaves() {
        Territory.ClaimProbability claims = new Territory.ClaimProbability(0.8, 0.2);
        double bias = 0.25;

        for (double d : new double[] {0, 0.3, 1}) {
            assertThat(claims.abroad(d)).isCloseTo(0.8 * (d + (1 - d) * bias), within(1e-15));
        }
        assertThat(new Territory.ClaimProbability(0.8, null).abroad(0)).isEqualTo(0.8);
    }

    @Test
    void rowsSumToOne() {
        assertThat(territory(Map.of("DE", 0.8, "FR", 0.2000005)).victimsIn("DE", "FR"))
                .isEqualTo(0.2000005);
        assertThat(territory(Map.of()).victimsIn("DE", "DE")).isEqualTo(1);
        assertThat(territory(Map.of("FR", 1.0)).victimsIn("DE", "DE")).isZero();
        assertThatThrownBy(() -> territory(Map.of("DE", 0.8, "FR", 0.1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("victims")
                .hasMessageContaining("must sum to 1");
        assertThatThrownBy(() -> territory(Map.of("DE", 1.2, "FR", -0.2))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void sanctionsFollowAuditsAndEnforcement() {
        ElementValues state = new ElementValues(1, 1, 0.5, 1, 0.4, 1, 1, 1, 1);
        Territory lax = new Territory(
                "", state, 2, new Territory.Sanction(1e4, 0.01), new Territory.ClaimProbability(1, null), Map.of());

        assertThat(lax.sanctionsPerYear()).isCloseTo(2 * 0.4 * 0.5, within(1e-15));
        assertThat(lax.sanction().amount(1e8)).isCloseTo(1_010_000, within(1e-6));
    }

    @Test
    void refusesClaimsAbroadAboveThoseAtHome() {
        assertThatThrownBy(() -> new Territory.ClaimProbability(0.5, 0.6))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("foreign");
        assertThatThrownBy(() -> new Territory.Sanction(-1, 0)).isInstanceOf(InvalidValueException.class);
    }
}
