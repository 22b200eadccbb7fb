package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.quantity.Money;

/**
 * Calls on members, trial by trial of a block: what is still due in which year. Earlier calls come first; each year takes in
 * no more than its cap; what would arrive after the horizon or the time bar never comes.
 */
final class FundCalls {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final int years;
    private final long[][] due;
    private final long[] carried = new long[BLOCK];

    FundCalls(int years) {
        this.years = years;
        this.due = new long[years + 1][BLOCK];
    }

    /** Forgets all calls. */
    void clear() {
        for (long[] ofYear : due) {
            Arrays.fill(ofYear, 0);
        }
        Arrays.fill(carried, 0);
    }

    /**
     * What calls can still bring in for the claims of a year.
     *
     * @param limit most that members owe for the claims of the year
     * @param cap most that they pay in one year
     */
    long collectible(FundColumns fund, int year, int trial, long limit, long cap) {
        long room = 0;
        for (int s = year + fund.callDelay; s <= last(fund, year) && room < limit; s++) {
            room = Math.min(Money.UNLIMITED, room + Math.max(0, cap - due[s][trial]));
        }
        return Math.min(room, limit);
    }

    /** Puts a call into the earliest years with room; it must be collectible. */
    void schedule(FundColumns fund, int year, int trial, long amount, long cap) {
        long left = amount;
        for (int s = year + fund.callDelay; left > 0 && s <= last(fund, year); s++) {
            long now = Math.min(left, Math.max(0, cap - due[s][trial]));
            due[s][trial] += now;
            left -= now;
        }
    }

    private int last(FundColumns fund, int year) {
        return Math.min(years, year + fund.timeBarYears);
    }

    /** What members pay in a year. */
    long arriving(int year, int trial) {
        return due[year][trial];
    }

    /** Established claims not yet paid after a year in which these were granted and paid out. */
    long carry(int trial, long granted, long cash) {
        carried[trial] += granted - cash;
        return carried[trial];
    }
}
