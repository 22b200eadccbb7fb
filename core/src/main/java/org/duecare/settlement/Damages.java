package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.Incidents;
import org.duecare.liability.Liability;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.jspecify.annotations.Nullable;

/** From the threat history to damages: thinning by posture, size factors, finding and causation of one variant. */
final class Damages {
    private final CompiledWorld world;
    private final Arrivals arrivals;
    private final @Nullable ProviderHits providers;
    private final IncidentMarks marks;
    private final VictimClaims claims;
    private final OutsideDamages outside;

    Damages(CompiledWorld world, OperatorIncidents incidents, IncidentMarks marks) {
        this.world = world;
        this.arrivals = incidents.arrivals;
        this.providers = incidents.providers;
        this.marks = marks;
        this.claims = new VictimClaims(world, marks);
        this.outside = new OutsideDamages(world, incidents, marks);
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
        boolean whole = !events && unchanged(all, variant, v, year, first, operations);
        if (whole) {
            out.view(all);
        }
        for (int o = 0; o < operations; o++) {
            int counted = -1;
            while (segment < all.segments && all.segmentOperation[segment] == first + o) {
                int end = all.segmentEnd[segment];
                int pair = all.segmentPair[segment];
                PostureColumns posture = variant.phase(year, all.segmentHardened[segment]);
                VictimColumns victims = posture.victims;
                int start = whole ? from : out.size;
                counted = counted < 0 && Incidents.isOfOthers(pair) ? start : counted;
                if (!whole && (pair < 0 || all.segmentArrived[segment])) {
                    outside.fill(all, segment, from, end, variant, v, block, year, out);
                } else if (!whole) {
                    own(all, segment, from, end, first + o, variant, posture, out);
                } else if (from < end) {
                    if (victims != null) {
                        VictimClaims.split(victims, first + o, from, end, out);
                    }
                    owe(all, from, end, first + o, pair, variant, posture, out);
                }
                int stop = whole ? end : out.size;
                if (victims != null && start < stop) {
                    claims.restrict(all, victims, first + o, segment, block, year, start, stop, out);
                }
                if (events || clusters) {
                    marks.events(all, segment, start, stop, out);
                }
                from = end;
                segment++;
            }
            out.operationEnd[o] = whole ? from : out.size;
            out.countedEnd[o] = counted < 0 ? out.operationEnd[o] : counted;
        }
        System.arraycopy(out.damages, 0, out.residual, 0, out.size);
    }

    /** Whether all incidents happen under this variant, at the sizes that stand in their rows. */
    private boolean unchanged(Incidents all, CompiledVariant variant, int v, int year, int first, int operations) {
        PostureColumns posture = variant.phase(year);
        for (int segment = 0; segment < all.segments; segment++) {
            boolean own = all.segmentPair[segment] >= 0 && !all.segmentArrived[segment];
            if (all.segmentHardened[segment]
                    || (own && posture.successBelow[all.segmentPair[segment]] != all.segmentBelow[segment])) {
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
        return outside.standInPlace(all, variant, v, year);
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

    static void findings(Incidents all, boolean yearly, long liableFrom, int start, int end, Settled out) {
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
}
