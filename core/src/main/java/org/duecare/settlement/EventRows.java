package org.duecare.settlement;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.Incidents;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a block and year under one variant, each with what its payers bear, sorted by trial and canonical order.
 * A view that is valid until the next read.
 */
public final class EventRows {
    private static final double CELLS = 0x1p53;

    private final PairColumns pairs;
    private final int stated;
    private final Arrivals arrivals;
    private final @Nullable ProviderHits providers;
    private final TrialIncidents rows;
    private long[] number = new long[256];
    private int variant;
    private int block;
    private int year;

    EventRows(CompiledWorld world, TrialIncidents rows, Arrivals arrivals, @Nullable ProviderHits providers) {
        this.arrivals = arrivals;
        this.providers = providers;
        this.pairs = world.pairs;
        this.stated = world.events.count();
        this.rows = rows;
    }

    /** Says of which variant, block and year the rows are, and numbers the root causes of each trial in order of time. */
    void open(int ofVariant, int ofBlock, int ofYear) {
        variant = ofVariant;
        block = ofBlock;
        year = ofYear;
        numberEvents();
    }

    private void numberEvents() {
        if (number.length < rows.size) {
            number = new long[2 * rows.size];
        }
        int start = 0;
        long last = 0;
        while (start < rows.size) {
            int end = rows.eventEnd(start, rows.size);
            boolean sameTrial = start > 0 && rows.slot[rows.eventRow[start - 1]] == rows.slot[rows.eventRow[start]];
            last = sameTrial ? last + 1 : 1;
            for (int place = start; place < end; place++) {
                number[rows.eventRow[place]] = last;
            }
            start = end;
        }
    }

    /** Number of rows. */
    public int size() {
        return rows.size;
    }

    /** Trial within the block, from 0. */
    public int slot(int row) {
        return rows.slot[row];
    }

    /** Root cause: its number within the trial and year, from 1, in order of time. */
    public long event(int row) {
        return number[row];
    }

    /** Moment within the year, in (0, 1). */
    public double time(int row) {
        return (rows.timeCell[row] + 0.5) / CELLS;
    }

    /** Operation in the engine's order. */
    public int operation(int row) {
        return rows.operation[row];
    }

    /** Whether a row is harm of a provider's dependants for which the operation that the provider is answers. */
    public boolean isRecourse(int row) {
        return rows.pair[row] == Incidents.RECOURSE;
    }

    /** Hands over the harm of such a row, dependant by dependant. */
    public void eachDependant(int row, Recourse.Sink sink) {
        if (providers != null) {
            int event = rows.event[row] - stated - arrivals.clusters;
            providers.recourse.each(variant, block, year, event, sink);
        }
    }

    /** Operation at which the harm was done: not the one that answers where a secondary incident is its source's. */
    public int struck(int row) {
        return rows.pair[row] < 0 ? rows.operation[row] : pairs.operation[rows.pair[row]];
    }

    /** Threat in the engine's order; -1 for a stated event or one of a provider. */
    public int threat(int row) {
        return rows.pair[row] < 0 ? -1 : pairs.threat[rows.pair[row]];
    }

    /** Stated event; -1 for an attempt. */
    public int statedEvent(int row) {
        return rows.event[row] < stated ? rows.event[row] : -1;
    }

    /** Provider, in the order of identifiers, where the event began; -1 where it began at no provider. */
    public int provider(int row) {
        int event = rows.event[row] - stated - arrivals.clusters;
        return providers == null || event < 0 ? -1 : providers.events.root[event];
    }

    /** Whether the operator is liable. */
    public boolean liable(int row) {
        return rows.liable[row] != 0;
    }

    /** Whether a state stands behind the attempt; false for a stated event. No finding depends on it. */
    public boolean stateBacked(int row) {
        return rows.stateBacked[row] != 0;
    }

    /** The part of the harm that falls on victims in other territories, minor units. */
    public long foreignHarm(int row) {
        return rows.foreignHarm[row];
    }

    /** The part of the damages that is owed to victims in other territories, minor units. */
    public long foreignDamages(int row) {
        return rows.foreignDamages[row];
    }

    /** What of it the fund does not admit. */
    public long withheld(int row) {
        return rows.withheld[row];
    }

    /** Amount of a measure in minor units; 0 for measures that incidents do not have. */
    public long amount(Measure measure, int row) {
        long[] amounts = rows.amounts(measure.ordinal());
        return amounts.length == 0 ? 0 : amounts[row];
    }
}
