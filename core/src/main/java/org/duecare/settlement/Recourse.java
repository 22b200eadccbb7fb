package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.ProviderColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.history.Incidents;
import org.duecare.history.ProviderEvents;
import org.duecare.random.DrawAddress;
import org.jspecify.annotations.Nullable;

/**
 * What of the harm of dependants falls back on the operation that a provider is: a share of what is left of it after what the
 * dependants' good neighbourliness avoids. The harm is where it was, and so are its victims; only who answers for it changes.
 */
public final class Recourse {
    private final ProviderColumns providers;
    private final CompiledVariant[] variants;
    private final ProviderHits hits;
    private final ProviderEvents events;

    /** Harm of the event last summed up, minor units. */
    long harm;

    /** The part of it that falls abroad, as seen from each dependant. */
    long foreign;

    private final Sink summing = this::add;

    /** Takes in what falls back of the harm of one dependant. */
    public interface Sink {
        /**
         * Takes it in.
         *
         * @param operation the dependant
         * @param harm minor units
         * @param foreign the part of it that falls abroad
         */
        void add(int operation, long harm, long foreign);
    }

    Recourse(ProviderColumns providers, CompiledVariant[] variants, ProviderHits hits) {
        this.providers = providers;
        this.variants = variants;
        this.hits = hits;
        this.events = hits.events;
    }

    /**
     * Appends the events of the providers that an operation runs; room and segments as for its other incidents, behind which they
     * stand, since they are no incidents of its own.
     *
     * @param alive variants of which any is to be hit, a bit each
     * @param wanted trials of the block that are wanted; null for all
     */
    void append(int operation, long alive, boolean @Nullable [] wanted, Incidents into) {
        for (int p : providers.run[operation]) {
            into.reserve(events.first[p + 1] - events.first[p]);
            for (int event = events.first[p]; event < events.first[p + 1]; event++) {
                if ((events.down(p, 0, event) & alive) != 0 && (wanted == null || wanted[events.slot[event]])) {
                    int row = into.size++;
                    into.slot[row] = events.slot[event];
                    into.index[row] = event;
                    into.success[row] = events.success[event];
                    into.ownLoss[row] = 0;
                    into.harm[row] = 0;
                    into.finding[row] = events.finding[event];
                }
            }
            into.closeSegment(operation, Incidents.RECOURSE, DrawAddress.CELLS);
        }
    }

    /** What of an amount falls back on the operation where an event began, under one variant. */
    long of(int v, int event, long amount) {
        double share = variants[v].recourse * providers.recourse[events.root[event]];
        return share == 0 ? 0 : (long) (amount * share);
    }

    /** Takes what falls back out of the harm of hits, once what is avoided of it is gone. */
    void takeOut(int v, Incidents all, int from, Settled out) {
        for (int j = from; j < out.size; j++) {
            int event = all.index[out.row[j]];
            out.harm[j] -= of(v, event, out.harm[j]);
            if (out.split) {
                out.foreignHarm[j] -= of(v, event, out.foreignHarm[j]);
            }
        }
    }

    /** Sums up what falls back of an event under one variant. */
    void sum(int v, int block, int year, int event) {
        harm = 0;
        foreign = 0;
        each(v, block, year, event, summing);
    }

    private void add(int operation, long ofHarm, long ofForeign) {
        harm = Math.addExact(harm, ofHarm);
        foreign += ofForeign;
    }

    /** Hands over what falls back of an event under one variant, dependant by dependant. */
    void each(int v, int block, int year, int event, Sink sink) {
        if (!hits.isDown(v, event) || of(v, event, Long.MAX_VALUE) == 0) {
            return;
        }
        for (int operation : providers.dependants[events.root[event]]) {
            if (hits.look(v, block, year, operation, event)) {
                VictimColumns victims = hits.posture(v, year, operation, event).victims;
                long abroad = victims == null ? 0 : VictimClaims.foreign(victims, operation, hits.harm);
                long left = victims == null ? hits.harm : VictimClaims.home(victims, operation, hits.harm) + abroad;
                sink.add(operation, of(v, event, left), of(v, event, abroad));
            }
        }
    }
}
