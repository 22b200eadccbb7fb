package org.duecare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.assessment.Amounts;
import org.duecare.assessment.FundAdequacy;
import org.duecare.assessment.ReverseStress;
import org.duecare.assessment.StressAssessment;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;

/** The answers of a stress test on one screen. */
final class StressText {
    private static final List<Measure> COLUMNS =
            List.of(Measure.HARM, Measure.DAMAGES, Measure.INSURER, Measure.FUND, Measure.UNCOMPENSATED);

    private static final int SECTORS_SHOWN = 5;

    private StressText() {}

    static String of(StressAssessment stress) {
        StringBuilder text = new StringBuilder();
        if (!stress.disasters().isEmpty()) {
            text.append(Headlines.table(outcomes(stress))).append('\n');
        }
        stress.smallest()
                .forEach(smallest -> text.append(smallest(smallest, stress)).append('\n'));
        stress.adequacy().forEach(answer -> text.append(answer(answer, stress)).append('\n'));
        if (!stress.sectors().isEmpty()) {
            text.append(sectors(stress.sectors())).append('\n');
        }
        StressAssessment.CrossCheck check = stress.crossCheck();
        if (check != null) {
            text.append(crossCheck(check)).append('\n');
        }
        return text.toString();
    }

    private static List<List<String>> outcomes(StressAssessment stress) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("in the year of the disaster", "size", "variant"));
        COLUMNS.forEach(measure -> head.add(measure.key()));
        head.add("P(proration)");
        rows.add(head);
        for (ReverseStress.Outcome outcome : stress.disasters()) {
            List<String> row = new ArrayList<>(List.of(
                    outcome.disaster(), String.format(Locale.ROOT, "x %.3g", outcome.scale()), outcome.variant()));
            for (Measure measure : COLUMNS) {
                row.add(outcome.paid().stream()
                        .filter(payment -> payment.measure() == measure)
                        .map(payment -> Amounts.of(payment.mean().estimate(), stress.currency()))
                        .findFirst()
                        .orElse("-"));
            }
            RareEvent proration = outcome.proration();
            row.add(proration == null ? "-" : String.format(Locale.ROOT, "%.3g", proration.probability()));
            rows.add(row);
        }
        return rows;
    }

    private static String smallest(ReverseStress.Smallest smallest, StressAssessment stress) {
        if (!Double.isFinite(smallest.harm())) {
            return smallest.disaster() + ": no size searched exhausts the fund of " + smallest.variant() + " ("
                    + smallest.scale().reason() + ").";
        }
        return String.format(
                Locale.ROOT,
                "%s exhausts the fund of %s from %.3g times its stated size on (range %.3g to %.3g), that is %s of harm%s.",
                smallest.disaster(),
                smallest.variant(),
                smallest.scale().estimate(),
                smallest.scale().low(),
                smallest.scale().high(),
                Amounts.of(smallest.harm(), stress.currency()),
                confirmed(smallest.confirmed(), smallest.confirmation()));
    }

    private static String answer(FundAdequacy.Answer answer, StressAssessment stress) {
        ConfidenceInterval x = answer.answer();
        String wish = String.format(
                Locale.ROOT, "proration within %d years with probability %.3g", stress.years(), answer.bound());
        if (!Double.isFinite(x.estimate())) {
            return answer.what() + ": no answer for " + wish + " (" + x.reason() + ").";
        }
        boolean posture = !answer.what().contains(".");
        String now = posture ? "" : ", now " + number(answer.now());
        return String.format(
                Locale.ROOT,
                "%s: %s%s (range %s to %s%s) gives %s%s.",
                answer.what(),
                posture ? "a change by " : "",
                number(x.estimate()),
                number(x.low()),
                number(x.high()),
                now,
                wish,
                confirmed(answer.confirmed(), answer.confirmation()));
    }

    /** What an independent seed finds at the answer and at the ends of its range. */
    private static String confirmed(boolean confirmed, List<RareEvent> again) {
        return String.format(
                Locale.ROOT,
                "; another seed finds %.3g (+/- %.2g) there, %.3g and %.3g at the ends of the range: it %s",
                again.get(1).probability(),
                ConfidenceInterval.Z95 * again.get(1).standardError(),
                again.get(0).probability(),
                again.get(2).probability(),
                confirmed ? "agrees" : "does not agree");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1e4 ? "%.3e" : "%.3g", value);
    }

    /** The sectors whose fall matters most, the worst first. */
    private static String sectors(List<FundAdequacy.SectorFall> falls) {
        List<String> shown = falls.stream()
                .limit(SECTORS_SHOWN)
                .map(fall -> String.format(
                        Locale.ROOT,
                        "%s %.3g (+/- %.2g)",
                        fall.sector(),
                        fall.proration().probability(),
                        ConfidenceInterval.Z95 * fall.proration().standardError()))
                .toList();
        List<String> close = falls.stream()
                .skip(1)
                .filter(fall -> !fall.separable())
                .map(FundAdequacy.SectorFall::sector)
                .toList();
        return String.format(
                Locale.ROOT,
                "If the posture of one sector alone changes by %.3g, proration has probability: %s%s.%s",
                FundAdequacy.SCREENED_FALL,
                String.join(", ", shown),
                falls.size() > SECTORS_SHOWN ? ", ..." : "",
                close.isEmpty()
                        ? ""
                        : String.format(
                                "%nWhich sector is the worst is not known from these trials: %s cannot be told from %s.",
                                String.join(", ", close), falls.get(0).sector()));
    }

    private static String crossCheck(StressAssessment.CrossCheck check) {
        return String.format(
                Locale.ROOT,
                "Cross-check where %s is %s: weighted trials %.3g, relative standard error %.1f %%, %.0f effective, effective"
                        + " sample size %.0f; crude trials %.3g, relative standard error %.1f %%; %.1f standard errors"
                        + " apart.",
                check.what(),
                number(check.value()),
                check.weighted().probability(),
                100 * check.weighted().relativeError(),
                check.weighted().effectiveHits(),
                check.weighted().effectiveSampleSize(),
                check.crude().probability(),
                100 * check.crude().relativeError(),
                check.standardErrorsApart());
    }
}
