package org.duecare.premium;

import java.util.Map;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** How the premium of a policy is made: a principle on the law of the insurer's loss, and what is loaded on top. */
public record PremiumRule(
        @Key(doc = "The premium principle and its parameter.", inline = true)
        PrincipleChoice choice,

        @Key(
                doc = "The insurer's expenses, as a share of the premium before tax.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0")
        double expenses,

        @Key(
                doc = "Brokers' commission, as a share of the premium before tax; with expenses below 1.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0")
        double commission,

        @Key(doc = "Tax on the premium, as a share on top of it.", unit = "share", min = 0, max = 1, fallback = "0")
        double tax,

        @Key(
                doc =
                        "What operators of a territory pay more for being of it, as a share of the risk premium by territory: it is charged as far as equal treatment (the lower of the operation's and the territory's nonDiscrimination) falls short of 1. To study discrimination; outputs.audit finds it.",
                unit = "share",
                min = 0,
                max = 10,
                fallback = "{}")
        Map<String, Double> surcharge,

        @Key(
                doc =
                        "A tariff that pure premiums are read from, in place of simulated expected losses: a tariff file, or its base and relativities. The principle loads it by the class's price over its simulated mean. none for no tariff.",
                fallback = "none")
        @Nullable
        RateTable tariff) {
    /** A rule that knows no nationality and no tariff. */
    public PremiumRule(PrincipleChoice choice, double expenses, double commission, double tax) {
        this(choice, expenses, commission, tax, Map.of(), null);
    }

    /** Checks the shares. */
    public PremiumRule {
        surcharge = Map.copyOf(surcharge);
        surcharge.forEach((territory, share) -> Require.between(share, 0, 10, "surcharge"));
        Require.share(expenses, "expenses");
        Require.share(commission, "commission");
        Require.share(tax, "tax");
        Require.that(
                expenses + commission < 1,
                "expenses",
                "= " + expenses + " and commission = " + commission + " must leave a part of the premium for losses",
                "Both are shares of the premium");
    }

    /**
     * The premium by component: expenses and commission are shares of the premium before tax, tax comes on top, a levy
     * passes through untaxed.
     *
     * @param expectedLoss pure premium
     * @param riskPremium the principle's price, at or above the pure premium
     * @param reinsurance net cost of reinsurance
     * @param levy of the fund
     */
    public Premium load(double expectedLoss, double riskPremium, double reinsurance, double levy) {
        double beforeTax = (riskPremium + reinsurance) / (1 - expenses - commission);
        return new Premium(
                expectedLoss,
                riskPremium - expectedLoss,
                reinsurance,
                beforeTax * expenses,
                beforeTax * commission,
                levy,
                beforeTax * tax);
    }

    /**
     * Factor on the risk premium of an operator of a territory: {@code 1 + (1 - equalTreatment) surcharge}.
     *
     * @param equalTreatment the lower of the operation's and the territory's level of non-discrimination, in [0, 1]
     */
    public double nationality(String territory, double equalTreatment) {
        return 1 + (1 - equalTreatment) * surcharge.getOrDefault(territory, 0.0);
    }

    /** The premium for a law of the insurer's yearly loss, without reinsurance and levy. */
    public Premium price(DiscreteLoss loss) {
        return load(loss.mean(), choice.toPrinciple().price(loss), 0, 0);
    }

    /** The same loadings on another principle. */
    public PremiumRule with(PrincipleChoice other) {
        return new PremiumRule(other, expenses, commission, tax, surcharge, tariff);
    }

    /** A principle alone, with nothing on top. */
    public static PremiumRule of(PrincipleChoice choice) {
        return new PremiumRule(choice, 0, 0, 0);
    }
}
