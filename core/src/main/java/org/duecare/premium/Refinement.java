package org.duecare.premium;

import java.util.List;
import java.util.function.Function;
import org.duecare.distribution.StableMath;

/**
 * Numbers read from grids of ever smaller steps. Errors fall with the square of the step, so two grids give an extrapolated
 * value (L. Richardson 1911), and two extrapolated values tell what is left of the error.
 *
 * @param values extrapolated
 * @param error largest change by the last refinement, each in relation to its scale; 0 on an exact lattice
 * @param grid the finest grid
 */
record Refinement(double[] values, double error, CompoundGrid grid) {
    /** Fewest buckets before a match is believed. */
    private static final int FEWEST = 1 << 12;

    private static final double MOST_TILT = 40;

    /**
     * Refines until the tolerance is met or the steps run out.
     *
     * @param steps falling, each half of the one before
     * @param asked the numbers wanted, then their scales, from one grid
     */
    static Refinement of(
            CompoundLaw law,
            GridPlan plan,
            List<Double> steps,
            ExactMethod method,
            double tolerance,
            Function<CompoundGrid, double[][]> asked) {
        double tilt = plan.tail() <= 0
                ? 0
                : Math.min(MOST_TILT, Math.max(0, StableMath.log(plan.tail() / (1e-3 * tolerance))));
        double[] before = null;
        double[] better = null;
        Refinement last = null;
        for (double step : steps) {
            int buckets = Math.toIntExact(plan.buckets(step));
            CompoundGrid grid = CompoundGrid.of(law, step, buckets, tilt, plan.lattice(), method);
            double[][] numbers = asked.apply(grid);
            double[] values = numbers[0];
            if (plan.lattice()) {
                return new Refinement(values, 0, grid);
            }
            double[] extrapolated = before == null ? values : extrapolate(before, values);
            double error = better == null ? Double.POSITIVE_INFINITY : change(better, extrapolated, numbers[1]);
            last = new Refinement(extrapolated, error, grid);
            if (error <= tolerance && buckets >= FEWEST) {
                return last;
            }
            better = before == null ? null : extrapolated;
            before = values;
        }
        if (last == null) {
            throw new IllegalArgumentException("no steps");
        }
        return last;
    }

    private static double[] extrapolate(double[] coarse, double[] fine) {
        double[] values = new double[fine.length];
        for (int i = 0; i < fine.length; i++) {
            double change = fine[i] - coarse[i];
            values[i] = fine[i] + (Double.isFinite(change) ? change / 3 : 0);
        }
        return values;
    }

    private static double change(double[] before, double[] now, double[] scales) {
        double largest = 0;
        for (int i = 0; i < now.length; i++) {
            double change = Math.abs(now[i] - before[i]) / scales[i];
            boolean same = now[i] == before[i] || (Double.isNaN(now[i]) && Double.isNaN(before[i]));
            largest = same ? largest : Math.max(largest, change);
        }
        return largest;
    }
}
