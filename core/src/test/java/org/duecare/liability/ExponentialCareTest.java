package org.duecare.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Care under each rule against closed forms (reference cases RC-74 and RC-76: harm 10 exp(-x)). */
class ExponentialCareTest {
    private static final double HARM = 10;
    private static final double EFFICIENT = 2.30258509;

    @Test
    void efficientCareAndItsCost() {
        assertThat(ExponentialCare.efficient(HARM, 1)).isCloseTo(EFFICIENT, within(1e-8));
        assertThat(ExponentialCare.socialCost(ExponentialCare.efficient(HARM, 1), HARM, 1))
                .isCloseTo(3.30258509, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.60943791", "0.2, 0.693147181"})
    void judgmentProofOperatorsTakeTooLittleCareUnderStrictLiability(double payable, double care) {
        assertThat(ExponentialCare.strict(HARM, 1, payable)).isCloseTo(care, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"1, 2.30258509", "0.4, 2.30258509", "0.35, 1.25276297", "0.3678795, 2.30258509", "0.3678793, 1.30258471"
    })
    void negligenceHoldsTheStandardUntilOneEthOfTheHarmCanBePaid(double payable, double care) {
        // The switch lies at 1/e = 0.36787944...
        double standard = ExponentialCare.efficient(HARM, 1);

        assertThat(ExponentialCare.negligence(HARM, 1, standard, payable)).isCloseTo(care, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.099943, 3.307417",
        "0.1, 0.159527, 3.314659",
        "0.25, 0.224362, 3.325973",
        "0.5, 0.142839, 3.312318",
        "1, -0.075022, 3.305471",
        "1.5, -0.201973, 3.324427",
        "2, -0.282758, 3.346611",
        "3, -0.381909, 3.385755",
        "5, -0.481612, 3.439655",
        "10, -0.574917, 3.504651"
    })
    void uncertainStandardBringsOverComplianceThenUnderCompliance(double spread, double above, double cost) {
        double standard = ExponentialCare.efficient(HARM, 1);
        double care = ExponentialCare.underUncertainStandard(HARM, 1, standard, spread);

        assertThat(care - standard).isCloseTo(above, within(2e-6));
        assertThat(ExponentialCare.socialCost(care, HARM, 1)).isCloseTo(cost, within(2e-6));
    }
}
