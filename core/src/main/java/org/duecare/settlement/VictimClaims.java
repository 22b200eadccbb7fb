package org.duecare.settlement;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.history.Incidents;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;

/**
 * Harm and damages between victims at home and abroad: what good neighbourliness avoids, which of the damages are claimed,
 * and the limit of liability. Used only in phases that have {@link VictimColumns}.
 */
final class VictimClaims {
    private final CompiledWorld world;
    private final IncidentMarks marks;

    VictimClaims(CompiledWorld world, IncidentMarks marks) {
        this.world = world;
        this.marks = marks;
    }

    /** The part of an amount of harm that falls on victims at home, to the nearest minor unit. */
    private static long home(long harm, double share) {
        return Math.min(harm, (long) (harm * share + 0.5));
    }

    /** The part of an operation's harm that falls on victims at home. */
    static long home(VictimColumns victims, int operation, long harm) {
        return home(harm, victims.homeShare[operation]);
    }

    /** The part that falls on victims abroad, after what is avoided there. */
    static long foreign(VictimColumns victims, int operation, long harm) {
        return left(harm - home(victims, operation, harm), victims.foreignLeft[operation]);
    }

    /** What the fund does not admit of the damages that are left: the same part as of all of them. */
    static long withheld(long residual, long withheld, long damages) {
        return withheld == 0 || residual <= 0 ? 0 : LargestRemainder.quotient(residual, withheld, damages);
    }

    private static long left(long foreign, double share) {
        return share == 1 ? foreign : (long) (foreign * share + 0.5);
    }

    /** The part of the harm that falls abroad; nothing of it is avoided. */
    static void split(VictimColumns victims, int operation, int from, int end, Settled out) {
        double share = victims.homeShare[operation];
        for (int j = from; j < end; j++) {
            out.foreignHarm[j] = out.harm[j] - home(out.harm[j], share);
        }
    }

    /** Takes what is avoided abroad out of the harm. */
    static void avoid(VictimColumns victims, int operation, int from, int end, Settled out) {
        double share = victims.homeShare[operation];
        double left = victims.foreignLeft[operation];
        for (int j = from; j < end; j++) {
            long home = home(out.harm[j], share);
            long foreign = left(out.harm[j] - home, left);
            out.foreignHarm[j] = foreign;
            out.harm[j] = home + foreign;
        }
    }

    /** Damages under the but-for test, at home and abroad: each the harm that mended shortfalls would have spared. */
    void butFor(
            Incidents all,
            PostureColumns posture,
            VictimColumns victims,
            int operation,
            int pair,
            int from,
            int end,
            Settled out) {
        long below = posture.careSuccessBelow[pair];
        for (int j = from; j < end; j++) {
            spare(all, posture, victims, operation, all.success[out.row[j]] < below, j, out);
        }
    }

    private void spare(
            Incidents all,
            PostureColumns posture,
            VictimColumns victims,
            int operation,
            boolean happensWithCare,
            int j,
            Settled out) {
        long withCare = 0;
        if (happensWithCare) {
            double factor = posture.careSizeFactor[operation];
            long drawn = all.harm[out.row[j]];
            long cap = world.operators.potentialHarm[operation];
            withCare = Math.min(factor == 1 ? drawn : Damages.scaled(drawn, factor), cap);
        }
        spare(victims, operation, withCare, j, out);
    }

    /** Damages of one incident, given the harm with due care before anything of it is avoided abroad. */
    static void spare(VictimColumns victims, int operation, long withCare, int j, Settled out) {
        long homeWithCare = home(withCare, victims.homeShare[operation]);
        long foreignWithCare = left(withCare - homeWithCare, victims.careForeignLeft[operation]);
        long home = Math.max(0, out.harm[j] - out.foreignHarm[j] - homeWithCare);
        long foreign = Math.max(0, out.foreignHarm[j] - foreignWithCare);
        out.damages[j] = (home + foreign) * out.liable[j];
        out.foreignDamages[j] = foreign * out.liable[j];
    }

    /** Leaves of the damages what is claimed and within the limit of liability. */
    void restrict(
            Incidents all,
            VictimColumns victims,
            int operation,
            int segment,
            int block,
            int year,
            int from,
            int end,
            Settled out) {
        long homeBelow = victims.homeBelow[operation];
        long foreignBelow = victims.foreignBelow[operation];
        long limit = victims.limit[operation];
        double withholds = victims.fundWithholds[operation];
        boolean marked =
                homeBelow < DrawAddress.CELLS || (victims.homeShare[operation] < 1 && foreignBelow < DrawAddress.CELLS);
        for (int j = from; j < end; j++) {
            long damages = out.damages[j];
            long foreign = damages == out.harm[j] ? out.foreignHarm[j] : damages == 0 ? 0 : out.foreignDamages[j];
            if (marked && damages > 0) {
                long mark = marks.cell(all, segment, out.row[j], block, year, StreamId.CLAIM);
                long home = mark < homeBelow ? damages - foreign : 0;
                foreign = mark < foreignBelow ? foreign : 0;
                damages = home + foreign;
            }
            if (damages > limit) {
                foreign = LargestRemainder.quotient(limit, foreign, damages);
                damages = limit;
            }
            out.damages[j] = damages;
            out.foreignDamages[j] = foreign;
            out.withheld[j] = (long) (foreign * withholds);
        }
    }
}
