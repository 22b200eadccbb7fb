package org.duecare.simulation;

import java.util.Arrays;
import java.util.List;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EventColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.settlement.Measure;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/**
 * Annual means in closed form: rate times success probability times probability of liability times limited expected size,
 * summed over operations and threats. Exists for own loss, harm and damages, and for each layer up to the first with annual
 * terms, net assets or the means of a fund; for nothing where incidents spread or operations learn from their own.
 */
public final class ExpectedLoss {
    /** Name of the method in summaries. */
    public static final String METHOD = "closed form";

    private static final double CELLS = DrawAddress.CELLS;

    private final CompiledWorld world;
    private final CompiledVariant variant;
    private final List<ThreatType> threats;
    private final double[] mean = new double[MeasureColumns.MEASURES];
    private final double @Nullable [][] ofOperation;
    private int current;

    /** The means of one variant, by its place in the file. */
    public ExpectedLoss(CompiledScenario compiled, int v) {
        this(compiled, v, false);
    }

    /**
     * The means of one variant, by its place in the file; where wanted by operation too, as prices ask for them: what insurers pay
     * is before reinsurance then, and paid in full.
     */
    ExpectedLoss(CompiledScenario compiled, int v, boolean byOperation) {
        this.world = compiled.world();
        this.variant = compiled.variants().get(v);
        this.threats = ScenarioCompiler.threatsInOrder(compiled.scenario());
        this.ofOperation = byOperation ? new double[MeasureColumns.MEASURES][world.operationCount()] : null;
        for (int year = 1; year <= world.years; year++) {
            addYear(year);
        }
        for (int m = 0; m < mean.length; m++) {
            mean[m] /= world.years;
        }
        if (world.providers.active()) {
            // Hits by providers have no closed form here.
            java.util.Arrays.fill(mean, Double.NaN);
        }
        settleUncompensated();
        if (world.spread.active || variant.hardening != null) {
            Arrays.fill(mean, Double.NaN);
        }
    }

    /** Annual mean of a measure in main units, years averaged; NaN where there is no closed form. */
    public double perYear(Measure measure) {
        return measure.ordinal() > Measure.UNCOMPENSATED.ordinal() ? Double.NaN : mean[measure.ordinal()];
    }

    /**
     * Annual mean of own loss, harm, damages or a payer's share of one operation in main units, years averaged; NaN where
     * there is no closed form.
     */
    double perYear(Measure measure, int operation) {
        if (ofOperation == null || Double.isNaN(perYear(measure))) {
            return Double.NaN;
        }
        return ofOperation[measure.ordinal()][operation] / world.years;
    }

    private void addYear(int year) {
        PostureColumns posture = variant.phase(year);
        for (int operation = 0; operation < world.operationCount(); operation++) {
            current = operation;
            for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
                addPair(posture, operation, pair, year);
            }
            if (posture.audits != null) {
                add(Measure.SANCTIONS, posture.audits.rate[operation] * Money.main(posture.audits.amount[operation]));
            }
            int[] struckBy = world.events.ofOperation[operation];
            for (int k = 0; k < struckBy.length; k++) {
                if (world.events.year[struckBy[k]] == year) {
                    addEvent(posture, operation, k);
                }
            }
        }
    }

    private void addPair(PostureColumns posture, int operation, int pair, int year) {
        int index = world.pairs.threat[pair];
        ThreatType threat = threats.get(index);
        double attempts = threat.count() == null
                ? world.pairs.rate[pair] * world.threats.trend[index][year - 1]
                : threat.count().mean();
        double succeed = attempts * posture.successBelow[pair] / CELLS;
        double scale = world.pairs.sizeScale[pair] / Money.MINOR_PER_MAIN;
        Size own = new Size(threat.severity(), scale * posture.sizeFactor[operation], Double.POSITIVE_INFINITY);
        Size harm = harm(threat, operation, scale * posture.sizeFactor[operation]);
        add(Measure.OWN_LOSS, succeed * own.limited(Double.POSITIVE_INFINITY));
        Victims victims = Victims.of(posture.victims, operation);
        double meanHarm = harm.limited(Double.POSITIVE_INFINITY);
        add(Measure.HARM, succeed * meanHarm * victims.leftOfHarm());
        if (variant.rule == CompiledVariant.RULE_NONE) {
            if (variant.layers.coversUnattributed()) {
                payersUnknown();
            }
            return;
        }
        boolean negligence = variant.rule == CompiledVariant.RULE_NEGLIGENCE;
        double liable = negligence ? 1 - posture.liableFrom[operation] / CELLS : 1;
        double withCare = negligence && variant.butFor ? attempts * posture.careSuccessBelow[pair] / CELLS : 0;
        Size careHarm = harm(threat, operation, scale * posture.careSizeFactor[operation]);
        double spared = withCare == 0 ? 0 : withCare * careHarm.limited(Double.POSITIVE_INFINITY);
        add(Measure.DAMAGES, liable * victims.claimed(succeed * meanHarm, spared));
        boolean sameSize = victims.plain()
                && (withCare == 0 || posture.sizeFactor[operation] == posture.careSizeFactor[operation]);
        addLayers(variant.layers(year), operation, sameSize ? liable * (succeed - withCare) : Double.NaN, harm);
    }

    private Size harm(ThreatType threat, int operation, double scale) {
        long cap = world.operators.potentialHarm[operation];
        double limit = cap == Money.UNLIMITED ? Double.POSITIVE_INFINITY : Money.main(cap);
        return Size.ofHarm(threat, scale, limit);
    }

    private void addEvent(PostureColumns posture, int operation, int k) {
        int event = world.events.ofOperation[operation][k];
        add(Measure.OWN_LOSS, Money.main(world.events.ownLoss[operation][k]));
        double harm = Money.main(Math.min(world.events.harm[operation][k], world.operators.potentialHarm[operation]));
        add(Measure.HARM, harm);
        double liable = switch (world.events.liable[event]) {
            case EventColumns.LIABLE -> 1;
            case EventColumns.NOT_LIABLE -> 0;
            default -> byRule(posture, operation);
        };
        Victims victims = Victims.of(posture.victims, operation);
        add(Measure.DAMAGES, liable * Math.min(harm, victims.limit()) * victims.claimedWhole());
        payersUnknown();
    }

    private void payersUnknown() {
        for (int m = Measure.OPERATOR.ordinal(); m < Measure.UNCOMPENSATED.ordinal(); m++) {
            mean[m] = Double.NaN;
        }
    }

    private double byRule(PostureColumns posture, int operation) {
        return switch (variant.rule) {
            case CompiledVariant.RULE_STRICT -> 1;
            case CompiledVariant.RULE_NEGLIGENCE -> 1 - posture.liableFrom[operation] / CELLS;
            default -> 0;
        };
    }

    private void add(Measure measure, double amount) {
        mean[measure.ordinal()] += amount;
        if (ofOperation != null) {
            ofOperation[measure.ordinal()][current] += amount;
        }
    }

    private void addLayers(LayerColumns layers, int operation, double claims, Size harm) {
        LayerCover cover = new LayerCover();
        boolean known = true;
        for (int layer = 0; layer < layers.count; layer++) {
            int measure = measureOf(layers.payer[layer]);
            known &= closed(layers, layer);
            if (!known) {
                mean[measure] = Double.NaN;
            } else if (layers.applies(layer, operation)) {
                double limit = amount(layers.limit(layer, operation));
                double paid =
                        cover.take(amount(layers.deductible[layer]), limit, layers.coinsurance[layer], harm::limited);
                add(Measure.values()[measure], claims * paid);
            }
        }
    }

    private boolean closed(LayerColumns layers, int layer) {
        boolean annual = layers.annualDeductible[layer] > 0
                || layers.annualLimit[layer] != Money.UNLIMITED
                || layers.annualLimitOf[layer] != null
                || layers.special(layer)
                || layers.couples(layer);
        if (variant.market != null
                && ofOperation == null
                && measureOf(layers.payer[layer]) == Measure.INSURER.ordinal()) {
            mean[Measure.REINSURER.ordinal()] = Double.NaN;
            return false;
        }
        boolean ofFund = variant.fund != null && measureOf(layers.payer[layer]) == Measure.FUND.ordinal();
        return !annual && !ofFund && layers.kind[layer] != LayerColumns.NET_ASSETS;
    }

    private static double amount(long minor) {
        return minor == Money.UNLIMITED ? Double.POSITIVE_INFINITY : Money.main(minor);
    }

    private static int measureOf(int payer) {
        return new int[] {
                    Measure.OPERATOR.ordinal(),
                    Measure.INSURER.ordinal(),
                    Measure.MUTUAL.ordinal(),
                    Measure.FUND.ordinal(),
                    Measure.STATE.ordinal()
                }
                [payer];
    }

    private void settleUncompensated() {
        double paid = 0;
        for (int m = Measure.OPERATOR.ordinal(); m < Measure.UNCOMPENSATED.ordinal(); m++) {
            paid += mean[m];
        }
        mean[Measure.UNCOMPENSATED.ordinal()] = mean[Measure.HARM.ordinal()] - paid;
        for (int m = 0; m < mean.length; m++) {
            mean[m] = Double.isInfinite(mean[m]) ? Double.NaN : mean[m];
        }
    }

    /**
     * Where victims are and whether they claim, of one operation.
     *
     * @param home share of victims at home
     * @param left share of the harm abroad that is left
     * @param careLeft the same with the shortfalls mended
     * @param limit of liability, infinite for none
     */
    private record Victims(
            double home, double left, double careLeft, double homeClaims, double foreignClaims, double limit) {
        static Victims of(@Nullable VictimColumns columns, int i) {
            return columns == null
                    ? new Victims(1, 1, 1, 1, 1, Double.POSITIVE_INFINITY)
                    : new Victims(
                            columns.homeShare[i],
                            columns.foreignLeft[i],
                            columns.careForeignLeft[i],
                            columns.homeBelow[i] / CELLS,
                            columns.foreignBelow[i] / CELLS,
                            amount(columns.limit[i]));
        }

        double leftOfHarm() {
            return home + (1 - home) * left;
        }

        /** Whether harm, damages and claims are as without any territory. */
        boolean plain() {
            boolean abroad = home < 1 && (left < 1 || careLeft < 1 || foreignClaims < 1);
            return !abroad && homeClaims == 1 && limit == Double.POSITIVE_INFINITY;
        }

        /** Mean damages claimed; NaN under a limit, which needs the whole law. */
        double claimed(double harm, double spared) {
            double atHome = homeClaims * home * (harm - spared);
            double abroad = foreignClaims * (1 - home) * (harm * left - spared * careLeft);
            return limit == Double.POSITIVE_INFINITY ? atHome + abroad : Double.NaN;
        }

        /** Share claimed of a stated event; NaN where a limit meets several parts. */
        double claimedWhole() {
            boolean all = homeClaims == 1 && (home == 1 || foreignClaims == 1);
            return all
                    ? 1
                    : limit == Double.POSITIVE_INFINITY ? homeClaims * home + foreignClaims * (1 - home) : Double.NaN;
        }
    }

    /** A scaled and capped size. */
    record Size(LossLaw law, double scale, double cap) {
        /** The harm that a threat does to third parties. */
        static Size ofHarm(ThreatType threat, double scale, double cap) {
            if (threat.harm() != null) {
                return new Size(threat.harm().law(), scale, cap);
            }
            double share = threat.thirdPartyShare() == null ? 0 : threat.thirdPartyShare();
            return new Size(threat.severity(), scale * share, cap);
        }

        /** Expected size limited at an amount. */
        double limited(double amount) {
            double limit = Math.min(amount, cap);
            if (scale == 0 || limit <= 0) {
                return 0;
            }
            return limit == Double.POSITIVE_INFINITY ? scale * law.mean() : scale * law.limitedMean(limit / scale);
        }
    }
}
