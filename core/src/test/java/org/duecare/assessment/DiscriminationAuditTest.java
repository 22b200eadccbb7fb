package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.junit.jupiter.api.Test;

/** The arithmetic behind the audit; the audit itself runs on the shipped scenario in {@code NonDiscriminationTest}. */
class DiscriminationAuditTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void leavingOutOneOfEqualBlocksGivesTheErrorOfTheirMean() {
        double[] blocks = {1, 4, 2, 8, 5, 7};
        double sum = 27;
        double[] leftOut = new double[blocks.length];
        double squares = 0;
        for (int b = 0; b < blocks.length; b++) {
            leftOut[b] = (sum - blocks[b]) / (blocks.length - 1);
            squares += (blocks[b] - sum / blocks.length) * (blocks[b] - sum / blocks.length);
        }
        double ofMean = Math.sqrt(squares / (blocks.length - 1) / blocks.length);

        assertThat(DiscriminationAuditor.jackknife(leftOut, new double[blocks.length]))
                .isEqualTo(ofMean, within(ROUNDING));
    }

    @Test
    void whatMovesTogetherHasNoError() {
        double[] one = {1, 4, 2, 8};
        double[] other = {3, 6, 4, 10};

        assertThat(DiscriminationAuditor.jackknife(other, one)).isEqualTo(0, within(ROUNDING));
    }

    @Test
    void aSurchargeIsChargedAsFarAsEqualTreatmentFallsShort() {
        PremiumRule rule = new PremiumRule(
                PrincipleChoice.of("expectedValue", Map.of("load", 0.2)), 0, 0, 0, Map.of("PL", 0.4), null, 1);

        assertThat(rule.nationality("PL", 0)).isEqualTo(1.4);
        assertThat(rule.nationality("PL", 0.5)).isEqualTo(1.2);
        assertThat(rule.nationality("PL", 1)).isEqualTo(1);
        assertThat(rule.nationality("DE", 0)).isEqualTo(1);
    }
}
