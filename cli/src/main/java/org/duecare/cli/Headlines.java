package org.duecare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duecare.assessment.Amounts;
import org.duecare.assessment.Assessment;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;

/** The headline numbers on one screen. */
final class Headlines {
    private static final double RARE = 200;
    private static final List<Measure> COLUMNS = List.of(
            Measure.HARM, Measure.DAMAGES, Measure.OPERATOR, Measure.INSURER, Measure.FUND, Measure.UNCOMPENSATED);

    private Headlines() {}

    static String of(RunResult result, Assessment assessment) {
        String currency = result.scenario().currency();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("mean a year"));
        COLUMNS.forEach(measure -> head.add(measure.key()));
        head.add("harm 1 in 200");
        rows.add(head);
        for (Assessment.VariantAssessment variant : assessment.variants()) {
            List<String> row = new ArrayList<>(List.of(variant.variant()));
            for (Measure measure : COLUMNS) {
                row.add(mean(variant, measure).map(m -> amount(m, currency)).orElse("-"));
            }
            row.add(rare(variant, currency));
            rows.add(row);
        }
        StringBuilder text = new StringBuilder(table(rows)).append('\n');
        assessment.findings().forEach(finding -> text.append(finding).append('\n'));
        for (Assessment.Sharpness sharp : assessment.sharpness()) {
            text.append(sharpness(sharp, result)).append('\n');
        }
        assessment
                .warnings()
                .forEach(warning -> text.append("Note: ").append(warning).append('\n'));
        return text.toString();
    }

    /** The probability of proration and how well it is known. */
    private static String sharpness(Assessment.Sharpness sharp, RunResult result) {
        RareEvent rare = sharp.proration();
        String years = result.scenario().years() == 1
                ? "in the year"
                : "within " + result.scenario().years() + " years";
        if (rare.hits() == 0) {
            return String.format(
                    Locale.ROOT,
                    "%s: no trial of %d has a proration %s.",
                    sharp.variant(),
                    result.scenario().trials(),
                    years);
        }
        return String.format(
                Locale.ROOT,
                "%s: probability of proration %s %.3g, relative standard error %.1f %%, from %.0f effective trials"
                        + " (%s, effective sample size %.0f of %d).",
                sharp.variant(),
                years,
                rare.probability(),
                100 * rare.relativeError(),
                rare.effectiveHits(),
                result.weights().uniform() ? "crude" : "twist",
                rare.effectiveSampleSize(),
                result.scenario().trials());
    }

    private static Optional<ConfidenceInterval> mean(Assessment.VariantAssessment variant, Measure measure) {
        return variant.annual().stream()
                .filter(m -> m.measure() == measure)
                .map(Assessment.MeasureAssessment::mean)
                .findFirst();
    }

    private static String amount(ConfidenceInterval mean, String currency) {
        if (!Double.isFinite(mean.estimate())) {
            return "not finite";
        }
        double half = (mean.high() - mean.low()) / 2;
        String range = Double.isFinite(half) && mean.estimate() != 0
                ? String.format(Locale.ROOT, " ±%.1f%%", 100 * half / Math.abs(mean.estimate()))
                : "";
        return Amounts.of(mean.estimate(), currency) + range;
    }

    private static String rare(Assessment.VariantAssessment variant, String currency) {
        return variant.annual().stream()
                .filter(m -> m.measure() == Measure.HARM)
                .flatMap(m -> m.curves().stream())
                .filter(curve -> curve.year() == 0 && curve.type() == Assessment.EpType.AEP)
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.returnPeriod() == RARE
                        && Double.isFinite(point.loss().estimate()))
                .map(point -> Amounts.of(point.loss().estimate(), currency))
                .findFirst()
                .orElse("-");
    }

    /** Columns under each other: the first to the left, the others to the right. */
    static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                String pad = " ".repeat(width[c] - row.get(c).length());
                text.append(c == 0 ? row.get(c) + pad : "  " + pad + row.get(c));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
