package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.fund.Provisional;

/**
 * Payments at provisional levels, trial by trial of a block. What has been granted for a year's claims and may not yet be
 * paid at the level of the day is set aside; as levels rise, earlier and later claims are topped up out of what is set aside.
 */
final class ProvisionalLevels {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final long[][] claims;
    private final long[][] limit;
    private final long[][] granted;
    private final long[] paidOut = new long[BLOCK];
    private final long[] setAside = new long[BLOCK];

    ProvisionalLevels(int years) {
        this.claims = new long[years + 1][BLOCK];
        this.limit = new long[years + 1][BLOCK];
        this.granted = new long[years + 1][BLOCK];
    }

    /** Forgets all claims. */
    void clear() {
        Arrays.fill(paidOut, 0);
        Arrays.fill(setAside, 0);
    }

    /**
     * What may be paid of the claims of a year by the end of a later one, never above what was granted.
     *
     * @param age years between the claims and the payment
     */
    static long payable(FundColumns fund, int age, long claims, long limit, long granted) {
        if (claims == 0 || age >= fund.reckoned.length) {
            return granted;
        }
        double level = Provisional.level(limit, claims, fund.reckoned[age], fund.provisionalStep);
        return Math.min(granted, (long) Math.floor(claims * level));
    }

    /** What is set aside for earlier claims. */
    long setAside(int trial) {
        return setAside[trial];
    }

    /**
     * Books the claims of a year and pays what the levels of the day allow.
     *
     * @param claimed claims of the year
     * @param most what there was for them, calls included
     * @param grant what was granted of them and comes in within the horizon
     * @param money what came in or was taken this year for the claims of any year, also what no level will release in time
     * @return what is paid out this year
     */
    long pay(FundColumns fund, int year, int trial, long claimed, long most, long grant, long money) {
        claims[year][trial] = claimed;
        limit[year][trial] = most;
        granted[year][trial] = grant;
        long due = 0;
        for (int y = 1; y <= year; y++) {
            due += payable(fund, year - y, claims[y][trial], limit[y][trial], granted[y][trial]);
        }
        long there = setAside[trial] + money;
        long out = Math.min(Math.max(0, due - paidOut[trial]), there);
        paidOut[trial] += out;
        setAside[trial] = there - out;
        return out;
    }
}
