package org.duecare.settlement;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.history.Draws;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What members can be called upon for in a year, by trial of a block. Where defaults are drawn, a member pays what is called
 * for the claims of a year iff its own mark of that year is not below the probability of default; otherwise a fixed share
 * stays unpaid. Insolvent members pay nothing. Cost with drawn defaults: one draw for each member, trial and year.
 */
final class MemberCalls {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final CompiledWorld world;
    private final Draws draws;
    private final long[] words = new long[BLOCK];

    /** Most that all members together owe for the claims of the year. */
    final long[] limit = new long[BLOCK];

    /** Most that they pay in one year. */
    final long[] cap = new long[BLOCK];

    MemberCalls(CompiledWorld world, Draws draws) {
        this.world = world;
        this.draws = draws;
    }

    void prepare(FundColumns fund, @Nullable CarriedAssets assets, int block, int year, int count) {
        if (!fund.drawnDefaults && assets != null) {
            for (int t = 0; t < count; t++) {
                limit[t] = assets.callable(fund, t, -1, fund.payingShare);
                cap[t] = assets.callable(fund, t, fund.memberCap, fund.payingShare);
            }
            return;
        }
        if (!fund.drawnDefaults) {
            java.util.Arrays.fill(limit, fund.callLimit);
            java.util.Arrays.fill(cap, fund.callCap);
            return;
        }
        java.util.Arrays.fill(limit, 0);
        java.util.Arrays.fill(cap, 0);
        for (int member = 0; member < world.operators.operatorCount(); member++) {
            int operation = world.operators.firstOperation[member];
            draws.fill(
                    world.operators.key0[operation],
                    world.operators.key1[operation],
                    block,
                    year,
                    StreamId.MEMBER_DEFAULT.number(),
                    0,
                    BLOCK,
                    words);
            for (int t = 0; t < count; t++) {
                if (DrawAddress.cell(words[t]) >= fund.defaultBelow && (assets == null || assets.solvent(member, t))) {
                    limit[t] = Math.min(Money.UNLIMITED, limit[t] + fund.memberCall[member]);
                    cap[t] = Math.min(Money.UNLIMITED, cap[t] + fund.memberCap);
                }
            }
        }
    }
}
