package org.duecare.premium;

import java.util.Map;
import org.duecare.quantity.InvalidValueException;
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
        RateTable tariff,

        @Key(
                doc =
                        "Share of the cost of the insurer's treaties that the premium carries: their price less what they are expected to pay, the load being on what is kept. 0: premiums are made as if nothing were ceded.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1",
                source = "assumption")
        double reinsuranceCost) {
    /** A rule that knows no nationality and no tariff. */
    public PremiumRule(PrincipleChoice choice, double expenses, double commission, double tax) {
        this(choice, expenses, commission, tax, Map.of(), null, 1);
    }

    /** Checks the shares. */
    public PremiumRule {
        surcharge = Map.copyOf(surcharge);
        surcharge.forEach((territory, share) -> Require.between(share, 0, 10, "surcharge"));
        Require.share(expenses, "expenses");
        Require.share(commission, "commission");
        Require.share(tax, "tax");
        Require.share(reinsuranceCost, "reinsuranceCost");
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
     * The premium by component where a part of the losses is ceded: the load is on what is kept, and reinsurance costs its price
     * less what it is expected to pay. The price of proportional treaties is a share of the premium itself,
     *
     * <pre>premium before tax = (expected loss + load kept + price - ceded) / (1 - expenses - commission - share)</pre>
     *
     * @param expectedLoss pure premium, before reinsurance
     * @param riskPremium the principle's price of the whole, at or above the pure premium
     * @param cost of reinsurance by unit of expected loss, of which the rule's share is carried
     * @param levy of the fund
     * @throws InvalidValueException where treaties take more of the premium than is left of it
     */
    public Premium load(double expectedLoss, double riskPremium, ReinsuranceCost cost, double levy) {
        ReinsuranceCost carried = cost.times(reinsuranceCost);
        double load = carried.retainedLoad() * (riskPremium - expectedLoss);
        double left = 1 - expenses - commission - carried.premiumShare();
        if (left <= 0) {
            throw new InvalidValueException(
                    "premium",
                    "has nothing left for losses: expenses, commission and the price of proportional treaties take "
                            + (1 - left) + " of it",
                    "Give the treaties a commission, or lower expenses");
        }
        double net = (carried.price() - carried.ceded()) * expectedLoss;
        double beforeTax = (expectedLoss + load + net) / left;
        return new Premium(
                expectedLoss,
                load,
                net + beforeTax * carried.premiumShare(),
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
        return new PremiumRule(other, expenses, commission, tax, surcharge, tariff, reinsuranceCost);
    }

    /** A principle alone, with nothing on top. */
    public static PremiumRule of(PrincipleChoice choice) {
        return new PremiumRule(choice, 0, 0, 0);
    }
}
