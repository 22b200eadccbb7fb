package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.MinimumLimit;
import org.duecare.insurance.Voluntary;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.quantity.InvalidValueException;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;

/** Purchase of cover by choice: what it is worth, what it costs, and who is left. */
class VoluntaryPurchaseTest {
    private static final double NONE = ScenarioBuilder.NONE;

    @Test
    void certaintyEquivalentIsTheMeanPlusHalfTheVarianceForSmallAversion() {
        // A loss of 100 in one year of ten: ln(0.9 + 0.1 e^(100 a)) / a; by hand at a = 0.01: ln(1.171828183) / 0.01.
        double[] losses = {100};
        assertThat(Voluntary.certaintyEquivalent(losses, 0, 1, 10, 0)).isEqualTo(10.0);
        assertThat(Voluntary.certaintyEquivalent(losses, 0, 1, 10, 0.01)).isCloseTo(15.856508, within(1e-6));
        assertThat(Voluntary.certaintyEquivalent(losses, 0, 1, 10, 1e-6)).isCloseTo(10 + 0.5e-6 * 900, within(1e-7));
    }

    @Test
    void poolSharesTheClaimsOfBuyersByExposure() {
        // Buyers 1 and 2 of pool 0 expect 10 and 50 at exposures 1 and 2: rate 20; the third, who left, is quoted it
        // too.
        double[] rates = {0, 7};
        double[] quoted = Voluntary.pooled(
                new double[] {10, 50, 5, 9},
                new boolean[] {true, true, false, false},
                new int[] {0, 0, 0, 1},
                new double[] {1, 2, 1, 1},
                0.25,
                rates);

        assertThat(rates).containsExactly(20.0, 7.0);
        assertThat(quoted).containsExactly(0.25 * 10 + 15, 0.25 * 50 + 30, 0.25 * 5 + 15, 0.25 * 9 + 5.25);
    }

    private static PremiumRule load(double load) {
        return PremiumRule.of(PrincipleChoice.of("expectedValue", Map.of("load", load)));
    }

    private static Insurance cover(double load, double insight, double aversion) {
        return ScenarioBuilder.insurance(
                Insurance.Obligation.VOLUNTARY,
                1,
                List.of(),
                0,
                NONE,
                0,
                NONE,
                1,
                load(load),
                new Voluntary(aversion, List.of(), 0, insight),
                List.of());
    }

    /** Two careful operations, with a tenth of the attempts that succeed at two careless ones. */
    private static Purchase purchase(Insurance insurance) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 64;
        builder.years = 1;
        for (int i = 0; i < 4; i++) {
            builder.operation("o" + i, "o" + i, i < 2 ? 0.2 : 0.9, 1e7, 1e7);
        }
        builder.diligence = ScenarioBuilder.diligence(0, 3, 0, 0);
        builder.threat("attack", 1, new Exponential(1e5));
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                insurance,
                List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS), Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS)),
                null,
                List.of());
        CompiledScenario compiled = ScenarioCompiler.compile(builder.build());
        return Objects.requireNonNull(compiled.scenario().policies().get(0).purchase());
    }

    @Test
    void carefulLeaveAnInsurerWhoCannotSeeCare() {
        Purchase blind = purchase(cover(0, 0, 20));
        Purchase sighted = purchase(cover(0, 1, 20));

        assertThat(blind.buys()).containsExactly(true, true, false, false);
        assertThat(blind.claimsOfBuyers()).isGreaterThan(1.5 * blind.claimsOfAll());
        assertThat(blind.undecided()).isZero();
        assertThat(blind.rateChange()).isLessThan(1);
        assertThat(sighted.buys()).containsOnly(true);
        assertThat(sighted.claimsOfBuyers()).isEqualTo(sighted.claimsOfAll());
    }

    @Test
    void nobodyBuysWithoutAversionAtAnyLoad() {
        assertThat(purchase(cover(0.5, 1, 0)).buys()).containsOnly(false);
    }

    @Test
    void minimumLimitsRaiseTheCoverOfTheirClass() {
        Insurance cover = ScenarioBuilder.insurance(
                Insurance.Obligation.MANDATORY,
                1,
                List.of(),
                0,
                100,
                0,
                150,
                1,
                null,
                null,
                List.of(new MinimumLimit(2e6, 50), new MinimumLimit(NONE, 300)));
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 1;
        builder.years = 1;
        builder.operation("large", "large", 0.5, NONE, 1e8).operation("small", "small", 0.5, NONE, 1e6);
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                cover,
                List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS)),
                null,
                List.of());
        builder.event("flood", 1, 400).event("fire", 1, 400);
        RunResult result = TestRuns.run(builder.build(), 1);

        // Large: 300, then nothing of an annual limit raised to 300; small: 100, then 50.
        assertThat(result.variants().get(0).operationTotals(Measure.INSURER)).containsExactly(30_000, 15_000);
    }

    @Test
    void choiceNeedsAPrice() {
        assertThatThrownBy(() -> ScenarioBuilder.insurance(
                        Insurance.Obligation.VOLUNTARY, 1, List.of(), 0, NONE, 0, NONE, 1, null, null, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("premium");
    }
}
