package org.duecare.statistics;

/** Which moments the law behind a sample has. A sample cannot tell; the severity laws and their caps do. */
public enum TailMoments {
    /** Mean and variance are finite, as with any cap or limit. */
    FINITE_VARIANCE,
    /** The mean is finite, the variance is not (generalised Pareto with shape in [0.5, 1)): no standard error exists. */
    INFINITE_VARIANCE,
    /** Not even the mean is finite (shape at or above 1): quantiles only. */
    INFINITE_MEAN;

    /** Reason in place of a bound when the variance is infinite. */
    public static final String INFINITE_VARIANCE_REASON = "infinite variance";

    /** Reason in place of an estimate when the mean is infinite. */
    public static final String INFINITE_MEAN_REASON = "infinite mean";
}
