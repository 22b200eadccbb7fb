package org.duecare.settlement;

import org.duecare.compensation.Layer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.ExclusionColumns;
import org.duecare.history.Incidents;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What policies ask of incidents beyond their amounts: whether insurers exclude them, and how long they lasted. Fills the
 * columns of {@link Settled} after damages are known, which do not depend on either.
 */
final class CoverMarks {
    private final CompiledWorld world;
    private final IncidentMarks marks;
    private final @Nullable ProviderHits providers;

    CoverMarks(CompiledWorld world, IncidentMarks marks, @Nullable ProviderHits providers) {
        this.world = world;
        this.marks = marks;
        this.providers = providers;
    }

    /** Marks the rows of an operator. */
    void fill(Incidents all, CompiledVariant variant, int v, int operator, int block, int year, Settled s) {
        ExclusionColumns exclusions = variant.exclusions;
        if (exclusions != null) {
            s.clearExcluded();
            exclude(exclusions, all, block, year, s);
        }
        if (variant.layers(year).waits()) {
            s.clearDurations();
            ProviderHits hits = providers;
            if (hits != null) {
                durations(hits, all, v, operator, year, s);
            }
        }
    }

    private void exclude(ExclusionColumns exclusions, Incidents all, int block, int year, Settled s) {
        for (int j = 0; j < s.size; j++) {
            int row = s.row[j];
            int segment = IncidentMarks.segmentOf(all, row);
            int pair = marks.pairOf(all, segment, row);
            s.excluded[j] = (pair < 0
                            ? pair != Incidents.STATED && exclusions.infrastructure
                            : stateBacked(exclusions, all, segment, row, pair, block, year))
                    ? 1
                    : 0;
        }
    }

    private boolean stateBacked(
            ExclusionColumns exclusions, Incidents all, int segment, int row, int pair, int block, int year) {
        long below = exclusions.below[world.pairs.threat[pair]];
        return below > 0 && marks.cell(all, segment, row, block, year, StreamId.ORIGIN) < below;
    }

    private void durations(ProviderHits hits, Incidents all, int v, int operator, int year, Settled s) {
        int first = world.operators.firstOperation[operator];
        int operation = 0;
        for (int j = 0; j < s.size; j++) {
            while (j >= s.operationEnd[operation]) {
                operation++;
            }
            int row = s.row[j];
            int segment = IncidentMarks.segmentOf(all, row);
            int pair = marks.pairOf(all, segment, row);
            if (pair < 0 && pair != Incidents.STATED) {
                int event = all.index[row];
                s.lasted[j] = millis(hits.events.hours[event]);
                s.start[j] = millis(
                        pair == Incidents.RECOURSE
                                ? world.providers.waiting[hits.events.root[event]]
                                : hits.start(
                                        v, year, first + operation, Incidents.rootOf(pair), event, all.success[row]));
            }
        }
    }

    private static long millis(double hours) {
        return (long) Math.min(1L << 52, hours * Layer.MILLIS_PER_HOUR + 0.5);
    }
}
