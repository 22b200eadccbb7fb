package org.duecare.compiled;

import java.util.Arrays;
import org.duecare.quantity.Money;

/**
 * Insurers and their treaties as numbers, money in minor units: there only where an insurer can default or passes payments
 * on. Made neutral; the compiler fills in.
 */
public final class MarketColumns {
    /** A share of every payment, by operation: quota share and surplus. */
    public static final int PROPORTIONAL = 0;

    /** Excess of one operation's payments in an event. */
    public static final int RISK_EXCESS = 1;

    /** Excess of an event's payments over all operations. */
    public static final int EVENT_EXCESS = 2;

    /** Excess of the payments of a year. */
    public static final int STOP_LOSS = 3;

    /** Columns that insurers have together, before those of each: claims on insurers, ... */
    public static final int DUE = 0;

    /** ... what the guarantee scheme paid, ... */
    public static final int GUARANTEE = 1;

    /** ... what of the claims stayed unpaid and went on to the next payers, ... */
    public static final int UNPAID = 2;

    /** ... premiums of refilled treaties. */
    public static final int REFILLS = 3;

    private static final int TOGETHER = 4;

    /** Columns of each insurer: capital at the end of the year, ... */
    public static final int CAPITAL = 0;

    /** ... its claims, ... */
    public static final int CLAIMS = 1;

    /** ... and what it and its reinsurers paid of them. */
    public static final int PAID = 2;

    private static final int EACH = 3;

    /** Number of insurers. */
    public final int insurers;

    /** Share of every policy, in parts of {@link #WHOLE}. */
    public final long[] weight;

    /** Parts that shares are measured in. */
    public static final long WHOLE = 1L << 40;

    /** Capital before the first year; unlimited for an insurer that always pays. */
    public final long[] capital;

    /** Premium income of a year. */
    public final long[] premium;

    /** Expenses of a year. */
    public final long[] expenses;

    /** Price of reinsurance in a year, without refills. */
    public final long[] reinsurance;

    /** Capital above which what is left is paid out. */
    public final long[] dividendAbove;

    /** Whether another insurer takes the place of one that defaulted. */
    public boolean replaced = true;

    /** Number of treaties. */
    public final int treaties;

    /** Kind of each treaty. */
    public final int[] kind;

    /** Place in the inuring order: treaties of one place see the same payments. */
    public final int[] order;

    /** Part of an excess treaty that is placed. */
    public final double[] share;

    /** Share that a proportional treaty takes, {@code [treaty][operation]}; empty for the others. */
    public final double[][] cededShare;

    /** Amount that stays with insurers. */
    public final long[] attachment;

    /** Most above the attachment; of proportional treaties most for an event. */
    public final long[] limit;

    /** Annual deductible. */
    public final long[] annualDeductible;

    /** Annual limit. */
    public final long[] annualLimit;

    /** Premium that refills are priced by. */
    public final long[] treatyPremium;

    /** Price of each refill as a share of the premium. */
    public final double[][] refillShare;

    /** Whether the price of each refill falls with time. */
    public final boolean[][] refillTime;

    /** Names of treaties, for reports. */
    public final String[] treatyName;

    /** Names of insurers, for reports. */
    public final String[] insurerName;

    /** Share that the guarantee scheme pays of what stays unpaid; 0 without one. */
    public double guaranteeShare;

    /** Most that it pays for one incident. */
    public long guaranteeLimit = Money.UNLIMITED;

    /** Most that it pays in a year. */
    public long guaranteeAnnualLimit = Money.UNLIMITED;

    /** A market of these numbers. */
    public MarketColumns(int insurers, int treaties) {
        this.insurers = insurers;
        this.treaties = treaties;
        this.weight = new long[insurers];
        this.capital = unlimited(insurers);
        this.premium = new long[insurers];
        this.expenses = new long[insurers];
        this.reinsurance = new long[insurers];
        this.dividendAbove = unlimited(insurers);
        this.insurerName = new String[insurers];
        this.kind = new int[treaties];
        this.order = new int[treaties];
        this.share = new double[treaties];
        this.cededShare = new double[treaties][0];
        this.attachment = new long[treaties];
        this.limit = unlimited(treaties);
        this.annualDeductible = new long[treaties];
        this.annualLimit = unlimited(treaties);
        this.treatyPremium = new long[treaties];
        this.refillShare = new double[treaties][0];
        this.refillTime = new boolean[treaties][0];
        this.treatyName = new String[treaties];
    }

    private static long[] unlimited(int count) {
        long[] amounts = new long[count];
        Arrays.fill(amounts, Money.UNLIMITED);
        return amounts;
    }

    /** Number of columns. */
    public int columns() {
        return TOGETHER + EACH * insurers + treaties;
    }

    /** Place of a column of an insurer among those of the market. */
    public static int ofInsurer(int insurer, int what) {
        return TOGETHER + EACH * insurer + what;
    }

    /** Place of the column of what a treaty pays. */
    public int ofTreaty(int treaty) {
        return TOGETHER + EACH * insurers + treaty;
    }

    /** Whether the payments of a treaty have a price of refilling. */
    public boolean priced(int treaty) {
        boolean paid = false;
        for (double one : refillShare[treaty]) {
            paid |= one > 0;
        }
        return paid && treatyPremium[treaty] > 0;
    }
}
