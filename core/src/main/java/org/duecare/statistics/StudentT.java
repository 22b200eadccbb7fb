package org.duecare.statistics;

/** The two-sided 95 % quantile of Student's law. */
final class StudentT {
    /** From here on two terms of the Cornish-Fisher series are right to 1e-8. */
    private static final double SERIES_FROM = 1000;

    private StudentT() {}

    /**
     * The t with P(|T| > t) = 0.05.
     *
     * @param freedom degrees of freedom, at least 1
     */
    static double quantile95(double freedom) {
        double z = ConfidenceInterval.Z95;
        if (freedom >= SERIES_FROM) {
            double z2 = z * z;
            return z + z * (z2 + 1) / (4 * freedom) + z * (5 * z2 * z2 + 16 * z2 + 3) / (96 * freedom * freedom);
        }
        double x = IncompleteBeta.quantile(0.05, freedom / 2, 0.5);
        return Math.sqrt(freedom * (1 - x) / x);
    }
}
