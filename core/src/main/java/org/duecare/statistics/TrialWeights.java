package org.duecare.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Importance weights by trial: the likelihood ratio of the true law to the law simulated, mean 1. Estimators divide by the
 * number of trials, not by the sum of weights, which keeps them unbiased and makes the tail far sharper than the body
 * (P. Glynn, "Importance sampling for Monte Carlo estimation of quantiles", 1996).
 */
public final class TrialWeights {
    /** Every trial counts once. */
    public static final TrialWeights UNIFORM = new TrialWeights(null);

    /** One unit of a logarithm held in fixed point: 2^-32. */
    public static final double LOG_UNIT = 0x1p-32;

    private final @Nullable TrialColumn logs;

    private TrialWeights(@Nullable TrialColumn logs) {
        this.logs = logs;
    }

    /** Weights exp(value * 2^-32), one natural logarithm in fixed point for each trial. */
    public static TrialWeights ofLogs(TrialColumn logs) {
        return new TrialWeights(logs);
    }

    /** Whether every weight is 1 by construction. */
    public boolean uniform() {
        return logs == null;
    }

    /** Number of trials for which weights exist; any number when {@link #uniform}. */
    int trials() {
        return logs == null ? Integer.MAX_VALUE : logs.trials();
    }

    /**
     * Copies the weights of a range of trials.
     *
     * @param scratch at least {@code count} long; content lost
     * @param target receives the weights at 0 .. count - 1
     */
    public void read(int from, int count, long[] scratch, double[] target) {
        if (logs == null) {
            Arrays.fill(target, 0, count, 1.0);
            return;
        }
        logs.read(from, count, scratch);
        for (int i = 0; i < count; i++) {
            target[i] = StrictMath.exp(scratch[i] * LOG_UNIT);
        }
    }
}
