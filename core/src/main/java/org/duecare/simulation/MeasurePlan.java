package org.duecare.simulation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.EventColumns;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MarketColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Decides which measures of a variant get columns: none for what is zero by construction, one shared column for what is
 * equal by construction.
 */
final class MeasurePlan {
    /** All measures, sums and largest events: what a run computes. */
    static final MeasurePlan FULL = new MeasurePlan(EnumSet.allOf(Measure.class), EnumSet.allOf(Measure.class));

    private final Set<Measure> sums;
    private final Set<Measure> largest;

    MeasurePlan(Set<Measure> sums, Set<Measure> largest) {
        this.sums = sums;
        this.largest = largest;
    }

    /** What of the world decides whether measures vanish or coincide. */
    record WorldFacts(boolean ownLoss, boolean harm, boolean harmIsOwnLoss, boolean allFound, boolean someLiable) {
        static WorldFacts of(boolean ownLoss, boolean harm, boolean harmIsOwnLoss, EventColumns events) {
            boolean allFound = Arrays.stream(events.liable).noneMatch(l -> l == EventColumns.NOT_LIABLE);
            boolean someLiable = Arrays.stream(events.liable).anyMatch(l -> l == EventColumns.LIABLE);
            return new WorldFacts(ownLoss, harm, harmIsOwnLoss, allFound, someLiable);
        }
    }

    /** What of a variant decides the same. */
    record VariantFacts(
            boolean avoids, boolean reduces, boolean sanctions, boolean passesOn, boolean care, boolean carried) {
        static VariantFacts of(PostureColumns[] phases, boolean passesOn, boolean care, boolean carried) {
            boolean avoids = false;
            boolean reduces = false;
            boolean sanctions = false;
            for (PostureColumns phase : phases) {
                VictimColumns victims = phase.victims;
                for (int i = 0; victims != null && i < victims.limit.length; i++) {
                    avoids |= victims.avoids(i);
                    reduces |= victims.limit[i] != Money.UNLIMITED
                            || victims.homeBelow[i] < DrawAddress.CELLS
                            || (victims.homeShare[i] < 1 && victims.foreignBelow[i] < DrawAddress.CELLS);
                }
                sanctions |= phase.audits != null;
            }
            return new VariantFacts(avoids, reduces, sanctions, passesOn, care, carried);
        }
    }

    MeasureColumns columns(
            WorldFacts facts,
            VariantFacts variant,
            int rule,
            LayerColumns layers,
            @Nullable FundColumns fund,
            @Nullable MarketColumns market) {
        boolean strict = rule == CompiledVariant.RULE_STRICT && facts.allFound() && !variant.passesOn();
        boolean damages = facts.harm() && (rule != CompiledVariant.RULE_NONE || facts.someLiable());
        EnumSet<Measure> live = EnumSet.noneOf(Measure.class);
        add(live, Measure.OWN_LOSS, facts.ownLoss());
        add(live, Measure.HARM, facts.harm());
        add(live, Measure.DAMAGES, damages);
        for (int layer = 0; layer < layers.count && facts.harm(); layer++) {
            boolean pays = damages || layers.coversUnattributed[layer];
            add(live, measureOf(Payer.values()[layers.payer[layer]]), pays);
        }
        boolean insured = live.contains(Measure.INSURER) && market != null;
        add(live, Measure.REINSURER, insured && market != null && market.treaties > 0);
        add(live, Measure.REINSTATEMENT_PREMIUM, damages && layers.paidReinstatements());
        add(live, Measure.UNCOMPENSATED, facts.harm());
        add(live, Measure.LEVY, fund != null && fund.levies());
        add(live, Measure.CALLS, fund != null && fund.calls);
        add(live, Measure.SANCTIONS, variant.sanctions());
        add(live, Measure.CARE_COST, variant.care());
        boolean conserves = sums.containsAll(live);
        live.removeIf(measure -> !sums.contains(measure) && !(insured && measure == Measure.INSURER));
        boolean harmIsOwnLoss = facts.harmIsOwnLoss() && !variant.avoids() && !variant.passesOn();
        return number(
                live,
                harmIsOwnLoss,
                strict,
                strict && !variant.reduces(),
                fund,
                layers,
                market,
                conserves,
                variant.carried());
    }

    private static void add(Set<Measure> live, Measure measure, boolean condition) {
        if (condition) {
            live.add(measure);
        }
    }

    private MeasureColumns number(
            Set<Measure> live,
            boolean harmIsOwnLoss,
            boolean strict,
            boolean allOwed,
            @Nullable FundColumns fund,
            LayerColumns layers,
            @Nullable MarketColumns market,
            boolean conserves,
            boolean carried) {
        int[] sum = none();
        int[] max = none();
        int[] shared = new int[MeasureColumns.MEASURES];
        int next = 0;
        for (Measure measure : live) {
            int m = measure.ordinal();
            int like = sameAs(measure, live, harmIsOwnLoss, allOwed);
            shared[m] = like;
            if (like != m) {
                sum[m] = sum[like];
                max[m] = max[like];
            } else {
                sum[m] = next++;
                boolean ceded = measure == Measure.INSURER && market != null;
                if (measure.hasEvents() && (largest.contains(measure) || ceded)) {
                    max[m] = next++;
                }
            }
        }
        int incidents = next++;
        int breaches = strict ? incidents : next++;
        int[] ofFund = new int[MeasureColumns.OF_FUND];
        Arrays.fill(ofFund, MeasureColumns.NONE);
        int columnsOfFund =
                fund == null ? 0 : fund.paysLater() ? MeasureColumns.OF_FUND : MeasureColumns.OF_FUND_WITHOUT_CALLS;
        for (int i = 0; i < columnsOfFund; i++) {
            ofFund[i] = next++;
        }
        int[] ofLayer = new int[layers.count];
        for (int layer = 0; layer < ofLayer.length; layer++) {
            ofLayer[layer] = layers.named(layer) && conserves ? next++ : MeasureColumns.NONE;
        }
        int ofMarket = market == null ? MeasureColumns.NONE : next;
        next += market == null ? 0 : market.columns();
        int insolvencies = carried ? next++ : MeasureColumns.NONE;
        int[] counts = {incidents, breaches, insolvencies};
        return new MeasureColumns(next, sum, max, shared, counts, ofFund, ofLayer, ofMarket, conserves);
    }

    private static int sameAs(Measure measure, Set<Measure> live, boolean harmIsOwnLoss, boolean allOwed) {
        boolean harmShares = harmIsOwnLoss && live.contains(Measure.OWN_LOSS);
        if (measure == Measure.HARM && harmShares) {
            return Measure.OWN_LOSS.ordinal();
        }
        if (measure == Measure.DAMAGES && allOwed && live.contains(Measure.HARM)) {
            return harmShares ? Measure.OWN_LOSS.ordinal() : Measure.HARM.ordinal();
        }
        return measure.ordinal();
    }

    private static int[] none() {
        int[] columns = new int[MeasureColumns.MEASURES];
        Arrays.fill(columns, MeasureColumns.NONE);
        return columns;
    }

    private static Measure measureOf(Payer payer) {
        return switch (payer) {
            case OPERATOR -> Measure.OPERATOR;
            case INSURER -> Measure.INSURER;
            case MUTUAL -> Measure.MUTUAL;
            case FUND -> Measure.FUND;
            case STATE -> Measure.STATE;
        };
    }
}
