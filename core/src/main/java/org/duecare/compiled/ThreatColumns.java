package org.duecare.compiled;

import org.jspecify.annotations.Nullable;

/** What belongs to a threat as such, in order of threat key. */
public final class ThreatColumns {
    /** Factor on the rate by threat and year, {@code [threat][year - 1]}. */
    public final double[][] trend;

    /** Own count law by threat; null elements for Poisson counts. */
    public final @Nullable SizeColumns[] count;

    /** Law of own loss. */
    public final SizeColumns[] ownLoss;

    /** Law of harm; kind {@link SizeColumns#NONE} where harm is a share of own loss. */
    public final SizeColumns[] harm;

    /** Harm as a share of own loss, where no law of harm is given. */
    public final double[] harmShare;

    /** Correlation of the normal scores of harm and own loss. */
    public final double[] correlation;

    /** Rows of the quantile table of the normal law; empty when nothing is correlated. */
    public final double[] normalRows;

    /** An attempt is state-backed iff the cell of its origin mark is below this. Exclusions read it, findings never do. */
    public final long[] stateBackedBelow;

    /** Assembles the columns. */
    public ThreatColumns(
            double[][] trend,
            @Nullable SizeColumns[] count,
            SizeColumns[] ownLoss,
            SizeColumns[] harm,
            double[] harmShare,
            double[] correlation,
            double[] normalRows,
            long[] stateBackedBelow) {
        this.trend = trend;
        this.count = count;
        this.ownLoss = ownLoss;
        this.harm = harm;
        this.harmShare = harmShare;
        this.correlation = correlation;
        this.normalRows = normalRows;
        this.stateBackedBelow = stateBackedBelow;
    }
}
