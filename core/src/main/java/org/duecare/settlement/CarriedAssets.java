package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.AssetColumns;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.quantity.Money;

/**
 * Net assets of all operators in the trials of a block, carried from year to year under one variant. Memory: 8 bytes for each
 * operator and trial of a block.
 */
final class CarriedAssets {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final long GONE = -1;

    private final CompiledWorld world;
    private final AssetColumns terms;

    /** What is left, {@code [operator][trial]}; {@value #GONE} once its operations have ended. */
    private final long[][] left;

    private final long[] share;

    CarriedAssets(CompiledWorld world, AssetColumns terms) {
        this.world = world;
        this.terms = terms;
        this.left = new long[world.operators.operatorCount()][BLOCK];
        this.share = new long[left.length];
    }

    /** Opens a year: earnings refill, whoever was insolvent recapitalises or ends. */
    void open(int year) {
        for (int operator = 0; operator < left.length; operator++) {
            long full = terms.full[operator];
            long[] own = left[operator];
            if (year == 1 || full == Money.UNLIMITED) {
                Arrays.fill(own, full);
                continue;
            }
            for (int t = 0; t < BLOCK; t++) {
                if (own[t] > 0) {
                    own[t] = Math.min(full, own[t] + terms.retained[operator]);
                } else if (own[t] == 0 && full > 0) {
                    own[t] = terms.exit ? GONE : full;
                }
            }
        }
    }

    /** What an operator owns. */
    long left(int operator, int trial) {
        return Math.max(0, left[operator][trial]);
    }

    /** Whether an operator's operations have ended. */
    boolean gone(int operator, int trial) {
        return left[operator][trial] == GONE;
    }

    /** Whether an operator can pay anything. */
    boolean solvent(int operator, int trial) {
        return left[operator][trial] > 0;
    }

    /** Takes an amount from what an operator owns, as far as it goes; what was taken. */
    long draw(int operator, int trial, long amount) {
        if (terms.full[operator] == Money.UNLIMITED) {
            return amount;
        }
        long taken = Math.min(left(operator, trial), amount);
        left[operator][trial] -= taken;
        return taken;
    }

    /**
     * Takes a levy or call from what operators own, each its part by the weights of its operations, rounded down.
     *
     * @param due what all owe, by trial
     * @param paid receives what they can pay; parts lost by rounding are paid
     */
    void drawFromAll(long[] weights, long[] due, int count, long[] paid) {
        long all = 0;
        for (int operator = 0; operator < share.length; operator++) {
            share[operator] = 0;
            for (int i = world.operators.firstOperation[operator];
                    i < world.operators.firstOperation[operator + 1];
                    i++) {
                share[operator] += weights[i];
            }
            all += share[operator];
        }
        for (int t = 0; t < count; t++) {
            paid[t] = due[t];
            for (int operator = 0; operator < share.length && due[t] > 0 && all > 0; operator++) {
                long owed = (long) Math.floor((double) due[t] * share[operator] / all);
                paid[t] -= owed - draw(operator, t, owed);
            }
        }
    }

    /** Most that members can be called upon for: those who own something. */
    long callable(FundColumns fund, int trial, long ofMember, double payingShare) {
        long sum = 0;
        for (int operator = 0; operator < left.length; operator++) {
            if (solvent(operator, trial)) {
                sum = Math.min(Money.UNLIMITED, sum + (ofMember < 0 ? fund.memberCall[operator] : ofMember));
            }
        }
        return sum == Money.UNLIMITED ? sum : (long) Math.floor(sum * payingShare);
    }

    /** Counts the operators that own nothing although they did, by trial. */
    void countInsolvent(int count, long[] insolvent) {
        for (int operator = 0; operator < left.length; operator++) {
            boolean owned = terms.full[operator] > 0;
            for (int t = 0; t < count; t++) {
                insolvent[t] += owned && left[operator][t] == 0 ? 1 : 0;
            }
        }
    }
}
