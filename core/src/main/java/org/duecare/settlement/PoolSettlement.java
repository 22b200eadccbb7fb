package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Payer;
import org.duecare.compiled.AssetColumns;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.jspecify.annotations.Nullable;

/**
 * The layers over all operations, trial by trial. Where every pool can pay what was claimed, the columns stand as they are
 * and only the fund's balance moves; the other trials are regenerated and settled incident by incident.
 */
final class PoolSettlement {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int FUND = Payer.FUND.ordinal();

    /** Incidents that a group of handed-back trials may be expected to hold: bounds memory. */
    private static final double HAND_BACK_ROWS = 1 << 20;

    private final CompiledWorld world;
    private final CompiledVariant[] variants;
    private final BlockSettlement blocks;
    private final TrialIncidents incidents;
    private final TrialSettlement trials;
    private final CoupledOperators coupledOperators;
    private final boolean[] solvent = new boolean[BLOCK];
    private final boolean[] shortTrials = new boolean[BLOCK];
    private final boolean[] group = new boolean[BLOCK];
    private final long[] balance = new long[BLOCK];
    private final long[] grant = new long[BLOCK];
    private final long[] available = new long[BLOCK];
    private final long[] granted = new long[BLOCK];
    private final @Nullable FundCalls[] callBooks;
    private final @Nullable ProvisionalLevels[] levelBooks;
    private final MemberCalls members;
    private final @Nullable CarriedAssets[] carried;
    private final long[] paidIn = new long[BLOCK];
    private final long[] deferred = new long[BLOCK];
    private final long[] setAside = new long[BLOCK];
    private final @Nullable Market[] markets;
    private final long[] claimed = new long[BLOCK];
    private final boolean[] prorated = new boolean[BLOCK];
    private int groupSize;

    PoolSettlement(CompiledWorld world, CompiledVariant[] variants, BlockSettlement blocks) {
        this.world = world;
        this.variants = variants;
        this.blocks = blocks;
        this.incidents = new TrialIncidents(world);
        this.trials = new TrialSettlement(world, incidents);
        this.markets = Market.of(world, variants);
        this.members = new MemberCalls(world, blocks.draws());
        this.callBooks = new FundCalls[variants.length];
        this.levelBooks = new ProvisionalLevels[variants.length];
        this.carried = new CarriedAssets[variants.length];
        for (int v = 0; v < variants.length; v++) {
            AssetColumns terms = variants[v].assets;
            carried[v] = terms == null ? null : new CarriedAssets(world, terms);
            FundColumns fund = variants[v].fund;
            callBooks[v] = fund != null && fund.paysLater() ? new FundCalls(world.years) : null;
            levelBooks[v] = fund != null && fund.provisional() ? new ProvisionalLevels(world.years) : null;
        }
        double perTrial = world.events.count() * (double) world.operationCount() + 1;
        for (double rate : world.pairs.rate) {
            perTrial += rate;
        }
        for (int set : world.providers.setOf) {
            for (int root : world.providers.roots[set]) {
                perTrial += world.providers.rate[root];
            }
        }
        this.coupledOperators = new CoupledOperators(
                blocks, incidents, trials, world, perTrial / Math.max(1, world.operators.operatorCount()));
        this.groupSize = (int) Math.max(1, Math.min(BLOCK, HAND_BACK_ROWS / perTrial));
    }

    /**
     * Settles one year of one variant again, where net assets are carried, so that its incidents can be looked at; the years
     * before must have been settled in this way.
     *
     * @param columns whatever they hold of the year is written over
     */
    TrialIncidents settleToLookAt(int v, int block, int year, int count, LossColumns columns, OperationTotals totals) {
        int bounded = groupSize;
        groupSize = BLOCK;
        settle(v, block, year, 0, count, columns, totals);
        groupSize = bounded;
        return incidents;
    }

    /**
     * Settles one year of one variant of a block. Trials below the first one are empty: what is written there does not count.
     *
     * @param from first trial
     * @param count one past the last trial
     */
    void settle(int v, int block, int year, int from, int count, LossColumns columns, OperationTotals totals) {
        CompiledVariant variant = variants[v];
        FundColumns fund = variant.fund;
        CarriedAssets assets = carried[v];
        if (assets != null) {
            assets.open(year);
        }
        if (fund != null) {
            open(fund, variant.measures, v, block, year, count, columns);
        }
        Arrays.fill(claimed, 0);
        Arrays.fill(granted, 0);
        Arrays.fill(prorated, false);
        Arrays.fill(shortTrials, false);
        Market market = markets[v];
        trials.insuredBy(market);
        if (world.couples() && !world.events.inYear[year - 1] && CoupledOperators.allows(variant, year)) {
            settleCoupled(variant, v, block, year, from, count, columns, totals);
        }
        int found = variant.layers.hasPool() || assets != null ? findShort(variant, v, year, from, count, columns) : 0;
        if (market != null) {
            market.open(v, year, count, columns);
            found += market.findShort(v, year, count, columns, shortTrials);
        }
        if (found > 0) {
            clear(variant, v, year, columns);
            handBack(v, block, year, columns, totals);
        }
        if (market != null) {
            market.close(v, year, count, columns);
        }
        if (fund != null) {
            close(fund, variant, v, year, count, columns);
        }
        if (assets != null) {
            assets.countInsolvent(count, columns.column(v, year, variant.measures.insolvencies));
        }
    }

    /** Where the pool can pay whatever is asked for events that strike several operations, only the operators struck. */
    private void settleCoupled(
            CompiledVariant variant,
            int v,
            int block,
            int year,
            int from,
            int count,
            LossColumns columns,
            OperationTotals totals) {
        LayerColumns layers = variant.layers(year);
        int layer = 0;
        while (layers.kind[layer] != LayerColumns.POOL) {
            layer++;
        }
        int column = variant.measures.sum[Accumulation.measureOf(layers.payer[layer])];
        if (column == MeasureColumns.NONE) {
            return;
        }
        FundColumns fund = layers.payer[layer] == FUND ? variant.fund : null;
        long cap = fund == null ? layers.annualLimit[layer] : TrialSettlement.fundCap(fund, layers, layer);
        double reckoned = fund == null ? 1 : fund.reckoned(world.years - year);
        long[] claims = columns.column(v, year, column);
        long[] more = coupledOperators.owed(v);
        Arrays.fill(solvent, false);
        for (int t = from; t < count; t++) {
            long most = fund == null ? cap : Math.min(cap, available[t]);
            long asked = claims[t] + more[t];
            solvent[t] = asked <= most && asked * reckoned <= most;
        }
        incidents.gate = null;
        trials.use(null);
        coupledOperators.settle(
                variant, v, block, year, columns.coupled(v, year), solvent, HAND_BACK_ROWS, columns, totals);
    }

    private void open(
            FundColumns fund, MeasureColumns measures, int v, int block, int year, int count, LossColumns columns) {
        long @Nullable [] before = year == 1 ? null : columns.column(v, year - 1, measures.fundBalance);
        int levyColumn = measures.sum[Measure.LEVY.ordinal()];
        ProvisionalLevels levels = levelBooks[v];
        if (levels != null && year == 1) {
            levels.clear();
        }
        for (int t = 0; t < count; t++) {
            setAside[t] = levels == null ? 0 : levels.setAside(t);
            long opening = FundYear.withInterest(before == null ? fund.initial : before[t], fund) - setAside[t];
            long levy = FundYear.levy(opening, fund, year);
            long now = FundYear.immediate(levy, fund);
            deferred[t] = levy - now;
            if (levyColumn != MeasureColumns.NONE) {
                columns.column(v, year, levyColumn)[t] = now;
            }
            balance[t] = opening + now;
            paidIn[t] = now;
        }
        CarriedAssets assets = carried[v];
        if (assets != null && levyColumn != MeasureColumns.NONE) {
            long[] raised = columns.column(v, year, levyColumn);
            assets.drawFromAll(fund.levy[year - 1], raised, count, paidIn);
            for (int t = 0; t < count; t++) {
                balance[t] -= raised[t] - paidIn[t];
                raised[t] = paidIn[t];
            }
        }
        for (int t = 0; t < count; t++) {
            available[t] = FundYear.means(balance[t] + deferred[t], fund);
            grant[t] = available[t];
        }
        FundCalls calls = callBooks[v];
        if (calls != null) {
            call(calls, fund, measures, v, block, year, count, columns);
        }
    }

    /** Adds what members may be called upon for. */
    private void call(
            FundCalls book,
            FundColumns fund,
            MeasureColumns measures,
            int v,
            int block,
            int year,
            int count,
            LossColumns columns) {
        if (year == 1) {
            book.clear();
        }
        if (fund.calls) {
            members.prepare(fund, carried[v], block, year, count);
            for (int t = 0; t < count; t++) {
                grant[t] += members.limit[t];
                available[t] += book.collectible(fund, year, t, members.limit[t], members.cap[t]);
            }
        }
        System.arraycopy(grant, 0, columns.column(v, year, measures.fundGrant), 0, count);
        System.arraycopy(available, 0, columns.column(v, year, measures.fundMeans), 0, count);
    }

    private int findShort(CompiledVariant variant, int v, int year, int from, int count, LossColumns columns) {
        LayerColumns layers = variant.layers(year);
        Arrays.fill(shortTrials, false);
        boolean coupled = world.events.inYear[year - 1];
        if (carried[v] != null) {
            Arrays.fill(shortTrials, 0, count, true);
        }
        for (int layer = 0; layer < layers.count; layer++) {
            int payer = layers.payer[layer];
            int column = variant.measures.sum[Accumulation.measureOf(payer)];
            if (layers.kind[layer] == LayerColumns.POOL && column != MeasureColumns.NONE) {
                long[] claims = columns.column(v, year, column);
                FundColumns fund = payer == FUND ? variant.fund : null;
                boolean ofFund = fund != null;
                long cap = fund == null ? layers.annualLimit[layer] : TrialSettlement.fundCap(fund, layers, layer);
                double reckoned = fund == null ? 1 : fund.reckoned(world.years - year);
                for (int t = 0; t < count; t++) {
                    long most = ofFund ? Math.min(cap, available[t]) : cap;
                    boolean retained = layers.couples(layer) && claims[t] > 0;
                    shortTrials[t] |= coupled || retained || claims[t] > most || claims[t] * reckoned > most;
                    claimed[t] = ofFund ? claims[t] : claimed[t];
                }
            }
        }
        if (world.couples()) {
            boolean[] clusters = columns.coupled(v, year);
            for (int t = 0; t < count; t++) {
                shortTrials[t] |= clusters[t];
            }
        }
        Arrays.fill(shortTrials, 0, from, false);
        int found = 0;
        for (int t = from; t < count; t++) {
            found += shortTrials[t] ? 1 : 0;
        }
        return found;
    }

    private void clear(CompiledVariant variant, int v, int year, LossColumns columns) {
        MeasureColumns measures = variant.measures;
        for (int column : measures.layer) {
            if (column != MeasureColumns.NONE) {
                clear(columns.column(v, year, column));
            }
        }
        boolean all = carried[v] != null;
        if (all) {
            clear(columns.column(v, year, measures.incidents));
            clear(columns.column(v, year, measures.breaches));
        }
        for (int m = all ? 0 : Measure.OPERATOR.ordinal(); m < MeasureColumns.MEASURES; m++) {
            boolean ofIncidents = m <= Measure.UNCOMPENSATED.ordinal() || m == Measure.REINSTATEMENT_PREMIUM.ordinal();
            if (ofIncidents && measures.owns(m)) {
                clear(columns.column(v, year, measures.sum[m]));
                if (measures.max[m] != MeasureColumns.NONE) {
                    clear(columns.column(v, year, measures.max[m]));
                }
            }
        }
    }

    private void clear(long[] column) {
        for (int t = 0; t < BLOCK; t++) {
            column[t] = shortTrials[t] ? 0 : column[t];
        }
    }

    private void handBack(int v, int block, int year, LossColumns columns, OperationTotals totals) {
        int next = 0;
        while (next < BLOCK) {
            Arrays.fill(group, false);
            int taken = 0;
            while (next < BLOCK && taken < groupSize) {
                group[next] = shortTrials[next];
                taken += group[next] ? 1 : 0;
                next++;
            }
            if (taken > 0) {
                trials.use(carried[v]);
                incidents.gate = carried[v];
                blocks.handBack(v, block, year, group, incidents, totals);
                settleGroup(v, year, columns, totals);
            }
        }
    }

    private void settleGroup(int v, int year, LossColumns columns, OperationTotals totals) {
        CompiledVariant variant = variants[v];
        int from = 0;
        while (from < incidents.size) {
            int slot = incidents.slot[from];
            int end = from;
            while (end < incidents.size && incidents.slot[end] == slot) {
                end++;
            }
            claimed[slot] = trials.settle(variant, year, from, end, grant[slot], available[slot]);
            granted[slot] = trials.granted();
            prorated[slot] = trials.ranShort();
            trials.write(variant, v, year, from, end, columns, totals);
            trials.draw(from, end);
            from = end;
        }
    }

    private void close(FundColumns fund, CompiledVariant variant, int v, int year, int count, LossColumns columns) {
        MeasureColumns measures = variant.measures;
        long[] closing = columns.column(v, year, measures.fundBalance);
        long[] claims = columns.column(v, year, measures.fundClaims);
        long[] proration = columns.column(v, year, measures.fundProration);
        int paidColumn = measures.sum[Measure.FUND.ordinal()];
        int levyColumn = measures.sum[Measure.LEVY.ordinal()];
        FundCalls calls = callBooks[v];
        for (int t = 0; t < count; t++) {
            long paid = paidColumn == MeasureColumns.NONE ? 0 : columns.column(v, year, paidColumn)[t];
            claims[t] = claimed[t];
            proration[t] = prorated[t] ? 1 : 0;
            if (deferred[t] > 0 && paid > 0) {
                long raised = Math.min(deferred[t], Math.max(0, paid - balance[t] - fund.loanLimit));
                columns.column(v, year, levyColumn)[t] += raised;
                balance[t] += raised;
            }
            long means = FundYear.means(balance[t], fund);
            long cash = Math.min(paid, means);
            long established = shortTrials[t] ? granted[t] : paid;
            // What levels will not release before the horizon is set aside like the rest of a grant.
            long taken = levelBooks[v] == null ? cash : Math.min(established, means);
            closing[t] = FundYear.close(balance[t], taken, fund);
            if (calls != null) {
                long arriving = 0;
                if (fund.calls) {
                    calls.schedule(fund, year, t, paid - cash, members.cap[t]);
                    arriving = calls.arriving(year, t);
                    columns.column(v, year, measures.sum[Measure.CALLS.ordinal()])[t] = arriving;
                }
                long paidOut = payOut(fund, variant, v, year, t, paid, taken + arriving);
                columns.column(v, year, measures.fundCash)[t] = paidOut;
                columns.column(v, year, measures.fundCarried)[t] = calls.carry(t, established, paidOut);
                ProvisionalLevels levels = levelBooks[v];
                closing[t] += levels == null ? 0 : levels.setAside(t);
            }
        }
        if (carried[v] != null && fund.calls) {
            long[] called = columns.column(v, year, measures.sum[Measure.CALLS.ordinal()]);
            carried[v].drawFromAll(fund.callWeight, called, count, paidIn);
        }
    }

    /** What is paid out of what came in: all of it, or as far as provisional levels allow. */
    private long payOut(FundColumns fund, CompiledVariant variant, int v, int year, int t, long paid, long money) {
        ProvisionalLevels levels = levelBooks[v];
        if (levels == null) {
            return money;
        }
        LayerColumns layers = variant.layers(year);
        long limit = Math.min(grant[t], TrialSettlement.fundCap(fund, layers, layers.poolLayerOf(FUND)));
        return levels.pay(fund, year, t, claimed[t], limit, paid, money);
    }
}
