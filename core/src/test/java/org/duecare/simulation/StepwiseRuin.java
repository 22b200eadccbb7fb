package org.duecare.simulation;

/**
 * The probability that a fund that is looked at once a step is ever found short:
 * {@code U(k) = U(k - 1) (1 + interest) + levy - S(k) < 0} at some step up to the last, with compound Poisson sums
 * {@code S(k)} of exponential claims of mean 1. Dynamic programming over the probability of never being short, the integral
 * over the claims of a step by the trapezoidal rule, extrapolated from three grids after Romberg.
 */
final class StepwiseRuin {
    private static final double GRID = 0.2;
    private static final double NEGLIGIBLE = 1e-13;

    private final double claims;
    private final double levy;
    private final double interest;
    private final int steps;
    private final double highest;

    /**
     * A fund.
     *
     * @param claims expected claims of a step
     * @param levy levy of a step, raised at its start
     * @param interest on the balance before the levy, for one step
     * @param highest balance from which on shortage is left out of account
     */
    StepwiseRuin(double claims, double levy, double interest, int steps, double highest) {
        this.claims = claims;
        this.levy = levy;
        this.interest = interest;
        this.steps = steps;
        this.highest = highest;
    }

    /** Balance from which on ruin without interest has a probability below 1e-9: the bound of Lundberg. */
    static double highest(double capital, double loading) {
        return capital + Math.log(1e9) * (1 + loading) / loading;
    }

    /** Probability of shortage for each balance before the first step. */
    double[] at(double... capital) {
        int parts = (int) Math.ceil(levy / GRID);
        double[] coarse = at(capital, parts);
        double[] middle = at(capital, 2 * parts);
        double[] fine = at(capital, 4 * parts);
        for (int i = 0; i < fine.length; i++) {
            double first = (4 * middle[i] - coarse[i]) / 3;
            double second = (4 * fine[i] - middle[i]) / 3;
            fine[i] = (16 * second - first) / 15;
        }
        return fine;
    }

    private double[] at(double[] capital, int parts) {
        double h = levy / parts;
        int top = (int) Math.ceil(highest / h);
        double[] density = density(h);
        double[] never = new double[top + 1];
        java.util.Arrays.fill(never, 1);
        for (int step = 0; step < steps; step++) {
            double[] before = afterClaims(never, density, h);
            for (int j = 0; j <= top; j++) {
                never[j] = value(before, j * (1 + interest) + parts);
            }
        }
        double[] ruin = new double[capital.length];
        for (int i = 0; i < ruin.length; i++) {
            ruin[i] = 1 - value(never, capital[i] / h);
        }
        return ruin;
    }

    /** Density of the claims of a step, without the atom at nought: {@code sum_n Poisson(n) y^(n-1) e^-y / (n-1)!}. */
    private double[] density(double h) {
        double mean = claims;
        int points = 2;
        while (at(points * h) > NEGLIGIBLE || points * h < mean) {
            points++;
        }
        double[] density = new double[points];
        for (int i = 0; i < points; i++) {
            density[i] = at(i * h);
        }
        return density;
    }

    private double at(double y) {
        double term = claims * Math.exp(-claims - y);
        double sum = term;
        for (int n = 1; term > NEGLIGIBLE * sum || n < claims; n++) {
            term *= claims * y / ((n + 1.0) * n);
            sum += term;
        }
        return sum;
    }

    /** {@code E[never(x - S)]}, nothing below 0, at each point of the grid. */
    private double[] afterClaims(double[] never, double[] density, double h) {
        double atom = Math.exp(-claims);
        double[] mean = new double[never.length];
        for (int j = 0; j < mean.length; j++) {
            double sum = -0.5 * density[0] * never[j];
            int last = Math.min(j, density.length - 1);
            for (int i = 0; i <= last; i++) {
                sum += density[i] * never[j - i];
            }
            sum -= last == j ? 0.5 * density[j] * never[0] : 0;
            mean[j] = atom * never[j] + h * sum;
        }
        return mean;
    }

    /** Cubic interpolation on the grid; 1 beyond it. */
    private static double value(double[] values, double place) {
        if (place >= values.length - 1) {
            return 1;
        }
        int from = Math.max(0, Math.min(values.length - 4, (int) Math.floor(place) - 1));
        double x = place - from;
        return -values[from] * (x - 1) * (x - 2) * (x - 3) / 6
                + values[from + 1] * x * (x - 2) * (x - 3) / 2
                - values[from + 2] * x * (x - 1) * (x - 3) / 2
                + values[from + 3] * x * (x - 1) * (x - 2) / 6;
    }
}
