package org.duecare.compiled;

/**
 * Which block-long column each measure is accumulated in. Measures that are zero by construction have none; measures that
 * are equal by construction share one, which is filled once, by the first of them.
 */
public final class MeasureColumns {
    /** No column. */
    public static final int NONE = -1;

    /** Number of measures, in the fixed order of results. */
    public static final int MEASURES = 16;

    /** Number of columns of a fund. */
    public static final int OF_FUND = 7;

    /** Number of columns of a fund that cannot call upon its members: the first of them. */
    public static final int OF_FUND_WITHOUT_CALLS = 3;

    /** Number of columns. */
    public final int count;

    /** Column of the yearly sum, by measure ordinal. */
    public final int[] sum;

    /** Column of the largest event, by measure ordinal. */
    public final int[] max;

    /** Measure whose column a measure shares, by measure ordinal; its own ordinal when it has its own. */
    public final int[] sharedWith;

    /** Column of the number of incidents. */
    public final int incidents;

    /** Column of the number of incidents with liability; may be the one of incidents. */
    public final int breaches;

    /** Column of the number of insolvencies; {@link #NONE} where net assets are full again each year. */
    public final int insolvencies;

    /** Column of the fund's closing balance; {@link #NONE} without a fund. */
    public final int fundBalance;

    /** Column of the claims on the fund. */
    public final int fundClaims;

    /** Column that is 1 where the fund ran out of money. */
    public final int fundProration;

    /** Column of established claims not yet paid at the end of the year; {@link #NONE} without calls, as for the next three. */
    public final int fundCarried;

    /** Column of what the fund paid out in the year, whatever year the claims are of. */
    public final int fundCash;

    /** Column of what the fund can grant for the claims of the year: its means and all that may be called. */
    public final int fundGrant;

    /** Column of what the fund can pay for the claims of the year within the horizon. */
    public final int fundMeans;

    /** Column of the yearly sum of each layer that is reported on its own, by layer; {@link #NONE} for the others. */
    public final int[] layer;

    /** First column of insurers and treaties; {@link #NONE} where insurers always pay and keep everything. */
    public final int market;

    /** Whether all payers are accumulated, so that harm can be checked against their sum. */
    public final boolean conserves;

    /** Assembles the numbers of columns. */
    public MeasureColumns(
            int count,
            int[] sum,
            int[] max,
            int[] sharedWith,
            int[] counts,
            int[] fund,
            int[] layer,
            int market,
            boolean conserves) {
        this.market = market;
        this.layer = layer;
        this.conserves = conserves;
        this.count = count;
        this.sum = sum;
        this.max = max;
        this.sharedWith = sharedWith;
        this.incidents = counts[0];
        this.breaches = counts[1];
        this.insolvencies = counts[2];
        this.fundBalance = fund[0];
        this.fundClaims = fund[1];
        this.fundProration = fund[2];
        this.fundCarried = fund[3];
        this.fundCash = fund[4];
        this.fundGrant = fund[5];
        this.fundMeans = fund[6];
    }

    /** Whether a measure fills a column of its own. */
    public boolean owns(int measure) {
        return sum[measure] != NONE && sharedWith[measure] == measure;
    }
}
