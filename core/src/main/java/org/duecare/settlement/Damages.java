package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.EventColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.Cascade;
import org.duecare.history.Draws;
import org.duecare.history.Incidents;
import org.duecare.liability.Liability;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/** From the threat history to damages: thinning by posture, size factors, finding and causation of one variant. */
final class Damages {
    private final CompiledWorld world;
    private final Draws draws;
    private final VictimClaims claims;
    private final Arrivals arrivals;
    private final @Nullable ProviderHits providers;

    Damages(CompiledWorld world, Draws draws, Arrivals arrivals, @Nullable ProviderHits providers) {
        this.world = world;
        this.draws = draws;
        this.claims = new VictimClaims(world, draws, arrivals, providers);
        this.arrivals = arrivals;
        this.providers = providers;
    }

    /** Fills slot, row, own loss, harm, damages and liability of the incidents of one operator. */
    void fill(Incidents all, CompiledVariant variant, int v, int operator, int block, int year, Settled out) {
        int first = world.operators.firstOperation[operator];
        int operations = world.operators.firstOperation[operator + 1] - first;
        out.start(all.size, operations);
        if (variant.phase(year).victims != null) {
            out.splitVictims();
        }
        int from = 0;
        int segment = 0;
        boolean events = world.events.inYear[year - 1];
        boolean clusters = arrivals.clusters > 0 || providers != null;
        boolean whole = !events && unchanged(all, variant, year, first, operations);
        if (whole) {
            out.view(all);
        }
        for (int o = 0; o < operations; o++) {
            while (segment < all.segments && all.segmentOperation[segment] == first + o) {
                int end = all.segmentEnd[segment];
                int pair = all.segmentPair[segment];
                PostureColumns posture = variant.phase(year, all.segmentHardened[segment]);
                VictimColumns victims = posture.victims;
                int start = out.size;
                if (whole) {
                    if (victims != null) {
                        claims.split(victims, first + o, from, end, out);
                    }
                    owe(all, from, end, first + o, pair, variant, posture, out);
                } else if (pair == Incidents.STATED) {
                    stated(all, from, end, first + o, variant, posture, block, year, out);
                } else if (pair < 0 && providers != null) {
                    fromProviders(providers, all, pair, from, end, first + o, variant, v, block, year, out);
                } else if (all.segmentArrived[segment]) {
                    arrived(all, segment, from, end, first + o, variant, v, year, out);
                } else {
                    own(all, segment, from, end, first + o, variant, posture, out);
                }
                if (victims != null) {
                    claims.restrict(
                            all,
                            victims,
                            first + o,
                            segment,
                            block,
                            year,
                            whole ? from : start,
                            whole ? end : out.size,
                            out);
                }
                if (events || clusters) {
                    markEvents(all, segment, whole ? from : start, whole ? end : out.size, out);
                }
                from = end;
                segment++;
            }
            out.operationEnd[o] = whole ? from : out.size;
        }
        System.arraycopy(out.damages, 0, out.residual, 0, out.size);
    }

    /** Whether all incidents happen under this variant, at the sizes drawn. */
    private boolean unchanged(Incidents all, CompiledVariant variant, int year, int first, int operations) {
        PostureColumns posture = variant.phase(year);
        for (int segment = 0; segment < all.segments; segment++) {
            if (all.segmentArrived[segment] || all.segmentHardened[segment] || all.segmentPair[segment] < 0) {
                return false;
            }
            if (posture.successBelow[all.segmentPair[segment]] != all.segmentBelow[segment]) {
                return false;
            }
        }
        for (int operation = first; operation < first + operations; operation++) {
            if (posture.sizeFactor[operation] != 1 || world.operators.potentialHarm[operation] != Money.UNLIMITED) {
                return false;
            }
            if (posture.victims != null && posture.victims.avoids(operation)) {
                return false;
            }
        }
        return true;
    }

    private void markEvents(Incidents all, int segment, int start, int end, Settled out) {
        int pair = all.segmentPair[segment];
        int stated = world.events.count();
        int cluster = 0;
        int last = 0;
        if (pair >= 0 && arrivals.clusters > 0) {
            cluster = arrivals.firstClusterOfPair[pair];
            last = arrivals.firstClusterOfPair[pair + 1];
        }
        for (int j = start; j < end; j++) {
            int index = all.index[out.row[j]];
            if (pair == Incidents.STATED) {
                out.event[j] = index;
            } else if (pair < 0) {
                out.event[j] = stated + arrivals.clusters + index;
            } else if (all.segmentArrived[segment]) {
                out.event[j] = stated + arrivals.cluster[index];
            } else {
                while (cluster < last && arrivals.rootIndex[cluster] < index) {
                    cluster++;
                }
                out.event[j] = cluster < last && arrivals.rootIndex[cluster] == index ? stated + cluster : -1;
            }
        }
    }

    /** Incidents that came from other operations. */
    private void arrived(
            Incidents all,
            int segment,
            int from,
            int end,
            int operation,
            CompiledVariant variant,
            int v,
            int year,
            Settled out) {
        PostureColumns posture = variant.phase(year);
        int start = out.size;
        int kept = start;
        for (int i = from; i < end; i++) {
            out.row[kept] = i;
            kept += (int) (arrivals.alive[all.index[i]] >>> v) & 1;
        }
        out.size = kept;
        gather(all, start, out);
        sizes(start, posture.sizeFactor[operation], world.operators.potentialHarm[operation], out);
        VictimColumns victims = posture.victims;
        if (victims != null) {
            VictimClaims.avoid(victims, operation, start, out.size, out);
        }
        int pair = all.segmentPair[segment];
        owe(all, start, out.size, operation, pair, variant, posture, out);
        if (variant.rule == CompiledVariant.RULE_NEGLIGENCE) {
            if (variant.incidentNoise) {
                noiseOfArrivals(all, posture.liableFrom[operation], start, out);
            }
            if (!variant.butFor) {
                wholeHarm(start, out.size, out);
            } else if (victims != null) {
                claims.butForArrivals(this, all, posture, victims, operation, pair, v, variant.edges(year), start, out);
            } else {
                butForArrivals(
                        all, posture.careSizeFactor[operation], operation, pair, v, variant.edges(year), start, out);
            }
        }
    }

    /** Hits by the events of providers, and what of dependants' harm falls back on the operation that a provider is. */
    private void fromProviders(
            ProviderHits hits,
            Incidents all,
            int pair,
            int from,
            int end,
            int operation,
            CompiledVariant variant,
            int v,
            int block,
            int year,
            Settled out) {
        int start = out.size;
        for (int i = from; i < end; i++) {
            int event = all.index[i];
            int j = out.size;
            if (pair == Incidents.RECOURSE) {
                long fallsBack = hits.isDown(v, event) ? hits.recourse(v, block, year, event) : 0;
                out.ownLoss[j] = 0;
                out.harm[j] = fallsBack;
                out.damages[j] = hits.happensWithCare(v, year, event, all.success[i]) ? fallsBack : 0;
                out.size += fallsBack > 0 ? 1 : 0;
            } else if (hits.look(v, year, operation, Incidents.rootOf(pair), event, all.success[i])) {
                out.ownLoss[j] = hits.ownLoss;
                out.harm[j] = hits.harm - hits.recourse(v, event, hits.harm);
                out.damages[j] = hits.careHarm - hits.recourse(v, event, hits.careHarm);
                out.size++;
            }
            out.row[j] = i;
            out.slot[j] = all.slot[i];
        }
        VictimColumns victims = variant.phase(year).victims;
        if (victims != null) {
            VictimClaims.avoid(victims, operation, start, out.size, out);
        }
        oweHits(hits, all, start, operation, variant, block, year, out);
    }

    /** Liability and damages of hits; the harm with due care stands in the column of damages. */
    private void oweHits(
            ProviderHits hits,
            Incidents all,
            int start,
            int operation,
            CompiledVariant variant,
            int block,
            int year,
            Settled out) {
        long liableFrom = variant.phase(year).liableFrom[operation];
        VictimColumns victims = variant.phase(year).victims;
        switch (variant.rule) {
            case CompiledVariant.RULE_STRICT -> strict(start, out.size, out);
            case CompiledVariant.RULE_NEGLIGENCE -> {
                findings(all, variant.yearlyNoise, liableFrom, start, out.size, out);
                for (int j = start; j < out.size; j++) {
                    if (variant.incidentNoise) {
                        long word = hits.ownNoise(operation, block, year, all.index[out.row[j]]);
                        out.liable[j] = (word >>> 11) >= liableFrom ? 1 : 0;
                    }
                    long withCare = variant.butFor ? out.damages[j] : 0;
                    if (victims != null) {
                        VictimClaims.spare(victims, operation, withCare, j, out);
                        continue;
                    }
                    out.damages[j] = Liability.butFor(out.harm[j], withCare > 0, withCare) * out.liable[j];
                }
            }
            default -> nobody(start, out.size, out);
        }
    }

    private void noiseOfArrivals(Incidents all, long liableFrom, int start, Settled out) {
        for (int j = start; j < out.size; j++) {
            int i = all.index[out.row[j]];
            long word = draws.word(arrivals.key0[i], arrivals.key1[i], 0, 0, StreamId.FINDING.number(), 0);
            out.liable[j] = (word >>> 11) >= liableFrom ? 1 : 0;
        }
    }

    /** Mean contacts between two operations of the group of a pair. */
    private double contact(int pair) {
        int group = world.spread.groupOfPair[pair];
        int others = world.spread.first[group + 1] - world.spread.first[group] - 1;
        return world.spread.offspring[world.pairs.threat[pair]] / others;
    }

    /** Whether the others that a worm struck would have struck this operation in spite of due care. */
    private boolean wormStrikes(Incidents all, int i, int v, double contact, long careKept, long below) {
        int others = arrivals.wormSize[v][arrivals.cluster[all.index[i]]] - 1;
        return Cascade.falls(Cascade.resistance(all.success[i]), others, contact, careKept, below);
    }

    /** With due care the attempt would have failed, or a warning would have forestalled it. */
    private void butForArrivals(
            Incidents all, double factor, int operation, int pair, int v, EdgeColumns edges, int start, Settled out) {
        long cap = world.operators.potentialHarm[operation];
        for (int j = start; j < out.size; j++) {
            int i = out.row[j];
            long withCare = Math.min(factor == 1 ? all.harm[i] : scaled(all.harm[i], factor), cap);
            out.damages[j] =
                    Liability.butFor(out.harm[j], arrivesWithCare(all, i, pair, v, edges), withCare) * out.liable[j];
        }
    }

    /** Whether an incident that came from another operation would have come, and succeeded, with due care here. */
    boolean arrivesWithCare(Incidents all, int i, int pair, int v, EdgeColumns edges) {
        long below = edges.careSuccessBelow[pair];
        long careKept = edges.careKeptBelow[pair];
        return world.spread.worm[world.pairs.threat[pair]]
                ? wormStrikes(all, i, v, contact(pair), careKept, below)
                : all.success[i] < below && arrivals.edge[all.index[i]] < careKept;
    }

    private void own(
            Incidents all,
            int segment,
            int from,
            int end,
            int operation,
            CompiledVariant variant,
            PostureColumns posture,
            Settled out) {
        int start = out.size;
        int pair = all.segmentPair[segment];
        if (posture.successBelow[pair] == all.segmentBelow[segment]) {
            copy(all, from, end, out);
        } else {
            thin(all, from, end, posture.successBelow[pair], out);
            gather(all, start, out);
        }
        sizes(start, posture.sizeFactor[operation], world.operators.potentialHarm[operation], out);
        if (posture.victims != null) {
            VictimClaims.avoid(posture.victims, operation, start, out.size, out);
        }
        owe(all, start, out.size, operation, pair, variant, posture, out);
    }

    /** Liability and damages of the rows of one pair. */
    private void owe(
            Incidents all,
            int start,
            int end,
            int operation,
            int pair,
            CompiledVariant variant,
            PostureColumns posture,
            Settled out) {
        switch (variant.rule) {
            case CompiledVariant.RULE_STRICT -> strict(start, end, out);
            case CompiledVariant.RULE_NEGLIGENCE -> {
                findings(all, variant.yearlyNoise, posture.liableFrom[operation], start, end, out);
                if (!variant.butFor) {
                    wholeHarm(start, end, out);
                } else if (posture.victims != null) {
                    claims.butFor(all, posture, posture.victims, operation, pair, start, end, out);
                } else {
                    butFor(all, posture, operation, pair, start, end, out);
                }
            }
            default -> nobody(start, end, out);
        }
    }

    private static void thin(Incidents all, int from, int end, long below, Settled out) {
        int[] row = out.row;
        long[] success = all.success;
        int kept = out.size;
        for (int i = from; i < end; i++) {
            row[kept] = i;
            kept += (int) ((success[i] - below) >>> 63);
        }
        out.size = kept;
    }

    /** All rows: every attempt that succeeds in any variant succeeds in this one. */
    private static void copy(Incidents all, int from, int end, Settled out) {
        int start = out.size;
        int count = end - from;
        int[] row = out.row;
        int shift = from - start;
        for (int j = start; j < start + count; j++) {
            row[j] = j + shift;
        }
        System.arraycopy(all.slot, from, out.slot, start, count);
        System.arraycopy(all.ownLoss, from, out.ownLoss, start, count);
        System.arraycopy(all.harm, from, out.harm, start, count);
        out.size = start + count;
    }

    private static void gather(Incidents all, int start, Settled out) {
        int end = out.size;
        int[] row = out.row;
        int[] slot = out.slot;
        for (int j = start; j < end; j++) {
            slot[j] = all.slot[row[j]];
        }
        pick(all.ownLoss, row, start, end, out.ownLoss);
        pick(all.harm, row, start, end, out.harm);
    }

    private static void pick(long[] from, int[] row, int start, int end, long[] to) {
        for (int j = start; j < end; j++) {
            to[j] = from[row[j]];
        }
    }

    private static void sizes(int start, double factor, long potentialHarm, Settled out) {
        int end = out.size;
        if (factor != 1) {
            for (int j = start; j < end; j++) {
                out.ownLoss[j] = scaled(out.ownLoss[j], factor);
                out.harm[j] = scaled(out.harm[j], factor);
            }
        }
        if (potentialHarm != Money.UNLIMITED) {
            long[] harm = out.harm;
            for (int j = start; j < end; j++) {
                long over = harm[j] - potentialHarm;
                harm[j] = potentialHarm + (over & (over >> 63));
            }
        }
    }

    static long scaled(long amount, double factor) {
        return (long) (amount * factor + 0.5);
    }

    private static void strict(int start, int end, Settled out) {
        if (out.isView() && !out.split) {
            out.viewStrict();
            return;
        }
        Arrays.fill(out.liable, start, end, 1);
        System.arraycopy(out.harm, start, out.damages, start, end - start);
    }

    private static void nobody(int start, int end, Settled out) {
        Arrays.fill(out.liable, start, end, 0);
        Arrays.fill(out.damages, start, end, 0);
    }

    private static void findings(Incidents all, boolean yearly, long liableFrom, int start, int end, Settled out) {
        if (liableFrom == 0 || liableFrom == DrawAddress.CELLS) {
            Arrays.fill(out.liable, start, end, liableFrom == 0 ? 1 : 0);
            return;
        }
        long[] finding = yearly ? all.yearFinding : all.finding;
        for (int j = start; j < end; j++) {
            out.liable[j] = 1 - (int) ((finding[out.row[j]] - liableFrom) >>> 63);
        }
    }

    private static void wholeHarm(int start, int end, Settled out) {
        for (int j = start; j < end; j++) {
            out.damages[j] = out.harm[j] * out.liable[j];
        }
    }

    private void butFor(
            Incidents all, PostureColumns posture, int operation, int pair, int start, int end, Settled out) {
        long below = posture.careSuccessBelow[pair];
        double factor = posture.careSizeFactor[operation];
        long cap = world.operators.potentialHarm[operation];
        for (int j = start; j < end; j++) {
            int i = out.row[j];
            long withCare = Math.min(factor == 1 ? all.harm[i] : scaled(all.harm[i], factor), cap);
            out.damages[j] = Liability.butFor(out.harm[j], all.success[i] < below, withCare) * out.liable[j];
        }
    }

    /** A stated event happens whatever the posture; who is found liable owes the whole harm. */
    private void stated(
            Incidents all,
            int from,
            int end,
            int operation,
            CompiledVariant variant,
            PostureColumns posture,
            int block,
            int year,
            Settled out) {
        int start = out.size;
        copy(all, from, end, out);
        sizes(start, 1, world.operators.potentialHarm[operation], out);
        if (posture.victims != null) {
            claims.split(posture.victims, operation, start, out.size, out);
        }
        if (variant.rule == CompiledVariant.RULE_STRICT) {
            strict(start, out.size, out);
        } else if (variant.rule == CompiledVariant.RULE_NEGLIGENCE) {
            findings(all, variant.yearlyNoise, posture.liableFrom[operation], start, out.size, out);
            if (variant.incidentNoise) {
                ownNoise(all, operation, posture.liableFrom[operation], block, year, start, out);
            }
            wholeHarm(start, out.size, out);
        } else {
            nobody(start, out.size, out);
        }
        for (int j = start; j < out.size; j++) {
            int liable = world.events.liable[all.index[out.row[j]]];
            if (liable != EventColumns.BY_FINDING) {
                out.liable[j] = liable == EventColumns.LIABLE ? 1 : 0;
                out.damages[j] = liable == EventColumns.LIABLE ? out.harm[j] : 0;
            }
        }
    }

    private void ownNoise(Incidents all, int operation, long liableFrom, int block, int year, int start, Settled out) {
        for (int j = start; j < out.size; j++) {
            int event = all.index[out.row[j]];
            long word = draws.word(
                    DrawAddress.absorb0(world.operators.key0[operation], world.events.key0[event]),
                    DrawAddress.absorb1(world.operators.key1[operation], world.events.key1[event]),
                    block,
                    year,
                    StreamId.FINDING.number(),
                    out.slot[j]);
            out.liable[j] = (word >>> 11) >= liableFrom ? 1 : 0;
        }
    }
}
