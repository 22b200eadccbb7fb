package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.Reinstatement;
import org.duecare.compensation.SizedAmount;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Hardening;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.FundLoan;
import org.duecare.fund.LiabilityFund;
import org.duecare.harm.HarmLaw;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.GuaranteeScheme;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Insurer;
import org.duecare.insurance.Reinsurance;
import org.duecare.liability.Liability;
import org.duecare.liability.LiabilityLimit;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.operation.Territory;
import org.duecare.threat.Contagion;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Random small scenarios over everything that a scheme can contain; the same number always gives the same scenario. */
public final class RandomScenarios {
    private final SplittableRandom random;
    private final boolean bounded;
    private final boolean learns;
    private final Vulnerability vulnerability;

    /** Of its own for what comes at operations, so that the rest of a scheme stays as it was. */
    private final SplittableRandom peril;

    /** A source of its own for what was added later, so that earlier schemes stay as they were. */
    private final SplittableRandom more;

    /** Of its own for insurers, treaties, exclusions and waiting hours. */
    private final SplittableRandom market;

    /** Of its own for schemes in which operations learn from what comes from others. */
    private final SplittableRandom coupled;

    private final SplittableRandom treatment;

    /** Rules of fund and cover on top of a policy. */
    private final RandomRules rules;

    private RandomScenarios(long number) {
        this.rules = new RandomRules(number);
        this.market = new SplittableRandom(number ^ 0x1A5E7L);
        this.treatment = new SplittableRandom(number ^ 0xE0A17L);
        this.random = new SplittableRandom(number);
        this.peril = new SplittableRandom(number ^ 0x70E711L);
        this.more = new SplittableRandom(~number);
        this.coupled = new SplittableRandom(number ^ 0xC0DEL);
        this.bounded = chance(0.2);
        this.learns = chance(0.4);
        this.vulnerability = vulnerability();
    }

    /** A scenario with one to three variants. */
    public static Scenario scheme(long number) {
        return new RandomScenarios(number).scenario();
    }

    /**
     * The same operations and perils under schemes of which each layer looks at amounts alone: a fund that pays first beyond a
     * deductible, a retention, insurers with an annual limit, net assets.
     */
    public static Scenario plainScheme(long number) {
        RandomScenarios random = new RandomScenarios(number);
        List<Policy> policies = new ArrayList<>();
        for (Policy policy : random.scenario().policies()) {
            policies.add(random.plain(policy));
        }
        return scheme(number).withPolicies(policies);
    }

    private Policy plain(Policy policy) {
        double none = ScenarioBuilder.NONE;
        double limit = chance(0.5) ? none : 10 * amount();
        double share = chance(0.9) ? 1 : random.nextDouble();
        double annualLimit = chance(0.3) ? none : 5 * amount();
        List<Layer> layers = List.of(
                new Layer(Payer.FUND, Layer.Kind.TERMS, amount(), limit, 0, none, share, null),
                new Layer(Payer.OPERATOR, Layer.Kind.TERMS, 0, amount(), 0, none, 1, null),
                new Layer(Payer.INSURER, Layer.Kind.TERMS, 0, amount(), 0, annualLimit, 1, null),
                Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS));
        return new Policy(
                policy.variant(),
                policy.diligence(),
                policy.liability(),
                null,
                layers,
                LiabilityFund.withBalance(1000 * amount()).build(),
                List.of(),
                List.of(),
                policy.ceilingFactors());
    }

    private Scenario scenario() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.seed = random.nextLong();
        builder.trials = 1 + random.nextInt(200);
        builder.years = 1 + random.nextInt(3);
        builder.generator = chance(0.1) ? Scenario.Generator.PHILOX : Scenario.Generator.KEYED_HASH;
        builder.diligence = diligence();
        int operations = 1 + random.nextInt(chance(0.2) ? 9 : 4);
        for (int i = 0; i < operations; i++) {
            builder.operations.add(operation(i));
        }
        int threats = 1 + random.nextInt(2);
        for (int i = 0; i < threats; i++) {
            threat(builder, "threat-" + i);
        }
        if (chance(0.25)) {
            builder.event("event", 1 + random.nextInt(builder.years), amount());
        }
        builder.threats.replaceAll(this::changed);
        if (peril.nextDouble() < 0.4 && (!learns || coupled.nextBoolean())) {
            providers(builder);
        }
        int variants = 1 + random.nextInt(3);
        for (int i = 0; i < variants; i++) {
            Policy plain = policy("variant-" + i, chance(0.5) ? builder.diligence : diligence());
            builder.policies.add(rules.added(plain));
        }
        return builder.build();
    }

    private void providers(ScenarioBuilder builder) {
        boolean hosted = peril.nextBoolean() && builder.operations.size() > 1;
        builder.providers.add(provider("cloud", null, 0, List.of("dns")));
        builder.providers.add(provider("dns", hosted ? "op-0" : null, hosted ? peril.nextDouble() : 0, List.of()));
        for (int i = hosted ? 1 : 0; i < builder.operations.size(); i++) {
            List<String> on = List.of(List.<String>of(), List.of("cloud"), List.of("dns"), List.of("dns", "cloud"))
                    .get(peril.nextInt(4));
            builder.operations.set(i, Operations.dependingOn(builder.operations.get(i), on));
        }
    }

    private Provider provider(String id, @Nullable String operation, double recourse, List<String> dependsOn) {
        return new Provider(
                id,
                "",
                0.05 + 0.8 * peril.nextDouble(),
                peril.nextDouble(),
                new Exponential(8),
                new Provider.Hourly(40, 0, 0),
                new Provider.Hourly(peril.nextBoolean() ? 150 : 0, 0, 1),
                peril.nextBoolean() ? 0 : 3,
                operation,
                recourse,
                dependsOn,
                null,
                new ElementValues(0, 0, 0, 0, 0.5, 1.8, 0, 0, 0));
    }

    private ThreatType changed(ThreatType threat) {
        double kind = peril.nextDouble();
        ThreatType.Mixing mixing = threat.mixing();
        if (mixing == null && kind < 0.2) {
            mixing = new ThreatType.Mixing(
                    ThreatType.Mixing.LevelLaw.LOGNORMAL,
                    0.7,
                    ThreatType.Mixing.Scope.values()[peril.nextInt(3)],
                    null,
                    peril.nextBoolean() ? 0 : 0.6);
        }
        boolean changes = peril.nextDouble() < 0.25;
        return Threats.of(threat, mixing, changes ? 0.4 : 0, new ElementValues(0, 0, 0, 1.5, 0, 0, 0, 0, 0));
    }

    private List<Season> seasons() {
        return peril.nextDouble() < 0.75
                ? List.of()
                : List.of(new Season(List.of(1), 3 * peril.nextDouble(), List.of(), List.of()));
    }

    private Operation operation(int number) {
        String operator = chance(0.4) ? "operator" : "op-" + number;
        double netAssets = chance(0.5) ? ScenarioBuilder.NONE : amount();
        double potentialHarm = bounded || chance(0.3) ? amount() : ScenarioBuilder.NONE;
        return new Operation(
                "op-" + number,
                operator,
                "energy",
                chance(0.5) ? "DE" : "FR",
                1e6 * (1 + number),
                netAssets,
                potentialHarm,
                100,
                levels());
    }

    private ElementValues levels() {
        double[] levels = new double[9];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = random.nextDouble();
        }
        return ElementValues.of(levels);
    }

    private void threat(ScenarioBuilder builder, String type) {
        LossLaw severity = chance(0.5) ? new Exponential(1000) : new Lognormal(6, 1.5);
        double kind = random.nextDouble();
        HarmLaw harm = kind < 0.5 ? new HarmLaw(new Exponential(2000), chance(0.5) ? 0 : 0.7) : null;
        Double share = kind < 0.5 ? null : chance(0.5) ? 1.0 : 0.3;
        ThreatType.Mixing mixing = chance(0.3)
                ? new ThreatType.Mixing(
                        ThreatType.Mixing.LevelLaw.GAMMA,
                        0.8,
                        ThreatType.Mixing.Scope.values()[random.nextInt(3)],
                        null,
                        0)
                : null;
        builder.stateBackedShare = chance(0.5) ? 0 : random.nextDouble();
        builder.contagion = contagion();
        builder.threat(type, 0.05 + random.nextDouble(), null, severity, harm, share, mixing);
    }

    private @Nullable Contagion contagion() {
        return (learns && coupled.nextBoolean()) || more.nextDouble() < 0.6
                ? null
                : new Contagion(
                        more.nextDouble() * 0.95,
                        Contagion.Among.values()[more.nextInt(2)],
                        more.nextBoolean() ? 0 : more.nextDouble() * 300,
                        more.nextDouble(),
                        Contagion.Form.values()[more.nextInt(4) / 3]);
    }

    private Diligence diligence() {
        boolean moves = chance(0.4);
        return new Diligence(
                vulnerability,
                standard(),
                chance(0.5) ? 0 : 0.8,
                0,
                chance(0.6) ? 0 : 0.5,
                moves ? 0.1 : 0,
                moves ? 0.05 : 0,
                chance(0.5) ? Upkeep.STATIONARY : new Upkeep(ElementValues.uniform(0.02)),
                !learns || chance(0.2) ? null : new Hardening(ElementValues.uniform(0.4), 1 + random.nextInt(3)),
                chance(0.5) ? 0 : 0.2,
                chance(0.5) ? Assurance.WITHOUT_EFFECT : EVIDENCE);
    }

    private Vulnerability vulnerability() {
        return new Vulnerability(
                Vulnerability.Form.values()[1 + random.nextInt(5)],
                0.02,
                new ElementValues(0, 0, 0, 0.2, 1.5, 0.5, 0, 0, 0),
                0.9,
                chance(0.5) ? ScenarioBuilder.NONE : 1.5,
                1e-5,
                1.5,
                new Vulnerability.Spending(2e5, 0.01));
    }

    private StandardOfCare standard() {
        List<StandardOfCare.FeasiblePoint> feasibility = chance(0.7)
                ? List.of()
                : List.of(new StandardOfCare.FeasiblePoint(1e6, 0.3), new StandardOfCare.FeasiblePoint(3e6, 0.9));
        return new StandardOfCare(
                random.nextDouble(),
                null,
                null,
                StandardOfCare.ShortfallMeasure.values()[random.nextInt(2)],
                StandardOfCare.Basis.values()[random.nextInt(3)],
                60,
                0.2,
                0.9,
                bounded && chance(0.5) ? new StandardOfCare.Proportionality(0.05, 1000) : null,
                feasibility);
    }

    private static final Assurance EVIDENCE =
            new Assurance(Assurance.Evidence.NONE, new Assurance.Evidence(0.5, 0.05), new Assurance.Evidence(0, 0.1));

    private Pillars pillars() {
        Pillars.Certification certification = new Pillars.Certification(0.6, Assurance.Level.SUBSTANTIAL);
        return chance(0.5) ? Pillars.NONE : new Pillars(certification, 0.05, 0.7, 0.8, 0.05, 0);
    }

    private Policy policy(String name, Diligence care) {
        Liability liability = new Liability(
                Liability.Rule.values()[random.nextInt(3)],
                new Liability.CourtNoise(chance(0.5) ? 0 : 0.2, Liability.NoiseScope.values()[random.nextInt(3)]),
                chance(0.5) ? 0 : 0.05,
                chance(0.7) ? 0 : 0.1,
                Liability.Causation.values()[random.nextInt(2)]);
        Insurance insurance = chance(0.6) ? insurance() : null;
        LiabilityFund fund = chance(0.6) ? fund() : null;
        List<Layer> layers = layers(insurance != null);
        List<Adjustment> adjustments = adjustments();
        List<Season> seasons = seasons();
        if (chance(0.5)) {
            return new Policy(name, care, liability, insurance, layers, fund, adjustments, seasons, Map.of());
        }
        return new Policy(
                name,
                abroad(care),
                limited(liability),
                insurance,
                layers,
                fund,
                adjustments,
                seasons,
                Map.of(),
                states(),
                pillars());
    }

    /** Care with an effect on harm abroad. */
    private Diligence abroad(Diligence care) {
        return new Diligence(
                care.vulnerability(),
                care.standard(),
                care.continuityFactor(),
                chance(0.5) ? 0 : random.nextDouble(),
                care.territorialFactor(),
                care.erosionPerYear(),
                care.driftPerYear(),
                care.upkeep(),
                care.hardening(),
                care.optimism(),
                care.assurance());
    }

    private Liability limited(Liability law) {
        double flat = maybeUnlimited();
        LiabilityLimit limit = chance(0.5)
                ? new LiabilityLimit(
                        flat, amount(), amount() / 100, 50, "users", 1e9, chance(0.5) ? ScenarioBuilder.NONE : 0.01)
                : LiabilityLimit.NONE;
        return new Liability(
                        law.rule(),
                        law.courtNoise(),
                        law.tolerance(),
                        law.burdenShift(),
                        law.causation(),
                        limit,
                        chance(0.5) ? ScenarioBuilder.NONE : 0.2 * random.nextDouble())
                .answering(Liability.Answerable.values()[coupled.nextInt(3) / 2]);
    }

    private States states() {
        return new States(
                Map.of("DE", territory("DE", "FR"), "FR", territory("FR", "PL")),
                StateLiability.values()[random.nextInt(3)]);
    }

    private Territory territory(String home, String abroad) {
        double share = random.nextDouble();
        double claims = random.nextDouble();
        return new Territory(
                "",
                chance(0.5) ? ElementValues.uniform(1) : levels(),
                chance(0.5) ? 0 : 3 * random.nextDouble(),
                new Territory.Sanction(amount(), 0.01),
                new Territory.ClaimProbability(
                        chance(0.5) ? 1 : claims, chance(0.5) ? null : claims * random.nextDouble()),
                chance(0.3) ? Map.of() : Map.of(home, share, abroad, 1 - share));
    }

    private Insurance insurance() {
        List<Insurance.Obligation> withoutChoice =
                List.of(Insurance.Obligation.NONE, Insurance.Obligation.TAKE_UP, Insurance.Obligation.MANDATORY);
        Insurance.Obligation obligation = withoutChoice.get(random.nextInt(3));
        Insurance plain = ScenarioBuilder.insurance(
                obligation,
                0.7,
                List.of(new Insurance.TakeUp(2.5e6, 0.3), new Insurance.TakeUp(ScenarioBuilder.NONE, 0.8)),
                chance(0.5) ? 0 : amount(),
                maybeUnlimited(),
                chance(0.7) ? 0 : amount(),
                maybeUnlimited(),
                chance(0.7) ? 1 : random.nextDouble(),
                null);
        return market.nextDouble() < 0.3 ? plain : traded(plain);
    }

    /** The same policies with exclusions and waiting hours, by insurers that can default and are reinsured. */
    private Insurance traded(Insurance plain) {
        boolean refilled = market.nextDouble() < 0.2;
        return new Insurance(
                plain.obligation(),
                plain.compliance(),
                plain.takeUp(),
                plain.deductible(),
                refilled ? money() : plain.limit(),
                plain.annualDeductible(),
                refilled ? ScenarioBuilder.NONE : plain.annualLimit(),
                plain.coinsurance(),
                null,
                market.nextBoolean() ? 0 : 20 * market.nextDouble(),
                refilled ? List.of(new Reinstatement(1, false)) : List.of(),
                exclusions(),
                insurers(),
                Insurance.AfterDefault.values()[market.nextInt(2)],
                market.nextBoolean() ? null : new GuaranteeScheme(market.nextDouble(), maybeMoney(), maybeMoney()),
                treaties(plain.limit()),
                null,
                List.of());
    }

    private Exclusions exclusions() {
        if (market.nextBoolean()) {
            return Exclusions.NONE;
        }
        Double share = market.nextBoolean() ? null : market.nextDouble();
        boolean states = market.nextDouble() < 0.8;
        return new Exclusions(
                states ? new Exclusions.StateBacked(share, market.nextDouble()) : null, market.nextBoolean());
    }

    private List<Insurer> insurers() {
        int count = market.nextInt(4);
        List<Insurer> insurers = new ArrayList<>();
        double left = 1;
        for (int k = 0; k < count; k++) {
            double share = k == count - 1 ? left : left * (0.1 + 0.8 * market.nextDouble());
            left -= share;
            insurers.add(new Insurer(
                    "insurer-" + k,
                    share,
                    market.nextDouble() < 0.3 ? ScenarioBuilder.NONE : money(),
                    market.nextBoolean() ? null : money(),
                    market.nextBoolean() ? null : market.nextDouble(),
                    market.nextBoolean() ? 0 : money() / 10,
                    maybeMoney()));
        }
        return insurers;
    }

    private List<Reinsurance> treaties(double limitOfPolicies) {
        List<Reinsurance> treaties = new ArrayList<>();
        int count = market.nextInt(4);
        int order = 1;
        for (int t = 0; t < count; t++) {
            order += market.nextInt(2);
            treaties.add(treaty("treaty-" + t, order, limitOfPolicies < ScenarioBuilder.NONE));
        }
        return treaties;
    }

    private Reinsurance treaty(String name, int order, boolean limited) {
        Reinsurance.Kind kind = Reinsurance.Kind.values()[market.nextInt(5)];
        kind = kind == Reinsurance.Kind.SURPLUS && !limited ? Reinsurance.Kind.QUOTA_SHARE : kind;
        boolean surplus = kind == Reinsurance.Kind.SURPLUS;
        boolean proportional = surplus || kind == Reinsurance.Kind.QUOTA_SHARE;
        boolean excess = !proportional && kind != Reinsurance.Kind.STOP_LOSS;
        boolean refilled = excess && market.nextBoolean();
        boolean whole = !proportional && market.nextDouble() < 0.6;
        return new Reinsurance(
                kind,
                name,
                surplus || whole ? null : (Double) market.nextDouble(),
                surplus ? money() : null,
                surplus ? 1 + 3 * market.nextDouble() : null,
                proportional ? null : market.nextDouble() < 0.2 ? 0 : money(),
                refilled ? money() : maybeMoney(),
                excess && market.nextBoolean() ? money() : 0,
                refilled || kind == Reinsurance.Kind.STOP_LOSS ? ScenarioBuilder.NONE : maybeMoney(),
                refilled ? (Integer) market.nextInt(3) + 1 : null,
                refilled ? List.of(new Reinstatement(1, market.nextBoolean())) : List.of(),
                proportional ? 0 : money() / 10,
                proportional ? 0.2 : 0,
                order);
    }

    private double money() {
        return Math.floor(100 * StrictMath.exp(4 + 6 * market.nextDouble())) / 100;
    }

    private double maybeMoney() {
        return market.nextBoolean() ? ScenarioBuilder.NONE : money();
    }

    private LiabilityFund fund() {
        FundLevy.Base base = FundLevy.Base.values()[random.nextInt(3)];
        FundLevy levy = chance(0.3)
                ? null
                : new FundLevy(
                        FundLevy.Rule.EX_ANTE,
                        base,
                        random.nextDouble() * 1e-3,
                        null,
                        chance(0.7) ? 0 : 2e6,
                        chance(0.7) ? 0 : 10,
                        ScenarioBuilder.NONE,
                        chance(0.7) ? 0 : 2);
        FundCall call = chance(0.5)
                ? null
                : new FundCall(
                        FundCall.Rule.RETROSPECTIVE,
                        maybeUnlimited(),
                        maybeUnlimited(),
                        chance(0.5) ? 0 : 0.1,
                        chance(0.5) ? 1000 : random.nextInt(3));
        return LiabilityFund.withBalance(amount())
                .target(maybeUnlimited())
                .levy(levy)
                .perEventLimit(maybeUnlimited())
                .annualLimit(maybeUnlimited())
                .interestPerYear(chance(0.5) ? 0 : 0.03)
                .expensesPerYear(chance(0.7) ? 0 : amount() / 10)
                .call(call)
                .sameYear(call != null && chance(0.5))
                .loan(chance(0.7) ? null : new FundLoan(amount(), 0.05, 0.2))
                .refundAbove(maybeUnlimited())
                .foreignLevel(treatment.nextBoolean() ? 1 : treatment.nextDouble())
                .build();
    }

    private List<Layer> layers(boolean insured) {
        List<Layer> layers = new ArrayList<>();
        if (chance(0.6)) {
            layers.add(Layer.of(Payer.OPERATOR, Layer.Kind.DEDUCTIBLE));
        }
        layers.add(insured ? Layer.of(Payer.INSURER, Layer.Kind.TERMS) : terms(Payer.INSURER));
        if (chance(0.4)) {
            layers.add(terms(Payer.OPERATOR));
        }
        if (chance(0.5)) {
            layers.add(Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS));
        }
        for (Payer payer : List.of(Payer.MUTUAL, Payer.FUND, Payer.STATE)) {
            if (chance(0.5)) {
                layers.add(random.nextInt(layers.size() + 1), terms(payer));
            }
            if (chance(0.3)) {
                layers.add(terms(payer));
            }
        }
        return layers;
    }

    private Layer terms(Payer payer) {
        boolean single = payer == Payer.OPERATOR || payer == Payer.INSURER;
        Layer.Basis basis = single && chance(0.4) ? Layer.Basis.OPERATOR : null;
        Layer plain = new Layer(
                payer,
                Layer.Kind.TERMS,
                chance(0.5) ? 0 : amount(),
                maybeUnlimited(),
                chance(0.8) ? 0 : amount(),
                maybeUnlimited(),
                chance(0.7) ? 1 : random.nextDouble(),
                basis);
        return chance(0.5) ? plain : enriched(plain, single);
    }

    /** The same layer with franchise, ceilings, sizes, reinstatements, trigger, territory, schedule or a name. */
    private Layer enriched(Layer plain, boolean single) {
        boolean refilled = single && chance(0.4);
        boolean sized = single && !refilled && chance(0.4);
        boolean sizedYear = sized && plain.basis() == Layer.Basis.OPERATION && chance(0.5);
        boolean host = plain.payer() == Payer.STATE && chance(0.5);
        return new Layer(
                plain.payer(),
                plain.layer(),
                plain.deductible(),
                refilled ? amount() : sized ? ScenarioBuilder.NONE : plain.limit(),
                host ? 0 : plain.annualDeductible(),
                refilled || sizedYear || host ? ScenarioBuilder.NONE : plain.annualLimit(),
                plain.coinsurance(),
                host ? Layer.Basis.TERRITORY : plain.basis(),
                chance(0.3) ? amount() : 0,
                maybeUnlimited(),
                chance(0.4),
                single || chance(0.6) ? 0 : amount(),
                sized ? new SizedAmount("revenue", amount(), 1e6, 1e-3, maybeUnlimited(), List.of()) : null,
                sizedYear ? steps() : null,
                refilled
                        ? List.of(new Reinstatement(chance(0.3) ? 0 : 1, chance(0.5)), new Reinstatement(0.5, false))
                        : List.of(),
                refilled ? amount() : 0,
                chance(0.3)
                        ? List.of(new Layer.Change(
                                2027, refilled || sized ? null : amount(), amount(), null, amount(), 0.7, null))
                        : List.of(),
                chance(0.5) ? "own" : null,
                market.nextDouble() < 0.7 ? 0 : 20 * market.nextDouble(),
                null,
                rules.timeBar());
    }

    private SizedAmount steps() {
        List<SizedAmount.Step> steps =
                List.of(new SizedAmount.Step(1.5e6, amount()), new SizedAmount.Step(2.5e6, amount()));
        return new SizedAmount("revenue", 0, 0, 0, maybeUnlimited(), steps);
    }

    private List<Adjustment> adjustments() {
        if (chance(0.6)) {
            return List.of();
        }
        Adjustment.Where where = new Adjustment.Where(null, null, null, null, 0.5);
        Adjustment.Posture more = new Adjustment.Posture(Adjustment.PartialElements.uniform(0.2));
        return List.of(new Adjustment(where, null, more, 1 + random.nextInt(2)));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double amount() {
        return Math.floor(100 * StrictMath.exp(4 + 6 * random.nextDouble())) / 100;
    }

    private double maybeUnlimited() {
        return chance(0.5) ? ScenarioBuilder.NONE : amount();
    }
}
