package org.duecare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.duecare.distribution.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Closed forms of the economics of liability with the accident probability {@code p0 exp(-k x)} of care x and
 * {@code k = 1, p0 h = 10}: the due care of Hand and Brown, Shavell's judgment-proof injurer, the uncertain standard of
 * Craswell and Calfee, the security investment of Gordon and Loeb.
 */
class CareChoiceTest {
    private static final double HARM = 10;
    private static final double DUE = Math.log(HARM);
    private static final double MOST = 8;

    private static double harm(double care) {
        return HARM * Math.exp(-care);
    }

    @Test
    void handRuleAsksForTheCareThatCostsSocietyLeast() {
        CareChoice social = CareChoice.least(x -> x + harm(x), 0, MOST);

        assertThat(social.care()).isCloseTo(2.30258509, within(1e-8));
        assertThat(social.cost()).isCloseTo(3.30258509, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.60943791", "0.2, 0.693147181"})
    void judgmentProofInjurersTakeTooLittleCareUnderStrictLiability(double assets, double care) {
        CareChoice chosen = CareChoice.least(x -> x + assets * harm(x), 0, MOST);

        assertThat(chosen.care()).isCloseTo(care, within(1e-8));
        assertThat(chosen.cost()).isCloseTo(care + 1, within(1e-8));
    }

    private static CareChoice underNegligence(double assets) {
        return CareChoice.least(x -> x + (x < DUE ? assets * harm(x) : 0), 0, MOST, DUE);
    }

    @Test
    void negligenceKeepsPoorerInjurersAtTheStandardThanStrictLiability() {
        assertThat(underNegligence(0.4).care()).isEqualTo(DUE);
        assertThat(underNegligence(0.35).care()).isCloseTo(1.25276297, within(1e-8));
        double edge = 1 / Math.E;
        assertThat(underNegligence(edge + 1e-6).care()).isEqualTo(DUE);
        assertThat(underNegligence(edge - 1e-6).care()).isLessThan(DUE - 0.5);
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
    void anUncertainStandardIsExceededWhenTheDoubtIsSmallAndMissedWhenItIsLarge(
            double spread, double beyond, double social) {
        CareChoice chosen = CareChoice.least(x -> x + harm(x) * Normal.cdf((DUE - x) / spread), 0, MOST);

        assertThat(chosen.care() - DUE).isCloseTo(beyond, within(2e-6));
        assertThat(chosen.care() + harm(chosen.care())).isCloseTo(social, within(2e-6));
    }

    /** Courts that let the careless off with e1 and hold the careful liable with e2: compliance iff e2 <= 1 + ln(1 - e1). */
    @ParameterizedTest
    @CsvSource({"0, 0.632", "0.1, 0.593"})
    void courtErrorIsBornWithinTheBoundOfPng(double heldThoughCareful, double escape) {
        assertThat(complies(escape - 0.002, heldThoughCareful)).isTrue();
        assertThat(complies(escape + 0.002, heldThoughCareful)).isFalse();
    }

    private static boolean complies(double escape, double held) {
        DoubleUnaryOperator cost = x -> x + harm(x) * (x < DUE ? 1 - escape : held);
        return CareChoice.least(cost, 0, MOST, DUE).care() >= DUE;
    }

    @ParameterizedTest
    @CsvSource({"0, 2.30258509", "0.5, 1.60943791", "0.8, 0.693147181", "1, 0"})
    void fullCoverWithoutRatingByCareEndsCare(double covered, double care) {
        double premium = 3;
        CareChoice chosen = CareChoice.least(x -> x + premium + (1 - covered) * harm(x), 0, MOST);

        assertThat(chosen.care()).isCloseTo(care, within(1e-8));
    }

    @Test
    void aPremiumThatFollowsCareRestoresDueCare() {
        double covered = 0.8;
        CareChoice chosen = CareChoice.least(x -> x + covered * harm(x) + (1 - covered) * harm(x), 0, MOST);

        assertThat(chosen.care()).isCloseTo(DUE, within(1e-8));
    }

    @Test
    void securityInvestmentStaysBelowOneOverEOfTheExpectedLoss() {
        SplittableRandom random = new SplittableRandom(71);
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            double loss = Math.exp(random.nextDouble(8, 18));
            double vulnerability = random.nextDouble(0.01, 0.99);
            double alpha = Math.exp(random.nextDouble(-3, 6)) / loss;
            double beta = random.nextDouble(1, 60);
            boolean first = random.nextBoolean();
            DoubleUnaryOperator success = first
                    ? z -> vulnerability / Math.pow(alpha * z + 1, beta)
                    : z -> Math.pow(vulnerability, alpha * z + 1);
            double most = vulnerability * loss;
            CareChoice chosen = CareChoice.least(z -> z + success.applyAsDouble(z) * loss, 0, most);
            double share = chosen.care() / most;
            assertThat(share).as("case " + i).isLessThanOrEqualTo(1 / Math.E + 1e-9);
            largest = Math.max(largest, share);
        }
        assertThat(largest).as("the bound is nearly reached").isGreaterThan(0.34);
    }

    @Test
    void equilibriumIsFoundOrItsAbsenceTold() {
        Equilibrium found = Equilibrium.of(p -> 1 + p / 2, 0, 1e-12, 200);
        Equilibrium lost = Equilibrium.of(p -> 1 + 2 * p, 0, 1e-12, 50);

        assertThat(found.price()).isCloseTo(2, within(1e-11));
        assertThat(found.converged()).isTrue();
        assertThat(lost.converged()).isFalse();
        assertThat(lost.residual()).isGreaterThan(0.1);
    }
}
