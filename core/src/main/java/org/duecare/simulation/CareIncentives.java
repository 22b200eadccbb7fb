package org.duecare.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareBill;
import org.duecare.behaviour.CareCost;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.StandardOfCare;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.operation.Territory;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.RateTable;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/**
 * What a level of care costs an operation and what it saves, under one policy: expected amounts a year in closed form, years
 * averaged. Layers are read incident by incident: annual limits as limits of an incident, net assets as untouched by earlier
 * incidents of the year, pools as able to pay. Secondary incidents and hits of providers do not count.
 */
final class CareIncentives {
    private final Policy policy;
    private final Behaviour behaviour;
    private final List<Operation> operations;
    private final List<ThreatType> threats;
    private final CompiledWorld world;
    private final LayerColumns layers;
    private final PremiumRule rule;
    private final CareResponse.Loads loads;
    private final double[] weights;
    private final double[] standardWeights;
    private final double[] rate;
    private final Assurance.Evidence[] evidence;
    private final Assurance.Level[] certificates;
    private final @Nullable IncidentAmounts[] whole;
    private final @Nullable IncidentAmounts[] part;

    /**
     * The incentives under one policy.
     *
     * @param behaviour of that policy
     * @param loads price over expected loss, and cost of reinsurance, by operation
     */
    CareIncentives(
            Scenario scenario,
            List<Operation> operations,
            CompiledWorld world,
            Policy policy,
            Behaviour behaviour,
            LayerColumns layers,
            CareResponse.Loads loads) {
        this.policy = policy;
        this.behaviour = behaviour;
        this.operations = operations;
        this.threats = WorldCompiler.inKeyOrder(scenario.threats());
        this.world = world;
        this.layers = layers;
        this.loads = loads;
        this.rule = rule(policy);
        this.weights = behaviour.careCost().weights();
        this.standardWeights = policy.diligence().standard().elementWeights();
        this.rate = rates(scenario.years());
        Certificates held = new Certificates(scenario, operations, policy);
        this.evidence = held.evidence(1);
        this.certificates =
                operations.stream().map(operation -> held.level(operation, 1)).toArray(Assurance.Level[]::new);
        this.whole = new IncidentAmounts[rate.length];
        this.part = new IncidentAmounts[rate.length];
    }

    /** The rule of the policy's premium; the pure premium where it states none. */
    static PremiumRule rule(Policy policy) {
        Insurance insurance = policy.insurance();
        PremiumRule stated = insurance == null ? null : insurance.premium();
        return stated == null ? PremiumRule.of(PrincipleChoice.PURE) : stated;
    }

    /** Attempts a year of each pair, years averaged. */
    private double[] rates(int years) {
        double[] rates = new double[world.pairs.threat.length];
        for (int pair = 0; pair < rates.length; pair++) {
            int index = world.pairs.threat[pair];
            ThreatType threat = threats.get(index);
            double factor = 0;
            for (int year = 1; year <= years; year++) {
                double season = Season.factor(policy.season(), threat, year);
                factor += world.threats.trend[index][year - 1] * world.pairs.seasonShare(pair, season) / years;
            }
            rates[pair] = threat.count() == null
                    ? world.pairs.rate[pair] * factor
                    : threat.count().mean();
        }
        return rates;
    }

    /** Where a level of care stands before the law. */
    private record Standing(double[] held, double[] mended, double shortfall, double liable) {}

    private double[] levels(int i, double care) {
        return CareCost.moved(operations.get(i).posture().toArray(), weights, care);
    }

    private Territory territory(int i) {
        return policy.states().of(operations.get(i).territory());
    }

    private static double mean(double[] levels) {
        double sum = 0;
        for (double level : levels) {
            sum += level;
        }
        return sum / levels.length;
    }

    private double[] declared(int i, double care) {
        return HeldPosture.declared(operations.get(i), levels(i, care), policy.diligence());
    }

    private double[] held(int i, double care) {
        return HeldPosture.effective(levels(i, care), policy.diligence());
    }

    private double shortfall(double[] held, double[] owed) {
        return policy.diligence().standard().shortfall() == StandardOfCare.ShortfallMeasure.WORST
                ? StandardOfCare.worstShortfall(held, owed, standardWeights)
                : StandardOfCare.weightedShortfall(held, owed, standardWeights);
    }

    private Standing standing(int i, double care, double[] owed) {
        double[] held = held(i, care);
        double shortfall = shortfall(held, owed);
        double index = StandardOfCare.findingIndex(shortfall, held, owed, standardWeights);
        double liable = switch (policy.liability().rule()) {
            case NONE -> 0;
            case STRICT -> 1;
            case NEGLIGENCE ->
                1 - PostureCompiler.liableFrom(policy, shortfall, index, evidence[i]) / (double) DrawAddress.CELLS;
        };
        return new Standing(held, PostureCompiler.mended(held, owed), shortfall, liable);
    }

    /**
     * What a level of care costs an operation.
     *
     * @param owed nine levels owed
     */
    CareBill bill(int i, double care, double[] owed) {
        Operation operation = operations.get(i);
        Standing standing = standing(i, care, owed);
        double[] acting = StateCompiler.acting(standing.held, territory(i), policy.diligence());
        double[] mended = StateCompiler.acting(standing.mended, territory(i), policy.diligence());
        double factor = sizeFactor(standing.held);
        double spared = sizeFactor(standing.mended);
        double claimed = standing.liable * claimed(operation, acting);
        boolean butFor = policy.liability().rule() == Liability.Rule.NEGLIGENCE
                && policy.liability().causation() == Liability.Causation.BUT_FOR;
        double cap = cap(operation, standing.shortfall);
        Sums sums = new Sums();
        for (int pair = world.pairs.first[i]; pair < world.pairs.first[i + 1]; pair++) {
            double succeed = rate[pair] * success(pair, acting, operation);
            double anyway = butFor ? Math.min(succeed, rate[pair] * success(pair, mended, operation)) : 0;
            sums.add(claimed * (succeed - anyway), succeed, whole(pair, i, factor, cap));
            if (anyway > 0 && factor > spared) {
                sums.add(claimed * anyway, 0, part(pair, i, factor - spared, cap));
            }
        }
        double pure = rated(i, care, sums.insured);
        Premium premium = layers.insured[i] && policy.insurance() != null
                ? rule.load(pure, loads.price()[i] * pure, loads.reinsurance()[i], 0)
                : Premium.NONE;
        CareCost cost = behaviour.careCost();
        return new CareBill(
                cost.full(operation.revenue()) * CareCost.share(weights, levels(i, care), cost.exponent()),
                premium.total(),
                levy(operation, premium, sums.damages, standing.shortfall),
                sums.retained,
                behaviour.ownLossShare() * sums.ownLoss,
                sanctions(i, standing.shortfall));
    }

    /** The pure premium at a level of care: what insurers expect to pay, or what the tariff says of the class it falls into. */
    private double rated(int i, double care, double insured) {
        RateTable tariff = rule.tariff();
        if (tariff == null || !layers.insured[i]) {
            return insured;
        }
        Operation operation = operations.get(i);
        RiskClass held = RiskClass.of(operation, certificates[i]).withPosture(mean(declared(i, care)));
        return tariff.pure(held, operation.operation());
    }

    /** Expected amounts of a year, adding up over the threats of an operation. */
    private static final class Sums {
        private double retained;
        private double insured;
        private double damages;
        private double ownLoss;

        void add(double owedIncidents, double incidents, IncidentAmounts amounts) {
            retained += times(owedIncidents, amounts.retained());
            insured += times(owedIncidents, amounts.insured());
            damages += times(owedIncidents, amounts.damages());
            ownLoss += times(incidents, amounts.ownLoss());
        }

        /** What never happens costs nothing, even where its size has no mean. */
        private static double times(double incidents, double amount) {
            return incidents == 0 ? 0 : incidents * amount;
        }
    }

    private double success(int pair, double[] posture, Operation operation) {
        ThreatType threat = threats.get(world.pairs.threat[pair]);
        return PostureCompiler.success(policy, threat, posture, operation.revenue(), world.pairs.newServices(pair));
    }

    private double sizeFactor(double[] held) {
        return Diligence.sizeFactor(
                held[DiligenceElement.CONTINUITY.ordinal()], policy.diligence().continuityFactor());
    }

    private double claimed(Operation operation, double[] acting) {
        Territory territory = policy.states().of(operation.territory());
        double home = territory.victimsIn(operation.territory(), operation.territory());
        double left = Diligence.foreignLeft(
                acting[DiligenceElement.GOOD_NEIGHBOURLINESS.ordinal()],
                policy.diligence().neighbourlinessFactor());
        double abroad = territory.claimProbability().abroad(acting[DiligenceElement.NON_DISCRIMINATION.ordinal()]);
        return home * territory.claimProbability().home() + (1 - home) * left * abroad;
    }

    private double cap(Operation operation, double shortfall) {
        double harm = operation.potentialHarm();
        boolean broken = shortfall > policy.liability().breakLimitAbove();
        return broken ? harm : Math.min(harm, amount(StateCompiler.limitOf(policy.liability(), operation)));
    }

    private IncidentAmounts whole(int pair, int i, double factor, double cap) {
        IncidentAmounts amounts = amounts(whole[pair], pair, i, factor, cap);
        whole[pair] = amounts;
        return amounts;
    }

    private IncidentAmounts part(int pair, int i, double factor, double cap) {
        IncidentAmounts amounts = amounts(part[pair], pair, i, factor, cap);
        part[pair] = amounts;
        return amounts;
    }

    private IncidentAmounts amounts(@Nullable IncidentAmounts known, int pair, int i, double factor, double cap) {
        if (known != null && known.factor() == factor && known.cap() == cap) {
            return known;
        }
        ThreatType threat = threats.get(world.pairs.threat[pair]);
        double scale = world.pairs.sizeScale[pair] / Money.MINOR_PER_MAIN * factor;
        double owned = amount(world.operators.netAssets[operatorOf(i)]);
        ExpectedLoss.Size harm = ExpectedLoss.Size.ofHarm(threat, scale, cap);
        ExpectedLoss.Size own = new ExpectedLoss.Size(threat.severity(), scale, owned);
        LayerCover cover = new LayerCover();
        double retained = 0;
        double insured = 0;
        for (int layer = 0; layer < layers.count; layer++) {
            if (layers.applies(layer, i)) {
                double limit = layers.kind[layer] == LayerColumns.NET_ASSETS ? owned : limit(layer, i);
                double paid =
                        cover.take(amount(layers.deductible[layer]), limit, layers.coinsurance[layer], harm::limited);
                retained += layers.payer[layer] == Payer.OPERATOR.ordinal() ? paid : 0;
                insured += layers.payer[layer] == Payer.INSURER.ordinal() ? paid : 0;
            }
        }
        return new IncidentAmounts(
                factor,
                cap,
                retained,
                insured,
                harm.limited(Double.POSITIVE_INFINITY),
                own.limited(Double.POSITIVE_INFINITY));
    }

    private double limit(int layer, int i) {
        double all = Math.min(amount(layers.annualLimit(layer, i)), amount(layers.upTo[layer]));
        return Math.min(amount(layers.limit(layer, i)), all);
    }

    /** Expected amounts of one incident at a factor on sizes, for which somebody is liable up to a cap. */
    private record IncidentAmounts(
            double factor, double cap, double retained, double insured, double damages, double ownLoss) {}

    private int operatorOf(int i) {
        int low = 0;
        int high = world.operators.operatorCount();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (world.operators.firstOperation[middle] <= i) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double amount(long minor) {
        return minor == Money.UNLIMITED ? Double.POSITIVE_INFINITY : Money.main(minor);
    }

    private double levy(Operation operation, Premium premium, double damages, double shortfall) {
        LiabilityFund fund = policy.fund();
        FundLevy levy = fund == null ? null : fund.levy();
        if (levy == null) {
            return 0;
        }
        FundLevy.Base base = levy.base();
        if (base == FundLevy.Base.PREMIUM) {
            return levy.of(premium.beforeTax(), shortfall);
        }
        if (base == FundLevy.Base.EXPECTED_LOSS) {
            return levy.of(damages, shortfall);
        }
        String unit = levy.unit();
        double size = base == FundLevy.Base.REVENUE
                ? operation.revenue()
                : base == FundLevy.Base.USERS ? operation.users() : unit == null ? 1 : operation.size(unit);
        return levy.of(Math.max(0, size), shortfall);
    }

    private double sanctions(int i, double shortfall) {
        Territory territory = territory(i);
        boolean falls = shortfall > policy.liability().tolerance();
        return falls
                ? territory.sanctionsPerYear()
                        * territory.sanction().amount(operations.get(i).revenue())
                : 0;
    }

    /** The levels of care at which the cost of an operation jumps or has a kink: a standard is met, a tariff rates it better. */
    double[] breaks(int i, double[] owed) {
        double[] breaks = new double
                [DiligenceElement.COUNT
                        + 2
                        + RiskClass.Dimension.POSTURE.words().size()];
        int count = 0;
        for (int k = 0; k < DiligenceElement.COUNT; k++) {
            if (weights[k] > 0) {
                int element = k;
                breaks[count++] = least(care -> held(i, care)[element] >= owed[element]);
            }
        }
        double tolerance = policy.liability().tolerance();
        breaks[count++] = least(care -> shortfall(held(i, care), owed) <= tolerance);
        breaks[count++] = least(care -> standing(i, care, owed).liable == 0);
        for (int quarter = 1;
                rule.tariff() != null
                        && quarter < RiskClass.Dimension.POSTURE.words().size();
                quarter++) {
            int reached = quarter;
            breaks[count++] = least(care -> RiskClass.quarter(declared(i, care)) >= reached);
        }
        return Arrays.copyOf(breaks, count);
    }

    /** The least level at which a condition holds that stays true once it is; 1 where it does not become true. */
    private static double least(DoublePredicate holds) {
        if (holds.test(0)) {
            return 0;
        }
        double fails = 0;
        double holdsAt = 1;
        double middle = 0.5;
        while (middle > fails && middle < holdsAt) {
            if (holds.test(middle)) {
                holdsAt = middle;
            } else {
                fails = middle;
            }
            middle = fails + (holdsAt - fails) / 2;
        }
        return holdsAt;
    }
}
