package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.fund.FundLevy;
import org.duecare.quantity.Money;
import org.duecare.settlement.EventReader;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;

/**
 * What insurers pay in a pilot: sixteen blocks of trials at addresses of their own, spread over the years, settled without
 * the fund. One entry for each operation and trial-year with a payment, ordered by trial-year.
 */
final class Pilot {
    /** Number of blocks, part of the result's definition. */
    static final int BLOCKS = 16;

    /** What the seed is combined with: the letters PILOT. */
    private static final long ADDRESSES = 0x50494C4F54L;

    private final int[] trial;
    private final int[] operation;
    private final double[] paid;
    private final int[] incidents;
    private final double[] ceded;
    private final double refills;
    private final long[] damages;
    private final int[] claims;
    private final Entries beyond;
    private final Entries borne;

    private Pilot(
            int[] trial,
            int[] operation,
            double[] paid,
            int[] incidents,
            double[] ceded,
            double refills,
            long[] damages,
            int[] claims,
            Entries beyond,
            Entries borne) {
        this.beyond = beyond;
        this.borne = borne;
        this.trial = trial;
        this.operation = operation;
        this.paid = paid;
        this.incidents = incidents;
        this.ceded = ceded;
        this.refills = refills;
        this.damages = damages;
        this.claims = claims;
    }

    /** A scenario whose history is that of the pilot. */
    static CompiledScenario compile(Scenario scenario, List<Policy> policies) {
        return ScenarioCompiler.compile(
                scenario.with(scenario.seed() ^ ADDRESSES, BLOCKS * CompiledWorld.BLOCK, policies));
    }

    /** The pilot of one variant of a compiled pilot scenario. */
    static Pilot run(CompiledScenario compiled, int variant, int threads) {
        CompiledVariant[] variants = compiled.variants().toArray(CompiledVariant[]::new);
        Queue<EventReader> readers = new ConcurrentLinkedQueue<>();
        List<Callable<Part>> tasks = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            int number = block;
            tasks.add(() -> {
                EventReader idle = readers.poll();
                EventReader reader = idle == null ? new EventReader(compiled.world(), variants) : idle;
                Part part = new Part(compiled, reader, variant, number);
                readers.add(reader);
                return part;
            });
        }
        List<Part> parts = InParallel.run(tasks, threads);
        int size = parts.stream().mapToInt(part -> part.size).sum();
        int[] trial = new int[size];
        int[] operation = new int[size];
        double[] paid = new double[size];
        int[] incidents = new int[size];
        double[] ceded = new double[size];
        long refills = 0;
        long[] damages = new long[compiled.operations().size()];
        int[] claims = new int[damages.length];
        int from = 0;
        Entries beyond = new Entries();
        Entries borne = new Entries();
        for (Part part : parts) {
            beyond.addAll(part.beyond);
            borne.addAll(part.borne);
            System.arraycopy(part.trial, 0, trial, from, part.size);
            System.arraycopy(part.operation, 0, operation, from, part.size);
            System.arraycopy(part.paid, 0, paid, from, part.size);
            System.arraycopy(part.incidents, 0, incidents, from, part.size);
            System.arraycopy(part.ceded, 0, ceded, from, part.size);
            refills = Math.addExact(refills, part.refills);
            from += part.size;
            for (int i = 0; i < damages.length; i++) {
                damages[i] = Math.addExact(damages[i], part.damages[i]);
                claims[i] += part.claims[i];
            }
        }
        return new Pilot(
                trial,
                operation,
                paid,
                incidents,
                ceded,
                Money.main(refills) / trialYears(),
                damages,
                claims,
                beyond,
                borne);
    }

    /** Number of trial-years. */
    static int trialYears() {
        return BLOCKS * CompiledWorld.BLOCK;
    }

    /** Number of entries. */
    int size() {
        return paid.length;
    }

    /** Trial-year of an entry, from 0. */
    int trial(int entry) {
        return trial[entry];
    }

    /** Operation of an entry. */
    int operation(int entry) {
        return operation[entry];
    }

    /** Paid by insurers in the year, main units, above 0. */
    double paid(int entry) {
        return paid[entry];
    }

    /** Number of incidents that an entry's payments are for. */
    int incidents(int entry) {
        return incidents[entry];
    }

    /** What reinsurers pay of an entry, main units. */
    double ceded(int entry) {
        return ceded[entry];
    }

    /** Mean premium of the refills of treaties a year, main units. */
    double refills() {
        return refills;
    }

    /** Mean damages of an operation a year, main units. */
    double damages(int i) {
        return damages[i] / Money.MINOR_PER_MAIN / trialYears();
    }

    /** Yearly sums paid for an operation, added up over the pilot, main units. */
    double[] paidByOperation() {
        double[] sums = new double[claims.length];
        for (int e = 0; e < paid.length; e++) {
            sums[operation[e]] += paid[e];
        }
        return sums;
    }

    /** Number of incidents for which insurers paid for an operation. */
    int claims(int i) {
        return claims[i];
    }

    /**
     * What each operation bears itself, as the sums of those trial-years in which it bears something.
     *
     * @return {@code [operation][number]}, main units
     */
    double[][] borneByYear() {
        int[] count = new int[claims.length];
        int[] last = new int[claims.length];
        Arrays.fill(last, -1);
        for (int e = 0; e < borne.size; e++) {
            int i = borne.operation[e];
            count[i] += borne.trial[e] == last[i] ? 0 : 1;
            last[i] = borne.trial[e];
        }
        double[][] sums = new double[claims.length][];
        Arrays.setAll(sums, i -> new double[count[i]]);
        Arrays.fill(last, -1);
        Arrays.fill(count, 0);
        for (int e = 0; e < borne.size; e++) {
            int i = borne.operation[e];
            if (borne.trial[e] != last[i]) {
                count[i]++;
                last[i] = borne.trial[e];
            }
            sums[i][count[i] - 1] += borne.amount[e];
        }
        return sums;
    }

    /** Fair shares of operations in what operators, insurers and mutual leave of the damages, main units. */
    double[] fairShares(FundLevy levy) {
        return FairShares.of(
                levy,
                Arrays.copyOf(beyond.trial, beyond.size),
                Arrays.copyOf(beyond.operation, beyond.size),
                Arrays.copyOf(beyond.amount, beyond.size),
                trialYears(),
                claims.length);
    }

    /** Amounts by trial-year and operation. */
    private static final class Entries {
        private int size;
        private int[] trial = new int[1024];
        private int[] operation = new int[1024];
        private double[] amount = new double[1024];

        void add(int atTrial, int ofOperation, double value) {
            if (size == amount.length) {
                trial = Arrays.copyOf(trial, 2 * size);
                operation = Arrays.copyOf(operation, 2 * size);
                amount = Arrays.copyOf(amount, 2 * size);
            }
            trial[size] = atTrial;
            operation[size] = ofOperation;
            amount[size++] = value;
        }

        void addAll(Entries other) {
            for (int e = 0; e < other.size; e++) {
                add(other.trial[e], other.operation[e], other.amount[e]);
            }
        }
    }

    /** The entries of one block. */
    private static final class Part {
        private int size;
        private int[] trial = new int[1024];
        private int[] operation = new int[1024];
        private double[] paid = new double[1024];
        private int[] incidents = new int[1024];
        private double[] ceded = new double[1024];
        private final long refills;
        private final Entries beyond = new Entries();
        private final Entries borne = new Entries();
        private final long[] damages;
        private final int[] claims;
        private final long[] sum;
        private final int[] number;
        private final long[] toReinsurers;
        private final int[] touched;
        private int touchedCount;

        Part(CompiledScenario compiled, EventReader reader, int variant, int block) {
            int operations = compiled.operations().size();
            damages = new long[operations];
            claims = new int[operations];
            sum = new long[operations];
            number = new int[operations];
            toReinsurers = new long[operations];
            touched = new int[operations];
            int year = 1 + block * compiled.scenario().years() / BLOCKS;
            reader.openInsurers(variant);
            EventRows rows = reader.readPaid(variant, block, year);
            refills = reader.refills(variant);
            int last = -1;
            for (int row = 0; row < rows.size(); row++) {
                if (rows.slot(row) != last) {
                    close(block, last);
                    last = rows.slot(row);
                }
                add(rows, row);
                addBeyond(block, rows, row);
            }
            close(block, last);
        }

        private void add(EventRows rows, int row) {
            int i = rows.operation(row);
            damages[i] = Math.addExact(damages[i], rows.amount(Measure.DAMAGES, row));
            long amount = rows.amount(Measure.INSURER, row) + rows.amount(Measure.REINSURER, row);
            if (amount > 0) {
                if (sum[i] == 0) {
                    touched[touchedCount++] = i;
                }
                sum[i] += amount;
                number[i]++;
                toReinsurers[i] += rows.amount(Measure.REINSURER, row);
                claims[i]++;
            }
        }

        /** What operator, insurers and mutual leave of the damages: it reaches the fund. */
        private void addBeyond(int block, EventRows rows, int row) {
            long own = rows.amount(Measure.OPERATOR, row);
            if (own > 0) {
                borne.add(block * CompiledWorld.BLOCK + rows.slot(row), rows.operation(row), Money.main(own));
            }
            long left = rows.amount(Measure.DAMAGES, row)
                    - rows.amount(Measure.OPERATOR, row)
                    - rows.amount(Measure.INSURER, row)
                    - rows.amount(Measure.REINSURER, row)
                    - rows.amount(Measure.MUTUAL, row);
            if (left > 0) {
                beyond.add(block * CompiledWorld.BLOCK + rows.slot(row), rows.operation(row), Money.main(left));
            }
        }

        private void close(int block, int slot) {
            Arrays.sort(touched, 0, touchedCount);
            for (int k = 0; k < touchedCount; k++) {
                if (size == paid.length) {
                    trial = Arrays.copyOf(trial, 2 * size);
                    operation = Arrays.copyOf(operation, 2 * size);
                    paid = Arrays.copyOf(paid, 2 * size);
                    incidents = Arrays.copyOf(incidents, 2 * size);
                    ceded = Arrays.copyOf(ceded, 2 * size);
                }
                trial[size] = block * CompiledWorld.BLOCK + slot;
                operation[size] = touched[k];
                incidents[size] = number[touched[k]];
                ceded[size] = Money.main(toReinsurers[touched[k]]);
                paid[size++] = Money.main(sum[touched[k]]);
                sum[touched[k]] = 0;
                number[touched[k]] = 0;
                toReinsurers[touched[k]] = 0;
            }
            touchedCount = 0;
        }
    }
}
