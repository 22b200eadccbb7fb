package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duecare.random.KeyedHash;
import org.duecare.statistics.RareEvent;

/**
 * What {@code accuracy.method: auto} stands for: short runs under a seed of their own, one for each way to draw trials, and
 * the way whose probability of proration has the smallest relative error; crude unless another halves it. The run proper shares no draw with them, so the
 * choice leaves its estimates unbiased.
 */
public final class AccuracyPilot {
    /** Trials of a pilot run. */
    static final int TRIALS = 4096;

    /** Changes the seed of a run into that of its pilots. */
    private static final long OTHER_SEED = 0x5DEECE66DL;

    private static final double[] HARMS = {0.4, 0.8, 1.6};

    /** Crude trials keep the body of the results sharp: twist is taken where it at least halves the error. */
    private static final double HANDICAP = 0.5;

    private AccuracyPilot() {}

    /**
     * A scenario whose method is crude or twist.
     *
     * @param threads number of threads; does not show in the result
     */
    public static Scenario settle(Scenario scenario, int threads) {
        Accuracy accuracy = scenario.accuracy();
        if (accuracy.method() != Accuracy.Method.AUTO) {
            return scenario;
        }
        boolean someFund = scenario.policies().stream().anyMatch(policy -> policy.fund() != null);
        Accuracy best = someFund ? sharpest(scenario, threads) : accuracy.crude();
        return scenario.drawn(scenario.seed(), scenario.trials(), best);
    }

    private static Accuracy sharpest(Scenario scenario, int threads) {
        List<Accuracy> ways = new ArrayList<>(List.of(scenario.accuracy().crude()));
        for (double factor : HARMS) {
            ways.add(scenario.accuracy().twist(factor * TiltCompiler.defaultHarms(scenario)));
        }
        Accuracy best = ways.get(2);
        double least = Double.POSITIVE_INFINITY;
        for (Accuracy way : ways) {
            Scenario pilot = scenario.drawn(KeyedHash.mix(scenario.seed() ^ OTHER_SEED), TRIALS, way);
            double error = worstError(pilot, threads) * (way.method() == Accuracy.Method.CRUDE ? HANDICAP : 1);
            if (error < least) {
                least = error;
                best = way;
            }
        }
        return best;
    }

    /** The largest relative error among the variants with a fund. */
    private static double worstError(Scenario scenario, int threads) {
        double worst = 0;
        for (RareEvent rare : Prorations.of(scenario, threads)) {
            if (rare != null) {
                worst = Math.max(worst, rare.relativeError());
            }
        }
        return worst;
    }
}
