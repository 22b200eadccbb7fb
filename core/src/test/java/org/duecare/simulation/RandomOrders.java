package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.duecare.compensation.Layer;
import org.duecare.compensation.NetAssets;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Lognormal;
import org.duecare.fund.FundBuilder;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.FundLoan;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.GuaranteeScheme;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Reinsurance;
import org.jspecify.annotations.Nullable;

/** Random schemes for what is said of the order of payers; the same number always gives the same scheme. */
public final class RandomOrders {
    /** Most operations that a stated event strikes. */
    static final int STRUCK = 5;

    /** Splits of cents beside those of layers: fund, insurers, treaties, guarantee. */
    static final int SPLITS = 8;

    private final SplittableRandom random;
    private final RandomRules rules;
    private int grown = -1;

    /** The scheme of a number. */
    public RandomOrders(long number) {
        this.random = new SplittableRandom(number);
        this.rules = new RandomRules(number);
    }

    /** Place of the layer that is larger in the second variant. */
    int grown() {
        return grown;
    }

    /** Two variants that differ in the size of one layer; only rules under which the order of payers is monotone. */
    Scenario growing() {
        ScenarioBuilder builder = world();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            builder.operation("op-" + i, chance(0.5) ? "op-" + i : "operator", 0.5, ScenarioBuilder.NONE, 1e6 * i);
        }
        builder.stateBackedShare = random.nextDouble();
        builder.threat("attack", 0.2 + random.nextDouble(), new Lognormal(6, 1.5));
        if (chance(0.5)) {
            builder.event("storm", 1, amount());
        }
        Insurance insurance = chance(0.5) ? null : insurance(false);
        List<Layer> layers = layers(insurance != null, false);
        layers.add(0, terms(Payer.OPERATOR, false));
        do {
            grown = random.nextInt(layers.size() - 1);
        } while (!grows(layers.get(grown)));
        LiabilityFund fund = steady(fund(layers), layers);
        List<Layer> larger = new ArrayList<>(layers);
        larger.set(grown, larger(layers.get(grown)));
        policy(builder, "small", insurance, layers, fund);
        policy(builder, "large", insurance, larger, fund);
        return builder.build();
    }

    private static boolean grows(Layer layer) {
        return layer.payer() != Payer.FUND && layer.limit() < ScenarioBuilder.NONE;
    }

    /**
     * The same fund, with a levy that neither what reaches the fund nor its debt moves, and without a limit for an event that two
     * of its layers share.
     */
    private static @Nullable LiabilityFund steady(@Nullable LiabilityFund fund, List<Layer> layers) {
        if (fund == null) {
            return null;
        }
        FundBuilder steady = fund.but();
        FundLevy levy = fund.levy();
        FundLoan loan = fund.loan();
        if (levy != null && levy.fairShare()) {
            steady.levy(Funds.measured(levy, FundLevy.Base.REVENUE, 1e-5, levy.deferredShare()));
        }
        if (loan != null) {
            steady.loan(new FundLoan(loan.facility(), loan.interestPerYear(), 0));
        }
        if (layers.stream().filter(layer -> layer.payer() == Payer.FUND).count() > 1) {
            steady.perEventLimit(ScenarioBuilder.NONE);
        }
        return steady.build();
    }

    /** Larger for every incident: under an annual limit that is the annual limit alone. */
    private Layer larger(Layer small) {
        boolean annual = small.annualLimit() < ScenarioBuilder.NONE;
        boolean share = !annual && chance(0.3);
        return layer(
                small,
                small.limit() + (annual || share ? 0 : amount()),
                small.annualLimit() + (annual ? amount() : 0),
                small.coinsurance() + (share ? (1 - small.coinsurance()) * random.nextDouble() : 0),
                small.basis(),
                small.franchise(),
                small.upTo());
    }

    /** Operations alike, each struck alike by every event: any rule, insurers in default and net assets carried among them. */
    Scenario equal() {
        ScenarioBuilder builder = world();
        builder.trials = 2;
        int operations = 2 + random.nextInt(STRUCK - 1);
        double netAssets = chance(0.5) ? ScenarioBuilder.NONE : amount();
        for (int i = 0; i < operations; i++) {
            builder.operation("op-" + i, "op-" + i, 0.5, netAssets, 1e6);
        }
        for (int e = 1 + random.nextInt(3); e > 0; e--) {
            builder.event("event-" + e, 1 + random.nextInt(builder.years), amount());
        }
        Insurance insurance = chance(0.4) ? null : insurance(true);
        List<Layer> layers = layers(insurance != null, true);
        if (chance(0.5)) {
            layers.add(random.nextInt(layers.size() + 1), Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS));
        }
        policy(builder, "base", insurance, layers, fund(layers));
        if (chance(0.3)) {
            NetAssets carried = new NetAssets(
                    NetAssets.Rule.CARRIED,
                    chance(0.5) ? NetAssets.AtZero.EXIT : NetAssets.AtZero.RECAPITALISE,
                    1e-3 * random.nextDouble());
            builder.policies.set(0, builder.policies.get(0).with(carried));
        }
        return builder.build();
    }

    /** A fund that pays classes of claimants one after the other, the state last. */
    public Scenario withClasses() {
        ScenarioBuilder builder = world();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            builder.operation("op-" + i, 0.5);
        }
        builder.threat("attack", 0.2 + random.nextDouble(), new Lognormal(6, 1.5));
        double people = random.nextDouble();
        double firms = (1 - people) * random.nextDouble();
        LiabilityFund fund = Funds.priority(plainFund().but(), people, firms, 1 - people - firms)
                .build();
        List<Layer> layers = layers(false, false);
        layers.add(Layer.of(Payer.FUND, Layer.Kind.TERMS));
        policy(builder, "base", null, layers, fund);
        return builder.build();
    }

    private ScenarioBuilder world() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.seed = random.nextLong();
        builder.trials = 20;
        builder.years = 1 + random.nextInt(3);
        return builder;
    }

    private static void policy(
            ScenarioBuilder builder,
            String name,
            @Nullable Insurance insurance,
            List<Layer> layers,
            @Nullable LiabilityFund fund) {
        builder.policy(name, builder.diligence, ScenarioBuilder.strict(), insurance, layers, fund, List.of());
    }

    private @Nullable LiabilityFund fund(List<Layer> layers) {
        long ofFund =
                layers.stream().filter(layer -> layer.payer() == Payer.FUND).count();
        return ofFund == 0 ? null : rules.ruled(plainFund(), ofFund == 1);
    }

    private LiabilityFund plainFund() {
        FundBuilder fund = LiabilityFund.withBalance(amount());
        fund.target(maybe());
        fund.annualLimit(maybe());
        fund.perEventLimit(maybe());
        fund.refundAbove(maybe());
        fund.interestPerYear(chance(0.5) ? 0 : 0.03);
        fund.expensesPerYear(chance(0.5) ? 0 : amount() / 100);
        if (chance(0.6)) {
            fund.levy(new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.REVENUE, random.nextDouble() * 1e-3));
        }
        if (chance(0.3)) {
            fund.loan(new FundLoan(amount(), 0.05, 0.2));
        }
        if (chance(0.5)) {
            fund.call(new FundCall(
                    FundCall.Rule.RETROSPECTIVE,
                    maybe(),
                    maybe(),
                    random.nextDouble() / 2,
                    chance(0.5) ? 1_000 : random.nextInt(3)));
            fund.sameYear(chance(0.5));
        }
        return fund.build();
    }

    /** At least two layers above the first. */
    private List<Layer> layers(boolean insured, boolean any) {
        List<Layer> layers = new ArrayList<>();
        if (chance(0.8)) {
            layers.add(insured ? Layer.of(Payer.INSURER, Layer.Kind.TERMS) : terms(Payer.INSURER, any));
        }
        for (Payer payer : List.of(Payer.MUTUAL, Payer.FUND, Payer.STATE)) {
            if (chance(0.7)) {
                layers.add(payer == Payer.FUND && chance(0.5) ? Layer.of(payer, Layer.Kind.TERMS) : terms(payer, any));
            }
            if (chance(0.2)) {
                layers.add(terms(payer, any));
            }
        }
        layers.add(terms(Payer.STATE, any));
        return layers;
    }

    /** A layer; with any terms also such under which more in front can mean more behind. */
    private Layer terms(Payer payer, boolean any) {
        boolean host = payer == Payer.STATE && chance(0.3);
        Layer plain = new Layer(
                payer,
                Layer.Kind.TERMS,
                chance(0.5) ? 0 : amount(),
                amount(),
                any && !host && chance(0.3) ? amount() : 0,
                host ? ScenarioBuilder.NONE : maybe(),
                chance(0.5) ? 1 : random.nextDouble(),
                null);
        return layer(
                plain,
                plain.limit(),
                plain.annualLimit(),
                plain.coinsurance(),
                host ? Layer.Basis.TERRITORY : plain.basis(),
                any && chance(0.3) ? amount() : 0,
                chance(0.7) ? ScenarioBuilder.NONE : amount());
    }

    private static Layer layer(
            Layer like,
            double limit,
            double annualLimit,
            double coinsurance,
            Layer.@Nullable Basis basis,
            double franchise,
            double upTo) {
        return new Layer(
                like.payer(),
                like.layer(),
                like.deductible(),
                limit,
                like.annualDeductible(),
                annualLimit,
                coinsurance,
                basis,
                franchise,
                upTo,
                false,
                0,
                null,
                null,
                List.of(),
                0,
                List.of(),
                null,
                0,
                null,
                null);
    }

    /** Insurers that pay whatever comes or can default, with exclusions and treaties. */
    private Insurance insurance(boolean canDefault) {
        Insurances cover = new Insurances();
        cover.limit = amount();
        cover.exclusions = new Exclusions(new Exclusions.StateBacked(0.5, random.nextDouble()), false);
        if (chance(0.4)) {
            cover.quotaShare("share", random.nextDouble(), 1);
        }
        if (chance(0.4)) {
            cover.excess(Reinsurance.Kind.RISK_EXCESS, "risk", amount(), maybe(), null, 2);
        }
        if (chance(0.4)) {
            cover.excess(Reinsurance.Kind.EVENT_EXCESS, "event", amount(), maybe(), null, 2);
        }
        if (chance(0.4)) {
            cover.excess(Reinsurance.Kind.STOP_LOSS, "year", amount(), maybe(), null, 3);
        }
        if (canDefault && chance(0.5)) {
            double share = 0.1 + 0.8 * random.nextDouble();
            cover.insurer("one", share, amount(), amount()).insurer("other", 1 - share, maybe(), 0);
            cover.guarantee = chance(0.5) ? null : new GuaranteeScheme(random.nextDouble(), maybe(), maybe());
        }
        return cover.make();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double amount() {
        return Math.floor(100 * StrictMath.exp(4 + 4 * random.nextDouble())) / 100;
    }

    private double maybe() {
        return chance(0.5) ? ScenarioBuilder.NONE : amount();
    }
}
