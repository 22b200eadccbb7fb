package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CareColumns;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.MeasureColumns;
import org.duecare.premium.Premium;
import org.duecare.settlement.LargestRemainder;
import org.duecare.settlement.Measure;
import org.duecare.settlement.OperationTotals;
import org.duecare.statistics.ColumnStore;
import org.duecare.statistics.ExactSum;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;

/** The results of one variant, read from the store that the run was collected into. */
final class CollectedVariant implements RunResult.VariantResult {
    private static final int CHUNK = 8192;
    private static final Measure[] MEASURES = Measure.values();

    private final CompiledScenario compiled;
    private final int index;
    private final CompiledVariant variant;
    private final ColumnStore store;
    private final OperationTotals totals;
    private final long[] levies;
    private final long[] calls;

    CollectedVariant(CompiledScenario compiled, int index, ColumnStore store, OperationTotals totals) {
        this.compiled = compiled;
        this.index = index;
        this.variant = compiled.variants().get(index);
        this.store = store;
        this.totals = totals;
        this.levies = levies();
        this.calls = calls();
    }

    /** All levies of the run, split over operations by what each owes in an uncut year. */
    private long[] levies() {
        long[] shares = new long[compiled.world().operationCount()];
        if (variant.fund != null && measures().contains(Measure.LEVY)) {
            int first = 1;
            for (int year = 1; year <= compiled.scenario().years(); year++) {
                boolean last = year == compiled.scenario().years();
                if (last || variant.fund.levy[year] != variant.fund.levy[year - 1]) {
                    split(Measure.LEVY, first, year, variant.fund.levy[year - 1], shares);
                    first = year + 1;
                }
            }
        }
        return shares;
    }

    /** All calls of the run, the same for each operator, within an operator at its first operation. */
    private long[] calls() {
        long[] shares = new long[compiled.world().operationCount()];
        if (variant.fund != null && measures().contains(Measure.CALLS)) {
            long[] members = new long[shares.length];
            int[] first = compiled.world().operators.firstOperation;
            for (int operator = 0; operator < first.length - 1; operator++) {
                members[first[operator]] = 1;
            }
            split(Measure.CALLS, 1, compiled.scenario().years(), members, shares);
        }
        return shares;
    }

    /** What care costs in all years and trials of the run, by operation. */
    private long[] careCost() {
        long[] totals = new long[compiled.world().operationCount()];
        CareColumns care = variant.care;
        for (int year = 1; care != null && year <= compiled.scenario().years(); year++) {
            long[] ofYear = care.ofOperation[variant.phaseOfYear[year - 1]];
            for (int i = 0; i < totals.length; i++) {
                long all = Math.multiplyExact(ofYear[i], compiled.scenario().trials());
                totals[i] = Math.addExact(totals[i], all);
            }
        }
        return totals;
    }

    /** Adds the split of a measure's sum over some years to the shares. */
    private void split(Measure measure, int first, int last, long[] weights, long[] shares) {
        ExactSum sum = new ExactSum();
        for (int year = first; year <= last; year++) {
            add(sum, sum(measure, year));
        }
        long[] part = new long[shares.length];
        new LargestRemainder()
                .split(sum.value().longValueExact(), weights, compiled.world().operators.rank, 0, part.length, part);
        for (int i = 0; i < shares.length; i++) {
            shares[i] += part[i];
        }
    }

    private static void add(ExactSum sum, TrialColumn column) {
        long[] chunk = new long[CHUNK];
        for (int from = 0; from < column.trials(); from += CHUNK) {
            int count = Math.min(CHUNK, column.trials() - from);
            column.read(from, count, chunk);
            sum.add(chunk, 0, count);
        }
    }

    private TrialColumn column(int year, int column) {
        return store.column(RunCollector.number(compiled, index, year, column));
    }

    @Override
    public String variant() {
        return variant.variant;
    }

    @Override
    public List<Measure> measures() {
        return Arrays.stream(Measure.values())
                .filter(measure -> variant.measures.sum[measure.ordinal()] != MeasureColumns.NONE)
                .toList();
    }

    @Override
    public TrialColumn sum(Measure measure, int year) {
        return column(year, variant.measures.sum[measure.ordinal()]);
    }

    @Override
    public @Nullable TrialColumn max(Measure measure, int year) {
        int column = variant.measures.max[measure.ordinal()];
        return column == MeasureColumns.NONE ? null : column(year, column);
    }

    @Override
    public Measure sameAs(Measure measure) {
        return MEASURES[variant.measures.sharedWith[measure.ordinal()]];
    }

    @Override
    public TrialColumn incidents(int year) {
        return column(year, variant.measures.incidents);
    }

    @Override
    public TrialColumn breaches(int year) {
        return column(year, variant.measures.breaches);
    }

    @Override
    public List<RunResult.NamedLayer> layers() {
        List<RunResult.NamedLayer> layers = new ArrayList<>();
        for (int layer = 0; layer < variant.layers.count; layer++) {
            int column = variant.measures.layer[layer];
            String name = variant.layers.name[layer];
            if (column != MeasureColumns.NONE && name != null) {
                String payer = Payer.values()[variant.layers.payer[layer]].key();
                layers.add(new RunResult.NamedLayer(name, payer, year -> column(year, column)));
            }
        }
        return layers;
    }

    @Override
    public RunResult.@Nullable FundPath fund() {
        return variant.fund == null ? null : new Path();
    }

    private final class Path implements RunResult.FundPath, RunResult.CallPath {
        @Override
        public TrialColumn balance(int year) {
            return column(year, variant.measures.fundBalance);
        }

        @Override
        public TrialColumn claims(int year) {
            return column(year, variant.measures.fundClaims);
        }

        @Override
        public TrialColumn proration(int year) {
            return column(year, variant.measures.fundProration);
        }

        @Override
        public RunResult.@Nullable CallPath calls() {
            return variant.measures.fundCash == MeasureColumns.NONE ? null : this;
        }

        @Override
        public TrialColumn carried(int year) {
            return column(year, variant.measures.fundCarried);
        }

        @Override
        public TrialColumn cash(int year) {
            return column(year, variant.measures.fundCash);
        }

        @Override
        public TrialColumn grant(int year) {
            return column(year, variant.measures.fundGrant);
        }

        @Override
        public TrialColumn means(int year) {
            return column(year, variant.measures.fundMeans);
        }
    }

    @Override
    public long[] operationTotals(Measure measure) {
        if (measure == Measure.CALLS) {
            return calls;
        }
        if (measure == Measure.CARE_COST) {
            return careCost();
        }
        return measure == Measure.LEVY ? levies : totals.money(index, variant.measures.sharedWith[measure.ordinal()]);
    }

    @Override
    public long[] operationIncidents() {
        return totals.incidents(index);
    }

    @Override
    public long[] operationBreaches() {
        return totals.breaches(index);
    }

    @Override
    public double shortfall(int year, int operation) {
        return variant.phase(year).shortfall[operation];
    }

    @Override
    public double posture(int year, int operation) {
        return variant.phase(year).held[operation];
    }

    @Override
    public List<Double> elementMeans(int year) {
        return Arrays.stream(variant.phase(year).elementMeans).boxed().toList();
    }

    @Override
    public double declaredPosture(int year, int operation) {
        return variant.phase(year).declared[operation];
    }

    @Override
    public boolean insured(int operation) {
        return variant.layers.insured[operation];
    }

    @Override
    public @Nullable Premium premium(int operation) {
        ExAntePrices prices = compiled.prices().get(variant.variant);
        return prices == null || prices.rule() == null ? null : prices.premium(operation);
    }
}
