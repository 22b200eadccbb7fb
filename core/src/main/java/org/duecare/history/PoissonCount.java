package org.duecare.history;

import org.duecare.random.DrawAddress;

/**
 * A Poisson count from one word by inversion: outcomes are taken in the order mode, mode - 1, mode + 1, mode - 2, ... and
 * the first at which the running sum of probabilities passes the uniform is the count. Exact up to the rounding of the
 * probabilities; about {@code 1.6 sqrt(mean)} steps.
 */
public final class PoissonCount {
    /** Probability below which the tail is not followed further; far below one cell of the uniform lattice. */
    private static final double NEGLIGIBLE = 1e-22;

    /** Below this count, log factorials come from a table. */
    private static final int TABLE = 256;

    private static final double[] LOG_FACTORIAL = logFactorials();

    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private PoissonCount() {}

    /**
     * The count.
     *
     * @param mean at least 0 and below 2^30
     * @param word a uniform random word
     */
    public static int of(double mean, long word) {
        if (!(mean > 0)) {
            return 0;
        }
        int mode = (int) mean;
        double left = DrawAddress.uniform(word);
        double up = StrictMath.exp(mode * StrictMath.log(mean) - mean - logFactorial(mode));
        left -= up;
        return left < 0 ? mode : outward(mean, mode, up, left);
    }

    private static int outward(double mean, int mode, double atMode, double afterMode) {
        double left = afterMode;
        double inverse = 1 / mean;
        double down = atMode;
        double up = atMode;
        int low = mode;
        int high = mode;
        while (true) {
            if (low > 0) {
                down *= low * inverse;
                low--;
                left -= down;
                if (left < 0) {
                    return low;
                }
            }
            high++;
            up *= mean / high;
            left -= up;
            if (left < 0 || up < NEGLIGIBLE && (low == 0 || down < NEGLIGIBLE)) {
                return high;
            }
        }
    }

    private static double logFactorial(int n) {
        if (n < TABLE) {
            return LOG_FACTORIAL[n];
        }
        double x = n;
        double inverseSquare = 1 / (x * x);
        double series =
                (1.0 / 12 - inverseSquare * (1.0 / 360 - inverseSquare * (1.0 / 1260 - inverseSquare / 1680))) / x;
        return (x + 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series;
    }

    private static double[] logFactorials() {
        double[] table = new double[TABLE];
        for (int n = 2; n < TABLE; n++) {
            table[n] = table[n - 1] + StrictMath.log(n);
        }
        return table;
    }
}
