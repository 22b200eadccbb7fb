package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.Reinstatement;
import org.duecare.distribution.Degenerate;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Reinsurance;
import org.duecare.operation.RiskClass;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.ReinsuranceCost;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

/** The cost of treaties in premiums before the first trial, against arithmetic and closed forms. */
class ReinsurancePricingTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double CENT = 0.0101;

    /** Standard errors of the pilot; five figures judged, false alarm of the class below 4e-5. */
    private static final double Z_BOUND = 4.5;

    private static final double RATE = 0.5;
    private static final double LOSS = 2e4;

    private static PremiumRule rule(double share) {
        return new PremiumRule(
                PrincipleChoice.of("expectedValue", Map.of("load", 0.2)), 0.25, 0.1, 0.19, Map.of(), null, share);
    }

    private static Reinsurance quotaShare(double share, double commission) {
        return treaty(Reinsurance.Kind.QUOTA_SHARE, share, null, NONE, null, 0, commission);
    }

    private static Reinsurance treaty(
            Reinsurance.Kind kind,
            @org.jspecify.annotations.Nullable Double share,
            @org.jspecify.annotations.Nullable Double attachment,
            double limit,
            @org.jspecify.annotations.Nullable Integer refills,
            double premium,
            double commission) {
        List<Reinstatement> prices = refills == null ? List.of() : List.of(new Reinstatement(1, false));
        return new Reinsurance(
                kind, null, share, null, null, attachment, limit, 0, NONE, refills, prices, premium, commission, null);
    }

    private static ExAntePrices prices(PremiumRule rule, Reinsurance... treaties) {
        return Objects.requireNonNull(
                ExAntePricing.priced(builder(rule, treaties).compile(), 2)
                        .prices()
                        .get("base"));
    }

    private static ScenarioBuilder builder(PremiumRule rule, Reinsurance... treaties) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.operation("small", "small", 0.3, NONE, 5e6).operation("large", "large", 0.6, NONE, 3e8);
        builder.threat("outage", RATE, new Degenerate(LOSS));
        Insurance insurance = new Insurance(
                Insurance.Obligation.MANDATORY,
                1,
                List.of(),
                0,
                NONE,
                0,
                NONE,
                1,
                rule,
                0,
                List.of(),
                Exclusions.NONE,
                List.of(),
                Insurance.AfterDefault.REPLACED,
                null,
                List.of(treaties),
                null,
                List.of());
        List<Layer> layers = List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS));
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), insurance, layers, null, List.of());
        return builder;
    }

    /** A reinsurer that takes a share of losses and premiums and pays the insurer's costs back leaves the premium as it is. */
    @Test
    void aQuotaShareAtOriginalTermsCostsNothing() {
        Premium plain = prices(rule(1)).premium(0);
        Premium ceded = prices(rule(1), quotaShare(0.4, 0.35)).premium(0);

        assertThat(ceded.expectedLoss()).isEqualTo(plain.expectedLoss());
        assertThat(ceded.riskLoad()).isCloseTo(0.6 * plain.riskLoad(), within(CENT));
        assertThat(ceded.reinsurance()).isCloseTo(0.4 * plain.riskLoad(), within(CENT));
        assertThat(ceded.beforeTax()).isCloseTo(plain.beforeTax(), within(5 * CENT));
    }

    /** Premium before tax = (E + 0.6 load - 0.4 E) / (1 - 0.35 - 0.4 x 0.9): the reinsurer's price is a share of the premium. */
    @Test
    void aQuotaShareWithALowCommissionMakesPremiumsDearer() {
        Premium ceded = prices(rule(1), quotaShare(0.4, 0.1)).premium(0);
        double expected = RATE * LOSS;
        double beforeTax = (expected + 0.6 * 0.2 * expected - 0.4 * expected) / (0.65 - 0.36);

        assertThat(ceded.beforeTax()).isCloseTo(beforeTax, within(5 * CENT));
        assertThat(ceded.reinsurance()).isCloseTo(0.36 * beforeTax - 0.4 * expected, within(CENT));
        assertThatThrownBy(() -> prices(rule(1), quotaShare(0.8, 0)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("has nothing left for losses");
    }

    /** Half of each loss is ceded for a stated price: each of two like policies carries half of it less its own recoveries. */
    @Test
    void anExcessTreatyCostsItsPriceLessWhatItPays() {
        double price = 15_000;
        Reinsurance excess = treaty(Reinsurance.Kind.RISK_EXCESS, null, LOSS / 2, NONE, null, price, 0);
        ExAntePrices prices = prices(rule(1), excess);
        double expected = RATE * LOSS;
        double error = LOSS * Math.sqrt(RATE / prices.pilotTrialYears());

        double sum = 0;
        for (int i = 0; i < 2; i++) {
            Premium premium = prices.premium(i);
            assertThat(premium.expectedLoss()).isCloseTo(expected, within(CENT));
            assertThat(premium.riskLoad()).isCloseTo(0.2 * expected / 2, within(CENT));
            assertThat(premium.reinsurance()).isCloseTo(price / 2 - expected / 2, within(Z_BOUND * error));
            sum += premium.reinsurance() + premium.expectedLoss() / 2;
        }
        assertThat(sum).isCloseTo(price, within(Z_BOUND * 2 * error));
        assertThat(prices.premium(0).riskLoad() + prices.premium(0).reinsurance())
                .isPositive();
    }

    /** One refill at its whole price pro rata to amount: a year of n losses of half the limit costs min(n, 2) / 2 premiums more. */
    @Test
    void refillsAreInThePrice() {
        double price = 10_000;
        double limit = LOSS;
        Reinsurance refilled = treaty(Reinsurance.Kind.EVENT_EXCESS, null, LOSS / 2, limit, 1, price, 0);
        ExAntePrices with = prices(rule(1), refilled);
        Reinsurance free = treaty(Reinsurance.Kind.EVENT_EXCESS, null, LOSS / 2, limit, null, price, 0);
        ExAntePrices without = prices(rule(1), free);
        double rate = 2 * RATE;
        double expected = 0;
        double mass = Math.exp(-rate);
        for (int n = 1; n < 40; n++) {
            mass *= rate / n;
            expected += mass * Math.min(n, 2) / 2.0 * price;
        }
        double more = with.premium(0).reinsurance()
                + with.premium(1).reinsurance()
                - without.premium(0).reinsurance()
                - without.premium(1).reinsurance();
        double annual = 4 * LOSS / 2;
        double notCeded = 0;
        mass = Math.exp(-rate);
        for (int n = 1; n < 40; n++) {
            mass *= rate / n;
            notCeded += mass * Math.max(0, n * LOSS / 2 - annual);
        }
        double error = (price + LOSS) / Math.sqrt(with.pilotTrialYears());
        assertThat(more).isCloseTo(expected + notCeded, within(Z_BOUND * error));
    }

    @Test
    void whoCarriesNoneOfItPaysAsIfNothingWereCeded() {
        assertThat(prices(rule(0), quotaShare(0.4, 0.1)).premium(1))
                .isEqualTo(prices(rule(0)).premium(1));
    }

    /** A policy of a class that the book does not have costs what the book does. */
    @Test
    void aClassOutsideTheBookCostsWhatTheBookDoes() {
        Reinsurance excess = treaty(Reinsurance.Kind.RISK_EXCESS, null, LOSS / 2, NONE, null, 15_000, 0);
        ScenarioBuilder builder = builder(rule(1), excess);
        ReinsuranceCost cost = ExAntePricing.reinsurance(
                builder.build(),
                builder.policies.get(0),
                rule(1),
                new RiskClass("health", "FR", "micro", "0-25", "none"),
                1);

        assertThat(cost.ceded()).isCloseTo(0.5, within(1e-12));
        assertThat(cost.retainedLoad()).isCloseTo(0.5, within(1e-12));
        assertThat(cost.premiumShare()).isZero();
        double error = 0.75 / Math.sqrt(RATE * 2 * 32_768);
        assertThat(cost.price()).isCloseTo(15_000 / (2 * RATE * LOSS), within(Z_BOUND * error));
    }
}
