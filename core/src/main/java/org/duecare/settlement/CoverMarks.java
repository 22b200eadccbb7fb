package org.duecare.settlement;

import org.duecare.compensation.Layer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.ExclusionColumns;
import org.duecare.history.Incidents;
import org.duecare.history.Origins;
import org.jspecify.annotations.Nullable;

/**
 * What policies ask of incidents beyond their amounts: whether insurers exclude them, and how long they lasted. Fills the
 * columns of {@link Settled} after damages are known, which do not depend on either.
 */
final class CoverMarks {
    private final CompiledWorld world;
    private final Origins origins;
    private final @Nullable ProviderHits providers;

    CoverMarks(CompiledWorld world, Origins origins, @Nullable ProviderHits providers) {
        this.world = world;
        this.origins = origins;
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
        int segment = 0;
        for (int j = 0; j < s.size; j++) {
            int row = s.row[j];
            segment = segmentOf(all, segment, row);
            int pair = all.segmentPair[segment];
            boolean excluded = pair < 0
                    ? pair != Incidents.STATED && exclusions.infrastructure
                    : origins.below(all, segment, row, block, year, exclusions.below[world.pairs.threat[pair]]);
            s.excluded[j] = excluded ? 1 : 0;
        }
    }

    /** Rows arrive in the order of their segments. */
    private static int segmentOf(Incidents all, int segment, int row) {
        int now = segment;
        while (all.segmentEnd[now] <= row) {
            now++;
        }
        return now;
    }

    private void durations(ProviderHits hits, Incidents all, int v, int operator, int year, Settled s) {
        int segment = 0;
        int first = world.operators.firstOperation[operator];
        int operation = 0;
        for (int j = 0; j < s.size; j++) {
            while (j >= s.operationEnd[operation]) {
                operation++;
            }
            int row = s.row[j];
            segment = segmentOf(all, segment, row);
            int pair = all.segmentPair[segment];
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
