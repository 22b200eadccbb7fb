package org.duecare.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Vulnerability;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.settlement.Measure;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.VariantResult;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.StatedEvent;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;

/**
 * A run made up in memory: heavy-tailed harm handed down operator, insurer, fund, state. The numbers mean nothing; sums
 * add up and everything follows from the sizes given.
 */
public final class SampleRun {
    /** Shares of operations' totals are equal, so that tables by operation can be checked by hand. */
    private static final int OPERATIONS = 8;

    private static final double INF = Double.POSITIVE_INFINITY;

    private final String title;
    private final int trials;
    private final int years;
    private final List<String> variants;

    public SampleRun(String title, int trials, int years, List<String> variants) {
        this.title = title;
        this.trials = trials;
        this.years = years;
        this.variants = variants;
    }

    /** The run of most tests: three variants, five years. */
    public static SampleRun standard() {
        return new SampleRun(
                "Mandatory cover and a joint fund", 5000, 5, List.of("status-quo", "mandatory", "joint-fund"));
    }

    /** Scenario, columns and totals. */
    public RunResult result() {
        List<Operation> operations = operations();
        List<VariantResult> results = new ArrayList<>();
        for (String variant : variants) {
            results.add(new SampleVariant(variant, trials, years, hasFund(variant)));
        }
        return new RunResult(
                scenario(operations),
                operations,
                results,
                0,
                new java.util.concurrent.FutureTask<>(() -> "ab".repeat(32)),
                12_345.0,
                SampleRun::noEvents,
                org.duecare.statistics.TrialWeights.UNIFORM);
    }

    private static org.duecare.settlement.EventRows noEvents(int variant, int block, int year) {
        throw new IllegalStateException("the sample has no incidents to look up");
    }

    private static boolean hasFund(String variant) {
        return variant.contains("fund");
    }

    private Scenario scenario(List<Operation> operations) {
        Diligence diligence = new Diligence(
                new Vulnerability(Vulnerability.Form.NONE, 0, ElementValues.uniform(0)),
                new StandardOfCare(0.6, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0);
        StatedEvent event = new StatedEvent(
                "outage", 1, 0.5, new Adjustment.Where(null, null, null, null, 1), 1e6, 0, StatedEvent.Liable.TRUE);
        List<Policy> policies =
                variants.stream().map(name -> policy(name, diligence)).toList();
        return new Scenario(
                "sample",
                title,
                "EUR",
                20210309,
                1,
                trials,
                years,
                2026,
                Scenario.Generator.KEYED_HASH,
                new Portfolio(operations, List.of()),
                List.of(),
                List.of(),
                List.of(event),
                diligence,
                java.util.Map.of(),
                policies,
                variants.size() > 1 ? variants.get(0) : null,
                org.duecare.simulation.Accuracy.CRUDE);
    }

    private static Policy policy(String name, Diligence diligence) {
        LiabilityFund fund = hasFund(name)
                ? LiabilityFund.withBalance(2e8)
                        .levy(new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.REVENUE, 1e-3))
                        .build()
                : null;
        Liability liability = new Liability(
                Liability.Rule.STRICT,
                new Liability.CourtNoise(0, Liability.NoiseScope.EVENT),
                0,
                0,
                Liability.Causation.NONE);
        return new Policy(
                name,
                diligence,
                liability,
                null,
                List.of(Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS)),
                fund,
                List.of(),
                List.of(),
                Map.of());
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (int o = 0; o < OPERATIONS; o++) {
            operations.add(new Operation(
                    "op-" + o,
                    "operator-" + o / 2,
                    o % 2 == 0 ? "energy" : "health",
                    "DE",
                    1e8 * (o + 1),
                    INF,
                    INF,
                    1000,
                    ElementValues.uniform(0.5)));
        }
        return operations;
    }

    /** One variant, all columns in memory. */
    private static final class SampleVariant implements VariantResult, RunResult.FundPath {
        private final String name;
        private final boolean fund;
        private final Map<Measure, long[][]> sums = new TreeMap<>();
        private final long[][] incidents;
        private final long[][] balance;
        private final long[][] proration;

        SampleVariant(String name, int trials, int years, boolean fund) {
            this.name = name;
            this.fund = fund;
            for (Measure measure : measuresOf(fund)) {
                sums.put(measure, new long[years][trials]);
            }
            incidents = new long[years][trials];
            balance = new long[years][trials];
            proration = new long[years][trials];
            for (int trial = 0; trial < trials; trial++) {
                simulate(trial, years);
            }
        }

        private static List<Measure> measuresOf(boolean fund) {
            return fund
                    ? List.of(
                            Measure.OWN_LOSS,
                            Measure.HARM,
                            Measure.DAMAGES,
                            Measure.OPERATOR,
                            Measure.INSURER,
                            Measure.FUND,
                            Measure.UNCOMPENSATED,
                            Measure.LEVY)
                    : List.of(
                            Measure.OWN_LOSS,
                            Measure.HARM,
                            Measure.DAMAGES,
                            Measure.OPERATOR,
                            Measure.INSURER,
                            Measure.UNCOMPENSATED);
        }

        private void simulate(int trial, int years) {
            SplittableRandom random = new SplittableRandom(trial);
            long open = 200_000_000_00L;
            for (int y = 0; y < years; y++) {
                int count = random.nextInt(100) < 40 ? 1 + random.nextInt(3) : 0;
                incidents[y][trial] = count;
                long harm = 0;
                for (int i = 0; i < count; i++) {
                    harm += Math.min(
                            4_000_000_000_00L, (long) (200_000_000 / StrictMath.pow(1 - random.nextDouble(), 1.1)));
                }
                open = settle(trial, y, harm, open);
            }
        }

        private long settle(int trial, int y, long harm, long open) {
            put(Measure.OWN_LOSS, y, trial, harm / 3);
            put(Measure.HARM, y, trial, harm);
            put(Measure.DAMAGES, y, trial, harm);
            long operator = Math.min(harm, 1_000_000_00L);
            put(Measure.OPERATOR, y, trial, operator);
            long cover = name.contains("status") ? 5_000_000_00L : 20_000_000_00L;
            long insurer = Math.min(harm - operator, cover);
            put(Measure.INSURER, y, trial, insurer);
            long left = harm - operator - insurer;
            if (!fund) {
                put(Measure.UNCOMPENSATED, y, trial, left);
                return open;
            }
            long levy = 25_000_000_00L;
            long paid = Math.min(left, open + levy);
            put(Measure.LEVY, y, trial, levy);
            put(Measure.FUND, y, trial, paid);
            put(Measure.UNCOMPENSATED, y, trial, left - paid);
            balance[y][trial] = open + levy - paid;
            proration[y][trial] = paid < left ? 1 : 0;
            return balance[y][trial];
        }

        private void put(Measure measure, int y, int trial, long value) {
            long[][] column = sums.get(measure);
            if (column != null) {
                column[y][trial] = value;
            }
        }

        @Override
        public String variant() {
            return name;
        }

        @Override
        public List<Measure> measures() {
            return List.copyOf(sums.keySet());
        }

        @Override
        public TrialColumn sum(Measure measure, int year) {
            long[][] column = sums.get(measure);
            if (column == null) {
                throw new IllegalArgumentException(measure + " is not live");
            }
            return TrialColumn.of(column[year - 1]);
        }

        @Override
        public @Nullable TrialColumn max(Measure measure, int year) {
            return measure == Measure.LEVY ? null : sum(measure, year);
        }

        @Override
        public TrialColumn incidents(int year) {
            return TrialColumn.of(incidents[year - 1]);
        }

        @Override
        public TrialColumn breaches(int year) {
            return TrialColumn.of(incidents[year - 1]);
        }

        @Override
        public RunResult.@Nullable FundPath fund() {
            return fund ? this : null;
        }

        @Override
        public long[] operationTotals(Measure measure) {
            return equalShares(sums.getOrDefault(measure, new long[0][]));
        }

        @Override
        public long[] operationIncidents() {
            return equalShares(incidents);
        }

        @Override
        public long[] operationBreaches() {
            return equalShares(incidents);
        }

        /** Splits a total over the operations; the first takes what does not divide. */
        private static long[] equalShares(long[][] column) {
            long total = 0;
            for (long[] year : column) {
                for (long value : year) {
                    total += value;
                }
            }
            long[] shares = new long[OPERATIONS];
            java.util.Arrays.fill(shares, total / OPERATIONS);
            shares[0] += total % OPERATIONS;
            return shares;
        }

        @Override
        public double shortfall(int year, int operation) {
            return 0.1 * operation;
        }

        @Override
        public double posture(int year, int operation) {
            return 0.5;
        }

        @Override
        public double declaredPosture(int year, int operation) {
            return 0.6;
        }

        @Override
        public boolean insured(int operation) {
            return operation % 2 == 0;
        }

        @Override
        public TrialColumn balance(int year) {
            return TrialColumn.of(balance[year - 1]);
        }

        @Override
        public TrialColumn claims(int year) {
            long[] claims = sum(Measure.FUND, year).trials() == 0 ? new long[0] : new long[balance[0].length];
            sum(Measure.FUND, year).read(0, claims.length, claims);
            long[] unpaid = new long[claims.length];
            sum(Measure.UNCOMPENSATED, year).read(0, claims.length, unpaid);
            for (int t = 0; t < claims.length; t++) {
                claims[t] += unpaid[t];
            }
            return TrialColumn.of(claims);
        }

        @Override
        public TrialColumn proration(int year) {
            return TrialColumn.of(proration[year - 1]);
        }
    }
}
