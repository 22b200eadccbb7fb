package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where a probability that falls in x meets a bound. All x are tried on common random numbers, so the estimates fall with x
 * as the truth does. The interval of the answer holds every x whose own 95 % interval holds the bound, rounded outwards to
 * the points tried.
 */
final class BoundSearch {
    /** Points tried at once: one history, as many settlements. */
    private static final int POINTS = 7;

    /** Ratio of the ends of an interval beyond which a last round looks closer; also its reach to both sides. */
    private static final double WIDE = 1.3;

    /** Upper 97.5 % bound of a Poisson mean when nothing is seen. */
    private static final double NOTHING_SEEN = 3.689;

    private final Trial trial;
    private final double bound;
    private final boolean geometric;
    private final double mostWeight;
    private final int rounds;

    /**
     * A search.
     *
     * @param geometric whether x is divided by ratios, else by differences
     * @param mostWeight largest weight of a trial
     * @param rounds how often the range is cut
     */
    BoundSearch(Trial trial, double bound, boolean geometric, double mostWeight, int rounds) {
        this.trial = trial;
        this.bound = bound;
        this.geometric = geometric;
        this.mostWeight = mostWeight;
        this.rounds = rounds;
    }

    /** Tries several x on the same random numbers. */
    @FunctionalInterface
    interface Trial {
        /** The probability at each x. */
        List<RareEvent> at(List<Double> xs);
    }

    /**
     * The answer.
     *
     * @param x where the estimates meet the bound, with its interval; NaN with a reason where they do not
     * @param probability what is estimated there, or at the end of the range
     * @param tried every x tried, in the order of the trials
     */
    record Found(
            ConfidenceInterval x,
            double probability,
            @Nullable String reason,
            List<Tried> tried) {}

    /** One x tried and what was found there. */
    record Tried(double x, RareEvent found) {}

    /** Searches between two x, the first with the larger probability. */
    Found between(double from, double to, int trials) {
        double left = from;
        double right = to;
        List<Double> xs = List.of();
        List<RareEvent> seen = List.of();
        List<Tried> tried = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            xs = grid(left, right);
            seen = trial.at(xs);
            for (int i = 0; i < POINTS; i++) {
                tried.add(new Tried(xs.get(i), seen.get(i)));
            }
            if (round == 0 && !(high(seen.get(0), trials) > bound)) {
                return none(seen.get(0), "the bound is met at " + from + " already", tried);
            }
            if (round == 0 && low(seen.get(POINTS - 1)) > bound) {
                return none(seen.get(POINTS - 1), "the bound is missed at " + to + " still", tried);
            }
            int above = 0;
            while (above < POINTS - 2 && low(seen.get(above + 1)) > bound) {
                above++;
            }
            int below = POINTS - 1;
            while (below > above + 1 && high(seen.get(below - 1), trials) < bound) {
                below--;
            }
            if (round < rounds - 1) {
                left = xs.get(above);
                right = xs.get(below);
            }
        }
        ConfidenceInterval x = answer(xs, seen, trials);
        if (geometric && x.high() > WIDE * x.low()) {
            x = closer(x, tried, trials);
        }
        return new Found(x, bound, null, List.copyOf(tried));
    }

    /**
     * Candidates far from the bound widen the net of weighted trials, and with it the interval: a last round close to the answer.
     * It counts where its ends lie on both sides of the bound.
     */
    private ConfidenceInterval closer(ConfidenceInterval x, List<Tried> tried, int trials) {
        List<Double> xs = grid(x.estimate() / WIDE, x.estimate() * WIDE);
        List<RareEvent> seen = trial.at(xs);
        for (int i = 0; i < POINTS; i++) {
            tried.add(new Tried(xs.get(i), seen.get(i)));
        }
        boolean around = low(seen.get(0)) > bound && high(seen.get(POINTS - 1), trials) < bound;
        return around ? answer(xs, seen, trials) : x;
    }

    private ConfidenceInterval answer(List<Double> xs, List<RareEvent> seen, int trials) {
        return new ConfidenceInterval(
                meeting(xs, seen),
                xs.get(Math.max(0, first(seen, BoundSearch::low) - 1)),
                xs.get(first(seen, event -> high(event, trials))),
                null);
    }

    private static Found none(RareEvent seen, String reason, List<Tried> tried) {
        return new Found(ConfidenceInterval.none(reason), seen.probability(), reason, List.copyOf(tried));
    }

    private List<Double> grid(double left, double right) {
        List<Double> xs = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double part = (double) i / (POINTS - 1);
            xs.add(geometric ? left * StrictMath.pow(right / left, part) : left + part * (right - left));
        }
        return xs;
    }

    private static double low(RareEvent event) {
        return Math.max(0, event.probability() - ConfidenceInterval.Z95 * event.standardError());
    }

    private double high(RareEvent event, int trials) {
        return event.hits() == 0
                ? NOTHING_SEEN * mostWeight / trials
                : event.probability() + ConfidenceInterval.Z95 * event.standardError();
    }

    /** The first point at which a curve that falls is at most the bound; the last point where none is. */
    private int first(List<RareEvent> seen, ToDoubleFunction<RareEvent> value) {
        int i = 0;
        while (i < POINTS - 1 && value.applyAsDouble(seen.get(i)) > bound) {
            i++;
        }
        return i;
    }

    /** Where the estimates meet the bound, between the two points around it. */
    private double meeting(List<Double> xs, List<RareEvent> seen) {
        int i = first(seen, RareEvent::probability);
        if (i == 0) {
            return xs.get(0);
        }
        double before = seen.get(i - 1).probability();
        double here = seen.get(i).probability();
        double part = here > 0
                ? StrictMath.log(before / bound) / StrictMath.log(before / here)
                : (before - bound) / (before - here);
        double left = xs.get(i - 1);
        double right = xs.get(i);
        part = Math.max(0, Math.min(1, part));
        return geometric ? left * StrictMath.pow(right / left, part) : left + part * (right - left);
    }
}
