package org.duecare.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Limits of liability by their published arithmetic, and what is refused. */
class LiabilityLimitTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Civil Liability Convention 1992, article V, amounts from 1 November 2003, in special drawing rights. */
    private static final LiabilityLimit CLC =
            new LiabilityLimit(NONE, 4_510_000, 631, 5_000, "grossTons", 89_770_000, NONE);

    @Test
    void reproducesTheLimitOfTheCivilLiabilityConvention() {
        double[][] limits = {
            {1_000, 4_510_000},
            {5_000, 4_510_000},
            {5_001, 4_510_631},
            {29_548, 19_999_788},
            {50_000, 32_905_000},
            {100_000, 64_455_000},
            {140_000, 89_695_000},
            {140_118, 89_769_458},
            {140_119, 89_770_000},
            {200_000, 89_770_000}
        };
        for (double[] row : limits) {
            assertThat(CLC.at(0, row[0])).as(row[0] + " gross tons").isEqualTo(row[1]);
        }
    }

    @Test
    void theSmallestOfSeveralLimitsHolds() {
        LiabilityLimit limit = new LiabilityLimit(3e6, 1e6, 10, 0, "users", NONE, 0.02);

        assertThat(limit.at(1e9, 1e5)).isEqualTo(2e6);
        assertThat(limit.at(1e8, 1e6)).isEqualTo(2e6);
        assertThat(limit.at(1e9, 1e6)).isEqualTo(3e6);
        assertThat(LiabilityLimit.NONE.at(1e9, 1e6)).isEqualTo(NONE);
        assertThat(LiabilityLimit.NONE.isNone()).isTrue();
        assertThat(limit.isNone()).isFalse();
    }

    @Test
    void refusesWhatIsNoLimit() {
        assertThatThrownBy(() -> new LiabilityLimit(0, NONE, 0, 0, "users", NONE, NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("flat");
        assertThatThrownBy(() -> new LiabilityLimit(NONE, NONE, 10, 0, "users", NONE, NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("base");
        assertThatThrownBy(() -> new LiabilityLimit(NONE, NONE, 0, 0, "users", NONE, 1.5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ofTurnover");
    }
}
