package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.DependenceColumns;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.StandardOfCare;
import org.duecare.distribution.Normal;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.operation.Territory;
import org.duecare.random.DrawAddress;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Turns one policy into the arrays of a {@link CompiledVariant}. */
final class VariantCompiler {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final List<ThreatType> threats;
    private final CompiledWorld world;
    private final Policy policy;
    private final @Nullable ExAntePrices prices;

    VariantCompiler(
            Scenario scenario,
            List<Operation> operations,
            CompiledWorld world,
            Policy policy,
            @Nullable ExAntePrices prices) {
        this.scenario = scenario;
        this.operations = operations;
        this.threats = WorldCompiler.inKeyOrder(scenario.threats());
        this.world = world;
        this.policy = policy;
        this.prices = prices;
    }

    CompiledVariant compile(MeasurePlan.WorldFacts facts, MeasurePlan plan) {
        Liability liability = policy.liability();
        int rule = switch (liability.rule()) {
            case NONE -> CompiledVariant.RULE_NONE;
            case NEGLIGENCE -> CompiledVariant.RULE_NEGLIGENCE;
            case STRICT -> CompiledVariant.RULE_STRICT;
        };
        LayerCompiler compiler = new LayerCompiler(scenario, operations, policy);
        LayerColumns[] layersOfYear = compiler.compile();
        LayerColumns layers = layersOfYear[0];
        int[] phaseOfYear = new int[scenario.years()];
        PostureColumns[] phases = phases(phaseOfYear);
        FundColumns fund = new FundCompiler(operations, world.operators.operatorCount(), policy, prices)
                .compile(phases, phaseOfYear);
        MeasureColumns measures = plan.columns(facts, MeasurePlan.VariantFacts.of(phases), rule, layers, fund);
        return new CompiledVariant(
                policy.variant(),
                rule,
                liability.causation() == Liability.Causation.BUT_FOR,
                liability.courtNoise().scope() == Liability.NoiseScope.OPERATION_YEAR,
                liability.courtNoise().scope() == Liability.NoiseScope.INCIDENT
                        && liability.courtNoise().sd() > 0,
                phases,
                edges(phases, phaseOfYear),
                dependence(phases.length, phaseOfYear),
                0,
                phaseOfYear,
                layersOfYear,
                fund,
                measures);
    }

    private PostureColumns[] phases(int[] phaseOfYear) {
        TreeSet<Integer> starts = new TreeSet<>();
        starts.add(1);
        for (Adjustment adjustment : policy.adjust()) {
            if (adjustment.fromYear() <= scenario.years()) {
                starts.add(adjustment.fromYear());
            }
        }
        for (int year = 2; year <= scenario.years(); year++) {
            if (!seasons(year).equals(seasons(year - 1))) {
                starts.add(year);
            }
        }
        List<PostureColumns> phases = new ArrayList<>();
        for (int start : starts) {
            for (int year = start; year <= scenario.years(); year++) {
                phaseOfYear[year - 1] = phases.size();
            }
            phases.add(phase(start));
        }
        return phases.toArray(PostureColumns[]::new);
    }

    private EdgeColumns[] edges(PostureColumns[] phases, int[] phaseOfYear) {
        if (!world.spread.active) {
            return new EdgeColumns[0];
        }
        SpreadCompiler spread = new SpreadCompiler(threats, world);
        EdgeColumns[] edges = new EdgeColumns[phases.length];
        for (int year = scenario.years(); year >= 1; year--) {
            int phase = phaseOfYear[year - 1];
            if (year == 1 || phaseOfYear[year - 2] != phase) {
                edges[phase] = exchange(spread, year);
                spread.requireSubcritical(edges[phase], policy.variant(), year);
            }
        }
        return edges;
    }

    private DependenceColumns[] dependence(int count, int[] phaseOfYear) {
        if (!world.providers.active()) {
            return new DependenceColumns[0];
        }
        DependenceCompiler compiler = new DependenceCompiler(scenario, operations, world, policy);
        double[] owed = policy.diligence().standard().owed();
        DependenceColumns[] phases = new DependenceColumns[count];
        for (int year = scenario.years(); year >= 1; year--) {
            int phase = phaseOfYear[year - 1];
            if (year == 1 || phaseOfYear[year - 2] != phase) {
                double[][] held = new double[operations.size()][];
                double[][] mended = new double[held.length][];
                for (int i = 0; i < held.length; i++) {
                    held[i] = posture(operations.get(i), year);
                    mended[i] = mended(held[i], owed);
                }
                phases[phase] = compiler.phase(held, mended);
            }
        }
        return phases;
    }

    private EdgeColumns exchange(SpreadCompiler spread, int year) {
        double[] owed = policy.diligence().standard().owed();
        int element = DiligenceElement.INFORMATION_EXCHANGE.ordinal();
        double[] held = new double[operations.size()];
        double[] mended = new double[operations.size()];
        long[] success = new long[world.pairs.threat.length];
        long[] careSuccess = new long[success.length];
        for (int i = 0; i < held.length; i++) {
            Territory territory = policy.states().of(operations.get(i).territory());
            double[] judged = posture(operations.get(i), year);
            double[] levels = StateCompiler.acting(judged, territory);
            double[] levelsWithCare = StateCompiler.acting(mended(judged, owed), territory);
            held[i] = levels[element];
            mended[i] = levelsWithCare[element];
            for (int pair = world.pairs.first[i]; pair < world.pairs.first[i + 1]; pair++) {
                ThreatType threat = threats.get(world.pairs.threat[pair]);
                success[pair] = successBelow(threat, pair, 1, levels);
                careSuccess[pair] = successBelow(threat, pair, 1, levelsWithCare);
            }
        }
        return spread.edges(held, mended, success, careSuccess);
    }

    /** The season's factor of each threat in a year. */
    private List<Double> seasons(int year) {
        return threats.stream()
                .map(threat -> threat.count() == null ? Season.factor(policy.season(), threat.type(), year) : 1)
                .toList();
    }

    private PostureColumns phase(int year) {
        Diligence diligence = policy.diligence();
        double[] owed = diligence.standard().owed();
        double[] weights = diligence.standard().elementWeights();
        boolean worst = diligence.standard().shortfall() == StandardOfCare.ShortfallMeasure.WORST;
        int count = operations.size();
        long[] success = new long[world.pairs.threat.length];
        long[] careSuccess = new long[success.length];
        double[] factor = new double[count];
        double[] careFactor = new double[count];
        long[] liableFrom = new long[count];
        double[] shortfall = new double[count];
        StateCompiler states = new StateCompiler(policy, count);
        List<Double> seasons = seasons(year);
        for (int i = 0; i < count; i++) {
            double[] held = posture(operations.get(i), year);
            double[] mended = mended(held, owed);
            shortfall[i] = worst
                    ? StandardOfCare.worstShortfall(held, owed, weights)
                    : StandardOfCare.weightedShortfall(held, owed, weights);
            double index = StandardOfCare.findingIndex(shortfall[i], held, owed, weights);
            liableFrom[i] = liableFrom(shortfall[i], index);
            factor[i] = sizeFactor(held);
            careFactor[i] = sizeFactor(mended);
            Territory territory = policy.states().of(operations.get(i).territory());
            double[] acting = StateCompiler.acting(held, territory);
            double[] actingWithCare = StateCompiler.acting(mended, territory);
            states.set(i, operations.get(i), acting, actingWithCare, shortfall[i]);
            for (int pair = world.pairs.first[i]; pair < world.pairs.first[i + 1]; pair++) {
                int threat = world.pairs.threat[pair];
                double share = world.pairs.seasonShare(pair, seasons.get(threat));
                success[pair] = successBelow(threats.get(threat), pair, share, acting);
                careSuccess[pair] = successBelow(threats.get(threat), pair, share, actingWithCare);
            }
        }
        return new PostureColumns(
                success, careSuccess, factor, careFactor, liableFrom, shortfall, states.victims(), states.audits());
    }

    private double[] posture(Operation operation, int year) {
        double[] levels = operation.posture().toArray();
        for (Adjustment adjustment : policy.adjust()) {
            if (adjustment.fromYear() <= year
                    && OperationFilter.matches(adjustment.where(), operation, scenario.portfolioSeed())) {
                levels = adjustment.apply(levels);
            }
        }
        return levels;
    }

    private static double[] mended(double[] held, double[] owed) {
        double[] mended = new double[held.length];
        for (int k = 0; k < mended.length; k++) {
            mended[k] = Math.max(held[k], owed[k]);
        }
        return mended;
    }

    private double sizeFactor(double[] levels) {
        return Diligence.sizeFactor(
                levels[DiligenceElement.CONTINUITY.ordinal()],
                policy.diligence().continuityFactor());
    }

    private long successBelow(ThreatType threat, int pair, double seasonShare, double[] posture) {
        double ceiling = policy.ceilingFactors().getOrDefault(threat.type(), threat.ceilingFactor());
        return DrawAddress.threshold(seasonShare
                * (ceiling
                        * AttemptRates.success(
                                policy.diligence().vulnerability(), threat, posture, world.pairs.newServices(pair))));
    }

    private long liableFrom(double shortfall, double index) {
        Liability liability = policy.liability();
        double sd = liability.courtNoise().sd();
        if (sd == 0) {
            boolean liable = shortfall > 0 && shortfall + liability.burdenShift() > liability.tolerance();
            return liable ? 0 : DrawAddress.CELLS;
        }
        double above = Liability.liableAbove(index, liability.burdenShift(), sd, liability.tolerance());
        return DrawAddress.threshold(Normal.cdf(above));
    }
}
