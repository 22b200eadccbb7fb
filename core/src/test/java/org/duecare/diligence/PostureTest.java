package org.duecare.diligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Posture from year to year by hand. */
class PostureTest {
    private static final double[] HALF = ElementValues.uniform(0.5).toArray();
    private static final double[] NOTHING = new double[DiligenceElement.COUNT];

    @Test
    void erosionIsHeldByContinuityAndDriftByTheStateOfTheArt() {
        assertThat(Posture.yearlyLoss(HALF, 0.08, 0.03)).isCloseTo(1 - 0.96 * 0.985, within(1e-15));
        assertThat(Posture.yearlyLoss(ElementValues.uniform(1).toArray(), 0.08, 0.03))
                .isZero();
        assertThat(Posture.yearlyLoss(NOTHING, 0.08, 0.03)).isCloseTo(1 - 0.92 * 0.97, within(1e-15));
    }

    @Test
    void upkeepThatEqualsTheLossHoldsEveryBit() {
        double[] levels = {0.1, 0.7, 1.0 / 3, 0.123456789, 0.9, 0.77, 0, 1, 0.5};
        double loss = Posture.yearlyLoss(levels, 0.08, 0.03);
        double[] upkeep = new double[9];
        for (int k = 0; k < 9; k++) {
            upkeep[k] = loss * levels[k];
        }

        assertThat(Posture.nextYear(levels, loss, upkeep, NOTHING)).isEqualTo(levels);
    }

    @Test
    void withoutUpkeepLevelsDecayAndWithGainsTheyRiseUpToOne() {
        assertThat(Posture.nextYear(HALF, 0.1, NOTHING, NOTHING)).containsOnly(0.45);
        assertThat(Posture.nextYear(HALF, 0, NOTHING, ElementValues.uniform(0.7).toArray()))
                .containsOnly(1);
    }

    @Test
    void withoutTerritorialControlOtherElementsReachLess() {
        double[] effective = Posture.effective(HALF, 0.6);

        assertThat(effective[DiligenceElement.TERRITORIAL_CONTROL.ordinal()]).isEqualTo(0.5);
        assertThat(effective[DiligenceElement.NECESSARY_MEASURES.ordinal()]).isCloseTo(0.5 * 0.6, within(1e-15));
    }

    @Test
    void operatorsInBadFaithOverstate() {
        double[] levels = {0.25, 0.5, 0.5, 0.5, 0.95, 0.5, 0.5, 0.5, 0.5};
        double[] declared = Posture.declared(levels, 0.2);

        assertThat(declared[1]).isCloseTo(0.65, within(1e-15));
        assertThat(declared[4]).isEqualTo(1);
        levels[0] = 1;
        assertThat(Posture.declared(levels, 0.2)).isEqualTo(levels);
    }

    @Test
    void incidentsTeachAShareOfWhatIsMissing() {
        assertThat(Posture.hardened(HALF, ElementValues.uniform(0.4).toArray())).containsOnly(0.7);
    }
}
