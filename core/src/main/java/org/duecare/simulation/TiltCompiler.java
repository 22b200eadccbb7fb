package org.duecare.simulation;

import java.util.List;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.SpreadColumns;
import org.duecare.compiled.TiltColumns;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the boxes of a tilt: for each pair the marks with which an attempt may cost the fund much in some variant that has
 * one. The choice moves the spread of the estimates alone: weights are exact for any boxes.
 */
final class TiltCompiler {
    /** Least claim of each box, in parts of what one event can take from the fund. */
    private static final double[] BOXES = {0.25, 0.5, 1};

    /** Harms added, in parts of those that would exhaust the fund: tilted trials without any keep the ratio from spreading. */
    private static final double PART_OF_NEEDED = 0.75;

    private static final double MOST_HARMS = 8;

    private final Scenario scenario;
    private final Accuracy accuracy;
    private final CompiledWorld world;
    private final List<CompiledVariant> aimed;
    private final List<ThreatType> threats;
    private final long[] largest;
    private final long[] harmFrom;
    private final double[] tail;
    private final double[] inBox;
    private final long[][] marks;

    TiltCompiler(Scenario scenario, CompiledWorld world, List<CompiledVariant> variants) {
        this.scenario = scenario;
        this.accuracy = scenario.accuracy();
        this.world = world;
        List<CompiledVariant> withFund =
                variants.stream().filter(variant -> variant.fund != null).toList();
        this.aimed = withFund.isEmpty() ? variants : withFund;
        this.threats = ScenarioCompiler.threatsInOrder(scenario);
        this.largest = new long[aimed.size()];
        int pairs = world.pairs.threat.length;
        this.harmFrom = new long[pairs * BOXES.length];
        this.tail = new double[pairs * BOXES.length];
        this.inBox = new double[pairs];
        this.marks = new long[3][pairs];
    }

    TiltColumns compile(List<CompiledVariant> all) {
        double harms = 0;
        for (int a = 0; a < largest.length; a++) {
            harms = Math.max(harms, aim(a));
        }
        Double stated = accuracy.largeHarms();
        if (stated != null) {
            harms = stated;
        }
        for (int operation = 0; operation < world.operationCount(); operation++) {
            for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
                boxes(operation, pair, all);
            }
        }
        return columns(harms / BOXES.length);
    }

    /** What one event can take from the fund of a variant; returns the number of harms to be added. */
    private double aim(int a) {
        FundColumns fund = aimed.get(a).fund;
        Double from = accuracy.largeFrom();
        if (fund == null) {
            if (from == null) {
                throw new InvalidValueException(
                        "accuracy",
                        "= twist aims at the proration of a fund, and no variant has one",
                        "Give accuracy.largeFrom, the harm from which harms are drawn more often");
            }
            largest[a] = Money.minor(from / BOXES[0]);
            return PART_OF_NEEDED;
        }
        long room = Math.max(0, fund.target - fund.initial);
        long means = Math.max(1, fund.initial + Math.min(fund.totalLevy[0], room));
        largest[a] = Math.min(means, fund.perEventLimit);
        double needed = Math.ceil((double) means / largest[a]);
        if (from != null) {
            largest[a] = Money.minor(from / BOXES[0]);
        }
        return Math.min(MOST_HARMS, PART_OF_NEEDED * needed);
    }

    /** The box of marks of one pair: the union over the variants aimed at, within what every year's history keeps. */
    private void boxes(int operation, int pair, List<CompiledVariant> all) {
        ThreatType threat = threats.get(world.pairs.threat[pair]);
        int level = world.pairs.level[pair];
        long kept = DrawAddress.CELLS;
        for (int year = 1; year <= world.years; year++) {
            long inAny = 0;
            for (CompiledVariant variant : all) {
                inAny = Math.max(inAny, variant.phase(year).successBelow[pair]);
            }
            kept = Math.min(kept, inAny);
        }
        long from = DrawAddress.CELLS;
        long below = 0;
        long finding = DrawAddress.CELLS;
        double[] least = new double[BOXES.length];
        java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int a = 0; a < largest.length; a++) {
            CompiledVariant variant = aimed.get(a);
            if (variant.rule == CompiledVariant.RULE_NONE) {
                continue;
            }
            boolean negligence = variant.rule == CompiledVariant.RULE_NEGLIGENCE;
            double under = under(variant, operation);
            for (PostureColumns phase : variant.phases) {
                from = Math.min(from, negligence && variant.butFor ? phase.careSuccessBelow[pair] : 0);
                below = Math.max(below, Math.min(kept, phase.successBelow[pair]));
                finding = Math.min(finding, negligence && !variant.yearlyNoise ? phase.liableFrom[operation] : 0);
                for (int b = 0; b < least.length; b++) {
                    double harm = under + largest[a] * BOXES[b];
                    if (harm < world.operators.potentialHarm[operation]) {
                        least[b] = Math.min(least[b], harm / phase.sizeFactor[operation]);
                    }
                }
            }
        }
        marks[0][pair] = from;
        marks[1][pair] = below;
        marks[2][pair] = finding;
        boolean alone = world.spread.groupOfPair[pair] == SpreadColumns.NO_GROUP;
        boolean poisson = alone && threat.count() == null && (level < 0 || !world.levels.ownOperation[level]);
        double open = poisson && from < below && finding < DrawAddress.CELLS
                ? (double) (below - from) / DrawAddress.CELLS * (DrawAddress.CELLS - finding) / DrawAddress.CELLS
                : 0;
        inBox[pair] = world.pairs.rate[pair] * open;
        for (int b = 0; b < least.length; b++) {
            int at = pair * BOXES.length + b;
            boolean some = inBox[pair] > 0 && least[b] < Money.EVENT_MAX;
            harmFrom[at] = some ? (long) Math.ceil(least[b]) : Long.MAX_VALUE;
            tail[at] = some ? tail(threat, pair, harmFrom[at]) : 0;
        }
    }

    /** What the payers in front of the fund take of a large harm; infinite where they take all. */
    private double under(CompiledVariant variant, int operation) {
        LayerColumns layers = variant.layers;
        int end = layers.poolLayerOf(Payer.FUND.ordinal());
        double sum = 0;
        for (int layer = 0; layer < (variant.fund == null ? 0 : end); layer++) {
            if (layers.kind[layer] == LayerColumns.NET_ASSETS) {
                sum += owned(operation);
            } else if (layers.applies(layer, operation)) {
                sum += layers.limit(layer, operation);
            }
        }
        return sum;
    }

    private long owned(int operation) {
        int low = 0;
        while (world.operators.firstOperation[low + 1] <= operation) {
            low++;
        }
        return world.operators.netAssets[low];
    }

    /** Probability that a harm at size factor 1, rounded to minor units, reaches an amount. */
    private double tail(ThreatType threat, int pair, long minor) {
        double amount = minor - 0.5;
        double scale = world.pairs.sizeScale[pair];
        LossLaw law = threat.severity();
        if (threat.harm() != null) {
            law = threat.harm().law();
        } else {
            scale *= threat.thirdPartyShare() == null ? 0 : threat.thirdPartyShare();
        }
        return scale == 0 ? 0 : law.survival(amount / scale);
    }

    private TiltColumns columns(double harmsOfBox) {
        int boxes = BOXES.length;
        double[] ratio = new double[boxes];
        for (int b = 0; b < boxes; b++) {
            double expected = expected(b);
            ratio[b] = expected > 0 ? harmsOfBox / expected : 0;
        }
        long[] logRatio = new long[boxes + 1];
        double intensity = 1;
        for (int b = 0; b < boxes; b++) {
            intensity += ratio[b];
            logRatio[b + 1] = Math.round(StrictMath.log(intensity) * TiltColumns.LOG_UNITS);
        }
        double[] extra = new double[tail.length];
        double[] pairExtra = new double[inBox.length];
        double[][] compensator = new double[world.levels.key0.length + 1][world.years];
        for (int pair = 0; pair < pairExtra.length; pair++) {
            for (int b = 0; b < boxes; b++) {
                extra[pair * boxes + b] = inBox[pair] * tail[pair * boxes + b] * ratio[b];
                pairExtra[pair] += extra[pair * boxes + b];
            }
            for (int y = 0; y < world.years; y++) {
                compensator[world.pairs.level[pair] + 1][y] +=
                        pairExtra[pair] * world.threats.trend[world.pairs.threat[pair]][y];
            }
        }
        long[] key = DrawAddress.key(scenario.seed(), DrawAddress.nameKey("tilt", "trials"));
        return new TiltColumns(
                key, accuracy.tiltedShare(), harmFrom, tail, extra, pairExtra, marks, logRatio, compensator);
    }

    /** Attempts of the world in a box, expected over all years. */
    private double expected(int box) {
        double sum = 0;
        for (int pair = 0; pair < inBox.length; pair++) {
            for (double trend : world.threats.trend[world.pairs.threat[pair]]) {
                sum += inBox[pair] * trend * tail[pair * BOXES.length + box];
            }
        }
        return sum;
    }

    /** Harms that are added where the scenario does not say how many. */
    static double defaultHarms(Scenario scenario) {
        CompiledScenario plain = ScenarioCompiler.compile(scenario);
        TiltCompiler compiler = new TiltCompiler(scenario, plain.world(), plain.variants());
        double harms = 0;
        for (int a = 0; a < compiler.largest.length; a++) {
            harms = Math.max(harms, compiler.aim(a));
        }
        return harms;
    }

    /** The tilt that a scenario asks for; null for none. */
    static @Nullable TiltColumns of(Scenario scenario, CompiledWorld world, List<CompiledVariant> variants) {
        return scenario.accuracy().method() == Accuracy.Method.TWIST
                ? new TiltCompiler(scenario, world, variants).compile(variants)
                : null;
    }
}
