package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Which parts of a loss the layers so far have not covered, as intervals of its size with the share still open. */
final class LayerCover {
    private List<double[]> open = new ArrayList<>(List.of(new double[] {0, Double.POSITIVE_INFINITY, 1}));

    /**
     * Takes the next layer out of what is left.
     *
     * @param deductible of what is left, that the layer passes by from below
     * @param limit most that the layer takes
     * @param coinsurance share of it that the layer bears
     * @param limitedMean expected size limited at an amount
     * @return expected payment of the layer
     */
    double take(double deductible, double limit, double coinsurance, DoubleUnaryOperator limitedMean) {
        double paid = 0;
        for (double[] part : parts(deductible, limit, coinsurance)) {
            double covered = limitedMean.applyAsDouble(part[1]) - limitedMean.applyAsDouble(part[0]);
            paid += part[2] * covered;
        }
        return paid;
    }

    /** Takes the next layer out of what is left: the intervals of the size that it takes, and its share of each. */
    List<double[]> parts(double deductible, double limit, double coinsurance) {
        List<double[]> left = new ArrayList<>();
        List<double[]> parts = new ArrayList<>();
        double skip = deductible;
        double take = limit;
        for (double[] interval : open) {
            double from = interval[0];
            double to = interval[1];
            double share = interval[2];
            double skipped = Math.min(skip / share, to - from);
            double taken = Math.min(take / share, to - from - skipped);
            if (skipped > 0) {
                left.add(new double[] {from, from + skipped, share});
            }
            if (taken > 0) {
                parts.add(new double[] {from + skipped, from + skipped + taken, share * coinsurance});
            }
            if (taken > 0 && coinsurance < 1) {
                left.add(new double[] {from + skipped, from + skipped + taken, share * (1 - coinsurance)});
            }
            if (from + skipped + taken < to) {
                left.add(new double[] {from + skipped + taken, to, share});
            }
            skip -= share * skipped;
            take -= share * taken;
        }
        open = left;
        return parts;
    }
}
