package org.duecare.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.Curve;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.Difference;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.FundAssessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.CoverAssessment;
import org.duecare.quantity.Money;
import org.duecare.reports.table.ResultTable;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.FundPath;
import org.duecare.simulation.RunResult.VariantResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;

/** Plain estimates of a sample run, good enough to fill every corner of the results. */
public final class SampleAssessment {
    /** All tables but event_loss, which needs an engine behind the sample. */
    private static final List<ResultTable> TABLES =
            List.of(ResultTable.EXCEEDANCE, ResultTable.YEAR_LOSS, ResultTable.OPERATION, ResultTable.FUND_PATH);

    private static final double[] RETURN_PERIODS = {2, 5, 10, 20, 25, 50, 100, 150, 200, 250, 500, 1000};
    private static final double BAND = 1.96;

    private SampleAssessment() {}

    public static Assessment of(RunResult run) {
        List<VariantAssessment> variants =
                run.variants().stream().map(variant -> variant(run, variant)).toList();
        List<Difference> differences = new ArrayList<>();
        String against = run.scenario().compareTo();
        for (VariantAssessment variant : variants) {
            if (against != null && !variant.variant().equals(against)) {
                difference(variants.get(0), variant, differences);
            }
        }
        return new Assessment(
                variants,
                differences,
                List.of("Each trial holds " + run.scenario().years() + " years."),
                List.of("These numbers are made up."),
                List.of());
    }

    private static void difference(VariantAssessment base, VariantAssessment variant, List<Difference> differences) {
        for (MeasureAssessment entry : variant.annual()) {
            base.annual().stream()
                    .filter(other -> other.measure() == entry.measure())
                    .findFirst()
                    .ifPresent(other -> {
                        double change = entry.mean().estimate() - other.mean().estimate();
                        differences.add(new Difference(
                                variant.variant(),
                                base.variant(),
                                entry.measure(),
                                ConfidenceInterval.normal(change, Math.abs(change) / 20)));
                    });
        }
    }

    private static VariantAssessment variant(RunResult run, VariantResult variant) {
        List<MeasureAssessment> annual = new ArrayList<>();
        for (Measure measure : variant.measures()) {
            annual.add(measure(run, variant, measure));
        }
        double[] incidents = pooled(run, variant::incidents, 1);
        double mean = mean(incidents);
        ConfidenceInterval perYear = ConfidenceInterval.normal(mean, sd(incidents) / Math.sqrt(incidents.length));
        return new VariantAssessment(variant.variant(), annual, perYear, perYear, fund(run, variant), List.of());
    }

    private static MeasureAssessment measure(RunResult run, VariantResult variant, Measure measure) {
        double[] losses = pooled(run, year -> variant.sum(measure, year), Money.MINOR_PER_MAIN);
        double sd = sd(losses);
        Arrays.sort(losses);
        List<Curve> curves = new ArrayList<>(List.of(new Curve(0, EpType.AEP, points(losses))));
        if (measure != Measure.LEVY) {
            curves.add(new Curve(0, EpType.OEP, points(losses)));
        }
        for (int y = 1; y <= run.scenario().years() && run.scenario().years() > 1; y++) {
            int year = y;
            double[] own = pooledYear(run, variant.sum(measure, year), Money.MINOR_PER_MAIN);
            Arrays.sort(own);
            curves.add(new Curve(year, EpType.AEP, points(own)));
        }
        ConfidenceInterval mean = ConfidenceInterval.normal(mean(losses), sd / Math.sqrt(losses.length));
        Assessment.Exact exact =
                measure == Measure.HARM ? new Assessment.Exact(mean(losses) * 1.001, "closed form", 0.4) : null;
        return new MeasureAssessment(measure, mean, sd, exact, curves);
    }

    private static List<CurvePoint> points(double[] sorted) {
        List<CurvePoint> points = new ArrayList<>();
        for (double period : RETURN_PERIODS) {
            int rank = (int) (sorted.length / period);
            if (rank < 1) {
                ConfidenceInterval none = ConfidenceInterval.none("beyond the data");
                points.add(new CurvePoint(period, none, none));
                continue;
            }
            int spread = (int) Math.ceil(BAND * Math.sqrt(rank));
            double loss = sorted[sorted.length - rank];
            double high = rank > spread ? sorted[sorted.length - rank + spread] : Double.NaN;
            double low = sorted[Math.max(0, sorted.length - rank - spread)];
            String reason = rank > spread ? null : "fewer than five years beyond";
            double beyond = Arrays.stream(sorted, sorted.length - rank, sorted.length)
                    .average()
                    .orElse(loss);
            points.add(new CurvePoint(
                    period,
                    new ConfidenceInterval(loss, low, high, reason),
                    new ConfidenceInterval(beyond, low, high, reason)));
        }
        return points;
    }

    private static @Nullable FundAssessment fund(RunResult run, VariantResult variant) {
        FundPath path = variant.fund();
        if (path == null) {
            return null;
        }
        List<FundYear> years = new ArrayList<>();
        for (int year = 1; year <= run.scenario().years(); year++) {
            double[] balance = pooledYear(run, path.balance(year), Money.MINOR_PER_MAIN);
            double mean = mean(balance);
            Arrays.sort(balance);
            double[] quantiles = FundYear.BALANCE_LEVELS.stream()
                    .mapToDouble(level -> balance[(int) (level * (balance.length - 1))])
                    .toArray();
            double prorated = mean(pooledYear(run, path.proration(year), 1));
            double claims = mean(pooledYear(run, path.claims(year), Money.MINOR_PER_MAIN));
            double paid = mean(pooledYear(run, variant.sum(Measure.FUND, year), Money.MINOR_PER_MAIN));
            years.add(new FundYear(
                    year,
                    ConfidenceInterval.normal(mean, mean / 50),
                    quantiles,
                    mean(pooledYear(run, variant.sum(Measure.LEVY, year), Money.MINOR_PER_MAIN)),
                    claims,
                    paid,
                    new ConfidenceInterval(prorated, prorated * 0.9, prorated * 1.1, null),
                    claims == 0 ? Double.NaN : paid / claims));
        }
        return new FundAssessment(new ConfidenceInterval(0.034, 0.03, 0.038, null), years);
    }

    private interface ByYear {
        TrialColumn of(int year);
    }

    private static double[] pooled(RunResult run, ByYear columns, double unit) {
        double[] values = new double[run.scenario().trials() * run.scenario().years()];
        int at = 0;
        for (int year = 1; year <= run.scenario().years(); year++) {
            for (double value : pooledYear(run, columns.of(year), unit)) {
                values[at++] = value;
            }
        }
        return values;
    }

    private static double[] pooledYear(RunResult run, TrialColumn column, double unit) {
        long[] values = new long[run.scenario().trials()];
        column.read(0, values.length, values);
        return Arrays.stream(values).mapToDouble(value -> value / unit).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** A context with every field filled. */
    public static RunContext context() {
        return new RunContext(
                "0.1.0",
                "1",
                "0123abc",
                "duecare run sample.yaml",
                "scenario: sample\n",
                "cd".repeat(32),
                List.of(new RunContext.Input("operations.csv", "ef".repeat(32), 1234)),
                "OpenJDK 17.0.15",
                new java.util.TreeMap<>(java.util.Map.of("parquet-format", "1.17.0", "zstd-jni", "1.5.7-3")),
                new java.util.TreeMap<>(java.util.Map.of("simulate", 1.25, "write", 0.5)),
                123_456_789,
                List.of("a warning of the run"),
                TABLES,
                List.of(10.0, 100.0, 200.0, 1000.0));
    }

    /** The assessment of a run with insurers, treaties, exclusions and recoupment made up for its first variant. */
    public static Assessment covered(RunResult run) {
        Assessment plain = of(run);
        VariantAssessment first = plain.variants().get(0);
        ConfidenceInterval ten = new ConfidenceInterval(10, 9, 11, null);
        ConfidenceInterval rare = new ConfidenceInterval(0.1, 0.05, 0.2, null);
        CoverAssessment.InsurerYear year =
                new CoverAssessment.InsurerYear(1, ten, java.util.Collections.nCopies(7, 10.0), rare, 0.9);
        CoverAssessment.InsurerYear endless = new CoverAssessment.InsurerYear(1, null, List.of(), rare, 1);
        CoverAssessment.Insurers insurers = new CoverAssessment.Insurers(
                List.of(
                        new CoverAssessment.Insurer("first", true, rare, List.of(year)),
                        new CoverAssessment.Insurer("second", false, rare, List.of(endless))),
                ten,
                0.95,
                ten,
                ten,
                ten,
                List.of(new CoverAssessment.TreatyMean("quotaShare", ten)),
                List.of(new CoverAssessment.Capacity(CoverAssessment.Side.GROSS, 200, ten, ten)));
        Assessment.Difference moved = new Assessment.Difference(first.variant(), "joint-fund", Measure.FUND, ten);
        CoverAssessment cover = new CoverAssessment(
                insurers,
                new CoverAssessment.ExclusionCost("joint-fund", List.of(moved)),
                List.of(new CoverAssessment.Recouped("backstop", ten)));
        List<VariantAssessment> variants = new ArrayList<>(plain.variants());
        variants.set(
                0,
                new VariantAssessment(
                        first.variant(),
                        first.annual(),
                        first.incidentsPerYear(),
                        first.breachesPerYear(),
                        first.fund(),
                        first.premium(),
                        first.findings(),
                        first.layers(),
                        cover));
        return new Assessment(
                variants,
                plain.differences(),
                plain.findings(),
                plain.warnings(),
                plain.sharpness(),
                plain.onRequest());
    }
}
