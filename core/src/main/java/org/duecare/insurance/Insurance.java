package org.duecare.insurance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duecare.compensation.Reinstatement;
import org.duecare.premium.PremiumRule;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** Liability insurance of operations: who is obliged to buy it and on which terms. */
public record Insurance(
        @Key(
                doc =
                        "none; takeUp: the shares of takeUp by size class; voluntary: whoever is better off with cover; mandatory: all, "
                                + "up to compliance.",
                fallback = "none")
        Obligation obligation,

        @Key(doc = "Share of the obliged operations that do buy.", unit = "share", min = 0, max = 1, fallback = "1")
        double compliance,

        @Key(doc = "Share of operations that buy, by size class in rising order of upToRevenue.", fallback = "[]")
        List<TakeUp> takeUp,

        @Key(doc = "Retention of the operator in each incident.", unit = "money", min = 0, fallback = "0")
        double deductible,

        @Key(
                doc = "Most paid for one incident.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(doc = "Sum of a year's payments that the insurer does not pay.", unit = "money", min = 0, fallback = "0")
        double annualDeductible,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit,

        @Key(doc = "Share of the layer that the insurer bears.", unit = "share", min = 0, max = 1, fallback = "1")
        double coinsurance,

        @Key(
                doc =
                        "How the premium is made, before the first trial; none for no premium. Report only, but for levies "
                                + "measured by it.",
                fallback = "none")
        @Nullable
        PremiumRule premium,

        @Key(
                doc =
                        "Hours of an incident with a duration (the event of a provider) whose harm the insurer does not pay.",
                unit = "hours",
                min = 0,
                max = 100_000,
                fallback = "0")
        double waitingHours,

        @Key(
                doc =
                        "Refills of the limit, one entry each: n of them make the annual limit n + 1 limits. Priced by the "
                                + "operation's premium before tax.",
                fallback = "[]")
        List<Reinstatement> reinstatements,

        @Key(doc = "What insurers do not cover.", fallback = "{}")
        Exclusions exclusions,

        @Key(
                doc = "The insurers and their shares of every policy; empty for one that pays whatever comes.",
                fallback = "[]")
        List<Insurer> insurers,

        @Key(doc = "What happens to an insurer that defaulted.", fallback = "replaced", source = "assumption")
        AfterDefault afterDefault,

        @Key(doc = "What pays where an insurer defaults; none for nobody.", fallback = "none") @Nullable
        GuaranteeScheme guarantee,

        @Key(
                doc = "Treaties of reinsurance on all policies together, in the order in which they apply.",
                fallback = "[]")
        List<Reinsurance> reinsurance,

        @Key(doc = "How operations choose when obligation is voluntary.", fallback = "none") @Nullable
        Voluntary voluntary,

        @Key(
                doc = "Least limits that a mandatory cover must have, by size class in rising order of upToRevenue.",
                fallback = "[]")
        List<MinimumLimit> minimumLimit) {

    private static final double SHARES_TOLERANCE = 1e-6;

    /** What happens to an insurer after the year in which it could not pay. */
    public enum AfterDefault {
        /** Another takes its place, with the capital that it began with. */
        REPLACED,
        /** It goes on without capital but for the premiums of the years to come. */
        CONTINUES
    }

    /** Obligation to insure. */
    public enum Obligation {
        /** No insurance at all. */
        NONE,
        /** Observed or stated take-up by size class. */
        TAKE_UP,
        /** Whoever is better off with cover. */
        VOLUNTARY,
        /** Everybody, up to compliance. */
        MANDATORY
    }

    /** Take-up of one size class. */
    public record TakeUp(
            @Key(
                    doc = "Upper end of the class.",
                    unit = "money",
                    min = 0,
                    aboveMin = true,
                    fallback = "none",
                    unlimited = true)
            double upToRevenue,

            @Key(doc = "Share of the class that buys.", unit = "share", min = 0, max = 1)
            double share) {
        /** Checks bound and share. */
        public TakeUp {
            Require.limit(upToRevenue, "upToRevenue");
            Require.share(share, "share");
        }
    }

    /** Checks amounts and the order of size classes. */
    public Insurance {
        takeUp = List.copyOf(takeUp);
        Require.share(compliance, "compliance");
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.notNegative(annualDeductible, "annualDeductible");
        Require.limit(annualLimit, "annualLimit");
        Require.share(coinsurance, "coinsurance");
        Require.that(
                obligation != Obligation.TAKE_UP || !takeUp.isEmpty(),
                "takeUp",
                "must be given when obligation is takeUp",
                "");
        minimumLimit = List.copyOf(minimumLimit);
        Require.that(
                obligation == Obligation.VOLUNTARY || voluntary == null,
                "voluntary",
                "is read only when obligation is voluntary",
                "Write obligation: voluntary, or leave it out");
        Require.that(
                obligation != Obligation.VOLUNTARY || premium != null,
                "premium",
                "must be given when obligation is voluntary",
                "Nobody can choose without a price: write for example premium: {principle: expectedValue, load: 0.3}");
        Require.that(
                obligation == Obligation.MANDATORY || minimumLimit.isEmpty(),
                "minimumLimit",
                "is read only when obligation is mandatory",
                "Write obligation: mandatory, or leave it out");
        for (int i = 1; i < minimumLimit.size(); i++) {
            Require.that(
                    minimumLimit.get(i - 1).upToRevenue() < minimumLimit.get(i).upToRevenue(),
                    "minimumLimit",
                    "must rise in upToRevenue",
                    "");
        }
        for (int i = 1; i < takeUp.size(); i++) {
            Require.that(
                    takeUp.get(i - 1).upToRevenue() < takeUp.get(i).upToRevenue(),
                    "takeUp",
                    "must rise in upToRevenue",
                    "");
        }
        Require.between(waitingHours, 0, 100_000, "waitingHours");
        reinstatements = List.copyOf(reinstatements);
        Require.that(
                reinstatements.isEmpty()
                        || (limit < Double.POSITIVE_INFINITY && annualLimit == Double.POSITIVE_INFINITY),
                "reinstatements",
                "need a limit and no annual limit of their own",
                "Give limit and remove annualLimit: n reinstatements make it n + 1 limits");
        insurers = List.copyOf(insurers);
        reinsurance = List.copyOf(reinsurance);
        checkMarket(insurers, reinsurance);
        boolean surplus = reinsurance.stream().anyMatch(one -> one.treaty() == Reinsurance.Kind.SURPLUS);
        Require.that(
                !surplus || limit < Double.POSITIVE_INFINITY,
                "reinsurance",
                "has a surplus treaty, which needs a limit of the policies as sum insured",
                "Give insurance.limit");
    }

    /** How operations choose; the defaults where nothing is said. */
    public Voluntary choice() {
        return voluntary == null ? new Voluntary(2, List.of(Voluntary.Pooling.SECTOR), 0.5, 0) : voluntary;
    }

    /** Least limit of an operation of a given revenue; 0 where the law asks for none. */
    public double leastLimit(double revenue) {
        return minimumLimit.stream()
                .filter(row -> revenue <= row.upToRevenue())
                .findFirst()
                .map(MinimumLimit::limit)
                .orElse(0.0);
    }

    /** The same cover under another obligation. */
    public Insurance under(Obligation other) {
        return new Insurance(
                other,
                1,
                takeUp,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                premium,
                waitingHours,
                reinstatements,
                exclusions,
                insurers,
                afterDefault,
                guarantee,
                reinsurance,
                null,
                List.of());
    }

    private static void checkMarket(List<Insurer> insurers, List<Reinsurance> reinsurance) {
        double shares = insurers.stream().mapToDouble(Insurer::share).sum();
        Require.that(
                insurers.isEmpty() || Math.abs(shares - 1) <= SHARES_TOLERANCE,
                "insurers",
                "have shares that add up to " + shares + ", must add up to 1",
                "Every policy is covered in full, each insurer by its share");
        Set<String> names = new HashSet<>();
        for (Insurer one : insurers) {
            Require.that(names.add(one.insurer()), "insurers", "name " + one.insurer() + " twice", "");
        }
        Set<String> treaties = new HashSet<>();
        int before = 0;
        for (int i = 0; i < reinsurance.size(); i++) {
            Reinsurance treaty = reinsurance.get(i);
            Require.that(
                    treaties.add(treaty.label()),
                    "reinsurance",
                    "names " + treaty.label() + " twice",
                    "Give each treaty a name of its own");
            Integer order = treaty.inuringOrder();
            int number = order == null ? i + 1 : order;
            Require.that(
                    number >= before,
                    "reinsurance",
                    "must not fall in inuringOrder: " + treaty.label() + " has " + number + " after " + before,
                    "Write the treaties in the order in which they apply");
            before = number;
        }
    }

    /** Whether insurers can default or pass payments on, so that they are settled over all operations. */
    public boolean hasMarket() {
        return !reinsurance.isEmpty() || insurers.stream().anyMatch(one -> one.capital() < Double.POSITIVE_INFINITY);
    }

    /** Whether settlement needs the premiums that the rule makes: for the capital of insurers, or to price refills. */
    public boolean usesPremiums() {
        boolean income = insurers.stream()
                .anyMatch(one -> one.capital() < Double.POSITIVE_INFINITY && one.premiumPerYear() == null);
        boolean refills = reinstatements.stream().anyMatch(refill -> refill.premiumShare() > 0);
        return premium != null && (income || refills);
    }

    /**
     * The same terms by insurers that always pay and refill for free: what prices before the first trial are made for. Treaties
     * stay where premiums carry their cost.
     */
    public Insurance forPilot() {
        return new Insurance(
                obligation,
                compliance,
                takeUp,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                premium,
                waitingHours,
                freeRefills(),
                exclusions,
                List.of(),
                AfterDefault.REPLACED,
                null,
                carriesReinsurance() ? reinsurance : List.of(),
                voluntary,
                minimumLimit);
    }

    /** The same insurance with premiums made in another way. */
    public Insurance pricedBy(PremiumRule rule) {
        return new Insurance(
                obligation,
                compliance,
                takeUp,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                rule,
                waitingHours,
                reinstatements,
                exclusions,
                insurers,
                afterDefault,
                guarantee,
                reinsurance,
                voluntary,
                minimumLimit);
    }

    /** Whether premiums carry the cost of treaties. */
    public boolean carriesReinsurance() {
        return premium != null && premium.reinsuranceCost() > 0 && !reinsurance.isEmpty();
    }

    /** The same insurance without any exclusion. */
    public Insurance withoutExclusions() {
        return new Insurance(
                obligation,
                compliance,
                takeUp,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                premium,
                waitingHours,
                reinstatements,
                Exclusions.NONE,
                insurers,
                afterDefault,
                guarantee,
                reinsurance,
                voluntary,
                minimumLimit);
    }

    /** The same insurance at other terms, bought by everybody, by insurers that always pay and keep everything. */
    public Insurance forEverybody(double otherDeductible, double otherLimit, double otherAnnualLimit) {
        boolean refilled = otherLimit < Double.POSITIVE_INFINITY && otherAnnualLimit == Double.POSITIVE_INFINITY;
        return new Insurance(
                Obligation.MANDATORY,
                1,
                takeUp,
                otherDeductible,
                otherLimit,
                annualDeductible,
                otherAnnualLimit,
                coinsurance,
                premium,
                waitingHours,
                refilled ? freeRefills() : List.of(),
                exclusions,
                List.of(),
                AfterDefault.REPLACED,
                null,
                List.of(),
                null,
                List.of());
    }

    private List<Reinstatement> freeRefills() {
        return reinstatements.stream()
                .map(refill -> new Reinstatement(0, false))
                .toList();
    }

    /** Probability that an operation of a given revenue is insured, for all obligations that leave no choice. */
    public double insuredShare(double revenue) {
        return switch (obligation) {
            case NONE -> 0;
            case MANDATORY -> compliance;
            case VOLUNTARY -> 1;
            case TAKE_UP ->
                takeUp.stream()
                        .filter(row -> revenue <= row.upToRevenue())
                        .findFirst()
                        .map(TakeUp::share)
                        .orElse(0.0);
        };
    }
}
