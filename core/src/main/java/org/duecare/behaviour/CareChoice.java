package org.duecare.behaviour;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;

/**
 * The care that costs whoever takes it least: care itself, what is paid for liability, premium and sanctions together.
 * Such a cost falls and rises more than once where a court asks for a standard, and jumps at it, so that the whole range is
 * searched first and every break is tried by itself.
 *
 * @param care the cheapest care
 * @param cost its cost
 */
public record CareChoice(double care, double cost) {
    private static final int GRID = 64;
    private static final int EVALUATIONS = 500;
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-13;
    private static final double SLOPE_STEP = 2e-4;
    private static final double FLAT = 1e-14;

    /**
     * The least cost on an interval; the smaller care among equals.
     *
     * @param cost continuous between breaks, finite
     * @param low least care
     * @param high most care, above {@code low}
     * @param breaks where the cost jumps or has a kink, in any order; those outside the interval do not count
     */
    public static CareChoice least(DoubleUnaryOperator cost, double low, double high, double... breaks) {
        double[] ends = ends(low, high, breaks);
        CareChoice best = at(cost, ends[0]);
        for (int i = 1; i < ends.length; i++) {
            best = better(best, between(cost, ends[i - 1], ends[i]));
            best = better(best, at(cost, ends[i]));
        }
        return best;
    }

    private static double[] ends(double low, double high, double[] breaks) {
        if (!(low < high)) {
            throw new IllegalArgumentException("care must have room: " + low + " to " + high);
        }
        double[] inside = Arrays.stream(breaks)
                .filter(b -> b > low && b < high)
                .sorted()
                .distinct()
                .toArray();
        double[] ends = new double[inside.length + 2];
        ends[0] = low;
        System.arraycopy(inside, 0, ends, 1, inside.length);
        ends[ends.length - 1] = high;
        return ends;
    }

    /** The least cost strictly between two breaks: the best of a grid, refined between its neighbours. */
    private static CareChoice between(DoubleUnaryOperator cost, double from, double to) {
        double step = (to - from) / GRID;
        int least = 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < GRID; i++) {
            double value = cost.applyAsDouble(from + i * step);
            if (value < lowest) {
                lowest = value;
                least = i;
            }
        }
        UnivariatePointValuePair refined = new BrentOptimizer(RELATIVE, ABSOLUTE)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(cost::applyAsDouble),
                        new SearchInterval(from + (least - 1) * step, from + (least + 1) * step, from + least * step));
        CareChoice best = better(at(cost, from + least * step), new CareChoice(refined.getPoint(), refined.getValue()));
        return polished(cost, best, from, to);
    }

    /**
     * A minimum is flat, so that values place it to the root of the rounding error only; the root of its slope places it
     * better. One Newton step on slope and curvature by five points, taken where it is tiny and costs nothing.
     */
    private static CareChoice polished(DoubleUnaryOperator cost, CareChoice rough, double from, double to) {
        double h = Math.min(SLOPE_STEP * (to - from), Math.min(rough.care - from, to - rough.care) / 2);
        double before2 = cost.applyAsDouble(rough.care - 2 * h);
        double before = cost.applyAsDouble(rough.care - h);
        double after = cost.applyAsDouble(rough.care + h);
        double after2 = cost.applyAsDouble(rough.care + 2 * h);
        double slope = (before2 - 8 * before + 8 * after - after2) / (12 * h);
        double curvature = (-before2 + 16 * before - 30 * rough.cost + 16 * after - after2) / (12 * h * h);
        double move = -slope / curvature;
        if (!(curvature > 0) || Math.abs(move) > h) {
            return rough;
        }
        CareChoice moved = at(cost, rough.care + move);
        return moved.cost <= rough.cost + FLAT * Math.abs(rough.cost) ? moved : rough;
    }

    private static CareChoice at(DoubleUnaryOperator cost, double care) {
        double value = cost.applyAsDouble(care);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the cost of care " + care + " is " + value);
        }
        return new CareChoice(care, value);
    }

    private static CareChoice better(CareChoice one, CareChoice other) {
        return other.cost < one.cost ? other : one;
    }
}
