package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EventColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.Incidents;
import org.duecare.history.SpreadThresholds;
import org.duecare.history.Worm;
import org.duecare.liability.Liability;
import org.duecare.quantity.Money;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Damages of incidents that come to an operation from elsewhere: stated events, secondary incidents, hits by the events of
 * providers. Each source says which of them happen under a variant, how large they are, and how much harm they would have done
 * had the shortfalls been mended; finding, causation and victims are the same for all.
 */
final class OutsideDamages {
    private final CompiledWorld world;
    private final Arrivals arrivals;
    private final @Nullable ProviderHits providers;
    private final @Nullable SpreadThresholds thresholds;
    private final IncidentMarks marks;

    OutsideDamages(CompiledWorld world, OperatorIncidents incidents, IncidentMarks marks) {
        this.thresholds = incidents.thresholds();
        this.world = world;
        this.arrivals = incidents.arrivals;
        this.providers = incidents.providers;
        this.marks = marks;
    }

    /** Appends the incidents of one segment that happen under a variant, with what is owed for them. */
    void fill(
            Incidents all,
            int segment,
            int from,
            int end,
            CompiledVariant variant,
            int v,
            int block,
            int year,
            Settled out) {
        int pair = all.segmentPair[segment];
        int operation = all.segmentOperation[segment];
        int start = out.size;
        PostureColumns posture = variant.phase(year, all.segmentHardened[segment]);
        if (pair == Incidents.RELEASED) {
            answerFor(all, segment, from, end, variant, v, block, year, out);
            return;
        }
        if (pair == Incidents.RECOURSE) {
            fallBack(all, segment, from, end, variant, v, block, year, out);
            return;
        }
        if (pair == Incidents.STATED) {
            stated(all, operation, from, end, out);
        } else if (pair < 0 && providers != null) {
            hits(providers, all, operation, pair, from, end, v, year, out);
        } else if (thresholds != null) {
            arrived(all, thresholds, operation, pair, from, end, variant, posture, v, out);
        }
        VictimColumns victims = posture.victims;
        if (victims != null && pair == Incidents.STATED) {
            VictimClaims.split(victims, operation, start, out.size, out);
        } else if (victims != null) {
            VictimClaims.avoid(victims, operation, start, out.size, out);
        }
        if (Incidents.rootOf(pair) >= 0 && providers != null) {
            providers.recourse.takeOut(v, all, start, out);
        }
        if (all.segmentArrived[segment] && variant.sourceAnswers) {
            Arrays.fill(out.liable, start, out.size, 0);
            return;
        }
        owe(all, segment, start, variant, posture, block, year, out);
        if (pair == Incidents.STATED) {
            judged(all, start, out);
        }
    }

    /**
     * Whether what comes from elsewhere happens as it stands in the rows and is owed whoever took care, so that rows need not be
     * copied. Amounts of hits are written into their rows, which hold none before.
     */
    boolean standInPlace(Incidents all, CompiledVariant variant, int v, int year) {
        boolean owed = variant.rule == CompiledVariant.RULE_STRICT
                && !variant.sourceAnswers
                && variant.phase(year).victims == null;
        int from = 0;
        for (int segment = 0; segment < all.segments; segment++) {
            int end = all.segmentEnd[segment];
            int pair = all.segmentPair[segment];
            if (from < end && all.segmentArrived[segment]) {
                if (!owed || !allAlive(all, from, end, v)) {
                    return false;
                }
            } else if (from < end && pair < 0) {
                ProviderHits hits = providers;
                boolean stands = owed && Incidents.rootOf(pair) >= 0;
                if (hits == null
                        || !stands
                        || !hits.lookAll(
                                v, year, all.segmentOperation[segment], Incidents.rootOf(pair), all, from, end)) {
                    return false;
                }
            }
            from = end;
        }
        return true;
    }

    private boolean allAlive(Incidents all, int from, int end, int v) {
        long alive = -1;
        for (int i = from; i < end; i++) {
            alive &= arrivals.alive(all.index[i]);
        }
        return (alive >>> v & 1) != 0;
    }

    /** A stated event happens whatever the posture; due care would have spared nothing of its harm, or all of it. */
    private void stated(Incidents all, int operation, int from, int end, Settled out) {
        long cap = world.operators.potentialHarm[operation];
        for (int i = from; i < end; i++) {
            append(all, i, all.ownLoss[i], Math.min(all.harm[i], cap), 0, out);
        }
    }

    /** Incidents that came from other operations. */
    private void arrived(
            Incidents all,
            SpreadThresholds passes,
            int operation,
            int pair,
            int from,
            int end,
            CompiledVariant variant,
            PostureColumns posture,
            int v,
            Settled out) {
        double factor = posture.sizeFactor[operation];
        double careFactor = posture.careSizeFactor[operation];
        long cap = world.operators.potentialHarm[operation];
        boolean tested = variant.rule == CompiledVariant.RULE_NEGLIGENCE && variant.butFor;
        for (int i = from; i < end; i++) {
            if ((arrivals.alive(all.index[i]) >>> v & 1) == 0) {
                continue;
            }
            long ownLoss = sized(all.ownLoss[i], factor, Money.UNLIMITED);
            if (variant.sourceAnswers) {
                append(all, i, ownLoss, 0, 0, out);
                continue;
            }
            boolean withCare = tested && arrivesWithCare(all, i, pair, v, passes);
            long careHarm = withCare ? sized(all.harm[i], careFactor, cap) : 0;
            append(all, i, ownLoss, sized(all.harm[i], factor, cap), careHarm, out);
        }
    }

    /**
     * Harm of incidents at other operations that came from this one. It is as large as it was there; due care of this operation
     * would have spared the whole of it, by an incident less here or by a warning, or nothing.
     */
    private void answerFor(
            Incidents all,
            int segment,
            int from,
            int end,
            CompiledVariant variant,
            int v,
            int block,
            int year,
            Settled out) {
        int start = out.size;
        PostureColumns posture = variant.phase(year, all.segmentHardened[segment]);
        for (int i = from; i < end; i++) {
            int arrival = all.index[i];
            if ((arrivals.alive(arrival) >>> v & 1) == 0 || thresholds == null || !variant.sourceAnswers) {
                continue;
            }
            int pair = arrivals.pair[arrival];
            int struck = world.pairs.operation[pair];
            PostureColumns there = variant.phase(year, thresholds.learnt(v, pair, all.slot[i]));
            long harm = sized(all.harm[i], there.sizeFactor[struck], world.operators.potentialHarm[struck]);
            append(all, i, 0, harm, arrivals.sourceCare[arrival] >>> v & 1, out);
            if (there.victims != null) {
                VictimClaims.avoid(there.victims, struck, out.size - 1, out.size, out);
            }
        }
        allOrNothing(all, segment, start, variant, posture, block, year, out);
    }

    /**
     * Harm of dependants that falls back on the operation that a provider is; due care of this operation would have spared the
     * whole of it, by an event less, or nothing.
     */
    private void fallBack(
            Incidents all,
            int segment,
            int from,
            int end,
            CompiledVariant variant,
            int v,
            int block,
            int year,
            Settled out) {
        int start = out.size;
        PostureColumns posture = variant.phase(year, all.segmentHardened[segment]);
        for (int i = from; i < end && providers != null; i++) {
            int event = all.index[i];
            Recourse recourse = providers.recourse;
            recourse.sum(v, block, year, event);
            if (recourse.harm > 0) {
                boolean withCare = providers.happensWithCare(v, year, event, all.success[i]);
                append(all, i, 0, recourse.harm, withCare ? 1 : 0, out);
                if (out.split) {
                    out.foreignHarm[out.size - 1] = recourse.foreign;
                }
            }
        }
        allOrNothing(all, segment, start, variant, posture, block, year, out);
    }

    /** Owes the whole of what others suffer where it is liable and due care would have spared it, else nothing. */
    private void allOrNothing(
            Incidents all,
            int segment,
            int start,
            CompiledVariant variant,
            PostureColumns posture,
            int block,
            int year,
            Settled out) {
        boolean tested = variant.butFor && variant.rule == CompiledVariant.RULE_NEGLIGENCE;
        if (variant.rule == CompiledVariant.RULE_NEGLIGENCE) {
            find(all, segment, start, variant, posture, block, year, out);
        } else {
            Arrays.fill(out.liable, start, out.size, variant.rule == CompiledVariant.RULE_STRICT ? 1 : 0);
        }
        for (int j = start; j < out.size; j++) {
            long owed = tested && out.damages[j] != 0 ? 0 : out.liable[j];
            out.damages[j] = out.harm[j] * owed;
            if (out.split) {
                out.foreignDamages[j] = out.foreignHarm[j] * owed;
            }
        }
    }

    /** With due care the attempt would have failed, or a warning would have forestalled it. */
    private boolean arrivesWithCare(Incidents all, int i, int pair, int v, SpreadThresholds passes) {
        long below = passes.careSuccess(v, pair, all.slot[i]);
        long careKept = passes.careKeptBelow(v, pair, all.slot[i]);
        if (!world.spread.worm[world.pairs.threat[pair]]) {
            return all.success[i] < below && arrivals.edge(all.index[i]) < careKept;
        }
        int others = arrivals.wormSize[v][arrivals.cluster(all.index[i])] - 1;
        return Worm.falls(Worm.resistance(all.success[i]), others, contact(pair), careKept, below);
    }

    /** Mean contacts between two operations of the group of a pair. */
    private double contact(int pair) {
        int group = world.spread.groupOfPair[pair];
        int others = world.spread.first[group + 1] - world.spread.first[group] - 1;
        return world.spread.offspring[world.pairs.threat[pair]] / others;
    }

    /** Hits by the events of providers. */
    private static void hits(
            ProviderHits hits,
            Incidents all,
            int operation,
            int pair,
            int from,
            int end,
            int v,
            int year,
            Settled out) {
        for (int i = from; i < end; i++) {
            int event = all.index[i];
            if (hits.look(v, year, operation, Incidents.rootOf(pair), event, all.success[i])) {
                long careHarm = hits.careHarm - hits.recourse.of(v, event, hits.careHarm);
                append(all, i, hits.ownLoss, hits.harm, careHarm, out);
            }
        }
    }

    /** Adds a row; the harm with due care stands in the column of damages until they are owed. */
    private static void append(Incidents all, int i, long ownLoss, long harm, long careHarm, Settled out) {
        int j = out.size++;
        out.row[j] = i;
        out.slot[j] = all.slot[i];
        out.ownLoss[j] = ownLoss;
        out.harm[j] = harm;
        out.damages[j] = careHarm;
    }

    private static long sized(long amount, double factor, long cap) {
        return Math.min(factor == 1 ? amount : Damages.scaled(amount, factor), cap);
    }

    private void owe(
            Incidents all,
            int segment,
            int start,
            CompiledVariant variant,
            PostureColumns posture,
            int block,
            int year,
            Settled out) {
        switch (variant.rule) {
            case CompiledVariant.RULE_STRICT -> {
                Arrays.fill(out.liable, start, out.size, 1);
                System.arraycopy(out.harm, start, out.damages, start, out.size - start);
            }
            case CompiledVariant.RULE_NEGLIGENCE -> {
                find(all, segment, start, variant, posture, block, year, out);
                spare(all.segmentOperation[segment], start, variant.butFor, posture.victims, out);
            }
            default -> {
                Arrays.fill(out.liable, start, out.size, 0);
                Arrays.fill(out.damages, start, out.size, 0);
            }
        }
    }

    private void find(
            Incidents all,
            int segment,
            int start,
            CompiledVariant variant,
            PostureColumns posture,
            int block,
            int year,
            Settled out) {
        long liableFrom = posture.liableFrom[all.segmentOperation[segment]];
        if (!variant.incidentNoise) {
            Damages.findings(all, variant.yearlyNoise, liableFrom, start, out.size, out);
            return;
        }
        for (int j = start; j < out.size; j++) {
            long cell = marks.cell(all, segment, out.row[j], block, year, StreamId.FINDING);
            out.liable[j] = cell >= liableFrom ? 1 : 0;
        }
    }

    private static void spare(int operation, int start, boolean butFor, @Nullable VictimColumns victims, Settled out) {
        for (int j = start; j < out.size; j++) {
            long withCare = butFor ? out.damages[j] : 0;
            if (victims != null) {
                VictimClaims.spare(victims, operation, withCare, j, out);
            } else {
                out.damages[j] = Liability.butFor(out.harm[j], withCare > 0, withCare) * out.liable[j];
            }
        }
    }

    /** The finding that a stated event itself states. */
    private void judged(Incidents all, int start, Settled out) {
        for (int j = start; j < out.size; j++) {
            int liable = world.events.liable[all.index[out.row[j]]];
            if (liable != EventColumns.BY_FINDING) {
                out.liable[j] = liable == EventColumns.LIABLE ? 1 : 0;
                out.damages[j] = liable == EventColumns.LIABLE ? out.harm[j] : 0;
            }
        }
    }
}
