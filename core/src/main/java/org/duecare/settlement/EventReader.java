package org.duecare.settlement;

import java.util.Arrays;
import java.util.Objects;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.jspecify.annotations.Nullable;

/** Looks single incidents up again after a run: regenerates a block's year from its addresses and settles it trial by trial. */
public final class EventReader {
    private final CompiledVariant[] variants;
    private final BlockSettlement blocks;
    private final TrialIncidents incidents;
    private final TrialSettlement trials;
    private final EventRows rows;
    private final @Nullable Market[] markets;
    private final boolean[] wanted = new boolean[CompiledWorld.BLOCK];
    private final CompiledWorld world;
    private @Nullable Replay replay;

    /** A reader for one world and its variants; not to be shared between threads. */
    public EventReader(CompiledWorld world, CompiledVariant[] variants) {
        this.world = world;
        this.variants = variants;
        this.blocks = new BlockSettlement(world, variants);
        this.incidents = new TrialIncidents(world);
        this.trials = new TrialSettlement(world, incidents);
        this.markets = Market.of(world, variants);
        this.rows = new EventRows(world, incidents, blocks.arrivals(), blocks.providers());
    }

    /**
     * Says what an insurer had before the next year read, by trial of the block; null before the first year. Not to be called
     * where insurers always pay and keep everything.
     *
     * @param capital at the end of the year before
     * @param claims of that year
     * @param paid of these
     */
    public void open(
            int v,
            int insurer,
            int count,
            long @Nullable [] capital,
            long @Nullable [] claims,
            long @Nullable [] paid) {
        Objects.requireNonNull(markets[v]).open(insurer, count, capital, claims, paid);
    }

    /** Makes ready a year of insurers that always pay, whatever they cede. */
    public void openInsurers(int v) {
        Market market = markets[v];
        if (market != null) {
            market.open(CompiledWorld.BLOCK);
        }
    }

    /** Premiums of the refills of treaties in all trials read since, minor units. */
    public long refills(int v) {
        Market market = markets[v];
        return market == null ? 0 : market.refills();
    }

    /**
     * The incidents of one variant, block and year without a fund, sorted by trial and, where nothing couples operators, by
     * operation: without time, origin and event, which prices do not ask for.
     */
    public EventRows readPaid(int v, int block, int year) {
        if (blocks.settleOwn(v, block, year, incidents)) {
            return rows;
        }
        long[] none = new long[CompiledWorld.BLOCK];
        return read(v, block, year, CompiledWorld.BLOCK, none, none, none);
    }

    /**
     * The incidents of one variant, block and year.
     *
     * @param count number of trials of the block that count
     * @param openings opening balance of the fund by trial of the block, minor units; not read without a fund
     * @param grants what the fund can grant in the year, calls included; read only where it calls upon members
     * @param means what of it comes in within the horizon; read only where it calls upon members
     */
    public EventRows read(int v, int block, int year, int count, long[] openings, long[] grants, long[] means) {
        Arrays.fill(wanted, false);
        Arrays.fill(wanted, 0, count, true);
        blocks.handBack(v, block, year, wanted, incidents, null);
        return settled(v, block, year, openings, grants, means);
    }

    /**
     * The incidents of one block and year of a variant in which net assets are carried. The years before it are settled again,
     * except where they were read just before: read years in rising order.
     *
     * @param count number of trials of the block that count
     */
    public EventRows readCarried(int v, int block, int year, int count) {
        Replay years = replay;
        if (years == null) {
            years = new Replay();
            replay = years;
        }
        return years.read(v, block, year, count);
    }

    /** Settles one variant of one block year after year, as far as it is asked for. */
    private final class Replay {
        private final LossColumns columns = new LossColumns(world, variants);
        private final OperationTotals totals = new OperationTotals(variants.length, world.operationCount());
        private int variant = -1;
        private int block = -1;
        private int last;

        EventRows read(int v, int ofBlock, int year, int count) {
            if (v != variant || ofBlock != block || year <= last) {
                columns.clear();
                variant = v;
                block = ofBlock;
                last = 0;
            }
            TrialIncidents settled = incidents;
            while (last < year) {
                last++;
                settled = blocks.pools().settleToLookAt(v, block, last, count, columns, totals);
            }
            EventRows found = new EventRows(world, settled, blocks.arrivals(), blocks.providers());
            found.open(v, block, year);
            return found;
        }
    }

    /** Makes the first year of a block ready for {@link #readOperator}. */
    public void open(int block) {
        Arrays.fill(wanted, true);
        blocks.startYear(block, 1);
    }

    /**
     * The incidents of one operator in the first year of the block that was opened, in a world without a fund.
     *
     * @param zeros as many as trials in a block
     */
    public EventRows readOperator(int v, int block, int operator, long[] zeros) {
        blocks.lookAt(v, block, operator, wanted, incidents);
        return settled(v, block, 1, zeros, zeros, zeros);
    }

    private EventRows settled(int v, int block, int year, long[] openings, long[] grants, long[] means) {
        FundColumns fund = variants[v].fund;
        trials.insuredBy(markets[v]);
        int from = 0;
        while (from < incidents.size) {
            int slot = incidents.slot[from];
            int end = from;
            while (end < incidents.size && incidents.slot[end] == slot) {
                end++;
            }
            boolean calls = fund != null && fund.paysLater();
            long balance = fund == null ? 0 : FundYear.means(FundYear.beforeClaims(openings[slot], fund, year), fund);
            trials.settle(variants[v], year, from, end, calls ? grants[slot] : balance, calls ? means[slot] : balance);
            trials.leaveUncompensated(from, end);
            from = end;
        }
        rows.open(v, block, year);
        return rows;
    }
}
