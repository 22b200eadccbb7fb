package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareCost;
import org.duecare.compiled.CareColumns;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.DependenceColumns;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.HardeningColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.Hardening;
import org.duecare.diligence.Posture;
import org.duecare.diligence.StandardOfCare;
import org.duecare.distribution.Normal;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.operation.Territory;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Turns the postures held under one policy, and the care owed, into the columns of each phase. */
final class PostureCompiler {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final List<ThreatType> threats;
    private final CompiledWorld world;
    private final Policy policy;
    private final List<PostureColumns> hardened = new ArrayList<>();
    private final List<EdgeColumns> hardenedEdges = new ArrayList<>();
    private final List<DependenceColumns> hardenedDependence = new ArrayList<>();
    private final List<EdgeColumns> edges = new ArrayList<>();
    private final List<DependenceColumns> dependence = new ArrayList<>();
    private final List<long[]> careCosts = new ArrayList<>();

    PostureCompiler(Scenario scenario, List<Operation> operations, CompiledWorld world, Policy policy) {
        this.scenario = scenario;
        this.operations = operations;
        this.threats = WorldCompiler.inKeyOrder(scenario.threats());
        this.world = world;
        this.policy = policy;
    }

    /**
     * The phases: runs of years with the same postures.
     *
     * @param phaseOfYear filled with the phase of each year
     */
    PostureColumns[] phases(int[] phaseOfYear) {
        HeldPosture held = new HeldPosture(scenario, operations, policy);
        List<PostureColumns> phases = new ArrayList<>();
        phases.add(phase(held.levels(), 1));
        for (int year = 2; year <= scenario.years(); year++) {
            if (held.next() | !seasons(year).equals(seasons(year - 1))) {
                phases.add(phase(held.levels(), year));
            }
            phaseOfYear[year - 1] = phases.size() - 1;
        }
        return phases.toArray(PostureColumns[]::new);
    }

    /** What operations hold after an incident, phase by phase; null where they do not learn. To be asked for after the phases. */
    @Nullable
    HardeningColumns hardening() {
        Hardening learning = policy.diligence().hardening();
        return learning == null || scenario.years() == 1
                ? null
                : new HardeningColumns(
                        learning.years(),
                        hardened.toArray(PostureColumns[]::new),
                        hardenedEdges.toArray(EdgeColumns[]::new),
                        hardenedDependence.toArray(DependenceColumns[]::new));
    }

    /** Whether secondary attempts reach and succeed, phase by phase; none without contagion. To be asked for after the phases. */
    EdgeColumns[] edges() {
        return edges.toArray(EdgeColumns[]::new);
    }

    /** What posture decides about providers, phase by phase; none without providers. To be asked for after the phases. */
    DependenceColumns[] dependence() {
        return dependence.toArray(DependenceColumns[]::new);
    }

    /** What care costs, phase by phase; null where it is not priced. To be asked for after the phases. */
    @Nullable
    CareColumns care() {
        return policy.behaviour() == null ? null : new CareColumns(careCosts.toArray(long[][]::new));
    }

    private void priceCare(double[][] levels) {
        Behaviour behaviour = policy.behaviour();
        if (behaviour != null) {
            CareCost cost = behaviour.careCost();
            double[] weights = cost.weights();
            long[] amounts = new long[levels.length];
            for (int i = 0; i < amounts.length; i++) {
                double full = cost.full(operations.get(i).revenue());
                amounts[i] = Money.minor(full * CareCost.share(weights, levels[i], cost.exponent()));
            }
            careCosts.add(amounts);
        }
    }

    /** The season's factor of each threat in a year. */
    private List<Double> seasons(int year) {
        return threats.stream()
                .map(threat -> threat.count() == null ? Season.factor(policy.season(), threat, year) : 1)
                .toList();
    }

    private PostureColumns phase(double[][] levels, int year) {
        Diligence diligence = policy.diligence();
        priceCare(levels);
        double[][] held = new double[levels.length][];
        for (int i = 0; i < held.length; i++) {
            held[i] = HeldPosture.effective(levels[i], policy.diligence());
        }
        double[][] owed = new OwedCare(diligence.standard(), operations, held)
                .levels(policy.states().territories());
        double[][] declared = new double[levels.length][];
        for (int i = 0; i < declared.length; i++) {
            declared[i] = HeldPosture.declared(operations.get(i), levels[i], diligence);
        }
        couple(held, owed, year, edges, dependence);
        Hardening learning = diligence.hardening();
        if (learning != null) {
            double[][] learnt = learnt(levels, learning);
            couple(learnt, owed, year, hardenedEdges, hardenedDependence);
            hardened.add(columns(learnt, owed, declared, year));
        }
        return columns(held, owed, declared, year);
    }

    /** What couples operations in one phase: contagion and providers. */
    private void couple(
            double[][] held,
            double[][] owed,
            int year,
            List<EdgeColumns> intoEdges,
            List<DependenceColumns> intoDependence) {
        if (world.spread.active) {
            intoEdges.add(exchange(held, owed, year));
        }
        if (world.providers.active()) {
            double[][] acting = new double[held.length][];
            double[][] mended = new double[held.length][];
            for (int i = 0; i < mended.length; i++) {
                acting[i] = acting(i, held[i]);
                mended[i] = acting(i, mended(held[i], owed[i]));
            }
            intoDependence.add(new DependenceCompiler(scenario, operations, world, policy).phase(acting, mended));
        }
    }

    private EdgeColumns exchange(double[][] held, double[][] owed, int year) {
        int element = DiligenceElement.INFORMATION_EXCHANGE.ordinal();
        double[] exchanged = new double[held.length];
        double[] exchangedWithCare = new double[held.length];
        long[] success = new long[world.pairs.threat.length];
        long[] careSuccess = new long[success.length];
        for (int i = 0; i < held.length; i++) {
            double[] acting = acting(i, held[i]);
            double[] mended = acting(i, mended(held[i], owed[i]));
            exchanged[i] = acting[element];
            exchangedWithCare[i] = mended[element];
            double revenue = operations.get(i).revenue();
            for (int pair = world.pairs.first[i]; pair < world.pairs.first[i + 1]; pair++) {
                success[pair] = successBelow(pair, 1, acting, revenue);
                careSuccess[pair] = successBelow(pair, 1, mended, revenue);
            }
        }
        SpreadCompiler spread = new SpreadCompiler(threats, world);
        EdgeColumns columns = spread.edges(exchanged, exchangedWithCare, success, careSuccess);
        spread.requireSubcritical(columns, policy.variant(), year);
        return columns;
    }

    private double[] acting(int operation, double[] levels) {
        return StateCompiler.acting(levels, territory(operation), policy.diligence());
    }

    private Territory territory(int operation) {
        return policy.states().of(operations.get(operation).territory());
    }

    /** Levels after an incident; the care owed is measured by what others hold and does not move with it. */
    private double[][] learnt(double[][] levels, Hardening learning) {
        double[] gain = learning.gain().toArray();
        double[][] learnt = new double[levels.length][];
        for (int i = 0; i < learnt.length; i++) {
            learnt[i] = HeldPosture.effective(Posture.hardened(levels[i], gain), policy.diligence());
        }
        return learnt;
    }

    private PostureColumns columns(double[][] held, double[][] owed, double[][] declared, int year) {
        StandardOfCare standard = policy.diligence().standard();
        double[] weights = standard.elementWeights();
        boolean worst = standard.shortfall() == StandardOfCare.ShortfallMeasure.WORST;
        int count = operations.size();
        long[] success = new long[world.pairs.threat.length];
        long[] careSuccess = new long[success.length];
        double[] factor = new double[count];
        double[] careFactor = new double[count];
        long[] liableFrom = new long[count];
        double[] shortfall = new double[count];
        StateCompiler states = new StateCompiler(policy, count);
        List<Double> seasons = seasons(year);
        Assurance.Evidence[] evidence = new Certificates(scenario, operations, policy).evidence(year);
        for (int i = 0; i < count; i++) {
            double[] mended = mended(held[i], owed[i]);
            shortfall[i] = worst
                    ? StandardOfCare.worstShortfall(held[i], owed[i], weights)
                    : StandardOfCare.weightedShortfall(held[i], owed[i], weights);
            double index = StandardOfCare.findingIndex(shortfall[i], held[i], owed[i], weights);
            liableFrom[i] = liableFrom(policy, shortfall[i], index, evidence[i]);
            factor[i] = sizeFactor(held[i]);
            careFactor[i] = sizeFactor(mended);
            double[] acting = acting(i, held[i]);
            double[] actingWithCare = acting(i, mended);
            states.set(i, operations.get(i), acting, actingWithCare, shortfall[i]);
            double revenue = operations.get(i).revenue();
            for (int pair = world.pairs.first[i]; pair < world.pairs.first[i + 1]; pair++) {
                double share = world.pairs.seasonShare(pair, seasons.get(world.pairs.threat[pair]));
                success[pair] = successBelow(pair, share, acting, revenue);
                careSuccess[pair] = successBelow(pair, share, actingWithCare, revenue);
            }
        }
        return new PostureColumns(
                success,
                careSuccess,
                factor,
                careFactor,
                liableFrom,
                shortfall,
                means(held),
                means(declared),
                elementMeans(held),
                states.victims(),
                states.audits());
    }

    private static double[] means(double[][] levels) {
        double[] means = new double[levels.length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (double level : levels[i]) {
                sum += level;
            }
            means[i] = sum / DiligenceElement.COUNT;
        }
        return means;
    }

    private static double[] elementMeans(double[][] levels) {
        double[] means = new double[DiligenceElement.COUNT];
        for (double[] held : levels) {
            for (int k = 0; k < means.length; k++) {
                means[k] += held[k] / levels.length;
            }
        }
        return means;
    }

    static double[] mended(double[] held, double[] owed) {
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

    private long successBelow(int pair, double seasonShare, double[] posture, double revenue) {
        ThreatType threat = threats.get(world.pairs.threat[pair]);
        return DrawAddress.threshold(
                seasonShare * success(policy, threat, posture, revenue, world.pairs.newServices(pair)));
    }

    /** Share of the attempts that are left under a policy and succeed at a posture. */
    static double success(Policy policy, ThreatType threat, double[] posture, double revenue, boolean newServices) {
        double left = policy.ceilingFactors().getOrDefault(threat.type(), threat.ceilingFactor())
                * policy.pillars().attemptsLeft(threat.humanElement());
        double success =
                AttemptRates.success(policy.diligence().vulnerability(), threat, posture, revenue, newServices);
        return left * success;
    }

    /** A certificate narrows the court's error and raises a presumption of care. */
    static long liableFrom(Policy policy, double shortfall, double index, Assurance.Evidence evidence) {
        Liability liability = policy.liability();
        double sd = liability.courtNoise().sd() * policy.pillars().guidance() * evidence.noiseFactor();
        double shift = liability.burdenShift() - evidence.presumption();
        if (sd == 0) {
            boolean liable = shortfall > 0 && shortfall + shift > liability.tolerance();
            return liable ? 0 : DrawAddress.CELLS;
        }
        double above = Liability.liableAbove(index, shift, sd, liability.tolerance());
        return DrawAddress.threshold(Normal.cdf(above));
    }
}
