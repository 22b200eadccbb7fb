package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.assessment.FundAdequacy;
import org.duecare.assessment.ReverseStress;
import org.duecare.assessment.StressAssessment;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;
import org.jspecify.annotations.Nullable;

/** Named disasters, the smallest that exhausts the fund, what a bound on proration asks for; nothing where not asked for. */
final class StressSection {
    /** Amounts below are shown by their digits. */
    private static final double SMALL = 100;

    private final PageData data;

    StressSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        StressAssessment stress = data.assessment().stress();
        if (stress == null) {
            return;
        }
        html.open("section", "id", "stress").element("h2", "Under stress");
        html.element(
                "p",
                "A disaster happens in every trial, on top of everything else, and is settled by the same rules. In brackets:"
                        + " the 95 % range of the simulation; what it adds is the difference to the same year without it,"
                        + " on the same draws. Whether a disaster happens, and its size, are assumptions.",
                "class",
                "note");
        if (!stress.disasters().isEmpty()) {
            disasters(stress.disasters()).writeTo(html);
        }
        if (!stress.smallest().isEmpty()) {
            smallest(stress).writeTo(html);
        }
        if (!stress.adequacy().isEmpty()) {
            adequacy(stress).writeTo(html);
        }
        if (!stress.sectors().isEmpty()) {
            sectors(stress).writeTo(html);
        }
        StressAssessment.CrossCheck check = stress.crossCheck();
        if (check != null) {
            html.element("p", sentence(check));
        }
        html.close("section");
    }

    private DataTable disasters(List<ReverseStress.Outcome> outcomes) {
        List<Measure> columns = List.of(Measure.values()).stream()
                .filter(measure -> outcomes.stream().anyMatch(outcome -> payment(outcome, measure) != null))
                .toList();
        List<String> heads = new ArrayList<>(List.of("Disaster", "Size", "Variant"));
        columns.forEach(measure -> heads.add(Words.label(measure)));
        heads.add("Added uncompensated");
        heads.add("Chance of pro rata");
        DataTable table =
                new DataTable("In the last year of the disaster: means with 95 % range, in " + data.currency(), heads);
        for (ReverseStress.Outcome outcome : outcomes) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(outcome.disaster()),
                    new Cell("\u00d7 " + Amounts.plain(outcome.scale()), outcome.scale()),
                    Cell.of(outcome.variant())));
            columns.forEach(measure -> row.add(cell(payment(outcome, measure))));
            row.add(added(payment(outcome, Measure.UNCOMPENSATED)));
            row.add(chance(outcome.proration()));
            table.row(row);
        }
        return table;
    }

    private static ReverseStress.@Nullable Payment payment(ReverseStress.Outcome outcome, Measure measure) {
        return outcome.paid().stream()
                .filter(payment -> payment.measure() == measure)
                .findFirst()
                .orElse(null);
    }

    private Cell cell(ReverseStress.@Nullable Payment payment) {
        return payment == null
                ? Cell.none()
                : new Cell(
                        Amounts.money(payment.mean(), data.currency()),
                        payment.mean().estimate());
    }

    private Cell added(ReverseStress.@Nullable Payment payment) {
        if (payment == null) {
            return Cell.none();
        }
        double more = payment.mean().estimate() - payment.without();
        return new Cell(Amounts.change(more, data.currency()), more);
    }

    private static Cell chance(@Nullable RareEvent proration) {
        return proration == null ? Cell.none() : new Cell(Amounts.percent(range(proration)), proration.probability());
    }

    private static ConfidenceInterval range(RareEvent event) {
        double half = ConfidenceInterval.Z95 * event.standardError();
        return new ConfidenceInterval(
                event.probability(),
                Math.max(0, event.probability() - half),
                Math.min(1, event.probability() + half),
                null);
    }

    private DataTable smallest(StressAssessment stress) {
        DataTable table = new DataTable(
                "The smallest disaster that exhausts the fund of " + stress.variant(),
                List.of("Disaster", "Size", "Harm", "Another seed finds"));
        for (ReverseStress.Smallest one : stress.smallest()) {
            boolean found = Double.isFinite(one.harm());
            table.row(List.of(
                    Cell.of(one.disaster()),
                    new Cell(Amounts.count(one.scale()), one.scale().estimate()),
                    found ? new Cell(Amounts.money(one.harm(), data.currency()), one.harm()) : Cell.none(),
                    Cell.of(found ? ends(one) : "-")));
        }
        return table;
    }

    private static DataTable adequacy(StressAssessment stress) {
        double bound = stress.adequacy().get(0).bound();
        DataTable table = new DataTable(
                "What holds proration of the fund of " + stress.variant() + " within " + stress.years()
                        + " years at a chance of " + Amounts.percent(bound),
                List.of("Solved for", "Now", "Answer", "Another seed finds there"));
        for (FundAdequacy.Answer answer : stress.adequacy()) {
            boolean found = Double.isFinite(answer.answer().estimate());
            table.row(List.of(
                    Cell.of(answer.what()),
                    new Cell(Amounts.tick(answer.now()), answer.now()),
                    new Cell(amount(answer.answer()), answer.answer().estimate()),
                    Cell.of(found ? agrees(answer.confirmed(), answer.confirmation()) : "-")));
        }
        return table;
    }

    private static DataTable sectors(StressAssessment stress) {
        DataTable table = new DataTable(
                "If the care of one sector alone changes by " + Amounts.plain(FundAdequacy.SCREENED_FALL)
                        + ": the worst first",
                List.of("Sector", "Chance of pro rata", "Below the worst", "Told from the worst"));
        FundAdequacy.SectorFall worst = stress.sectors().get(0);
        stress.sectors()
                .forEach(fall -> table.row(List.of(
                        Cell.of(fall.sector()),
                        chance(fall.proration()),
                        fall == worst
                                ? Cell.none()
                                : new Cell(
                                        Amounts.percent(fall.behind()),
                                        fall.behind().estimate()),
                        Cell.of(fall == worst ? "-" : fall.separable() ? "yes" : "no"))));
        return table;
    }

    /** Money in short; rates and changes of posture, which are small, by their digits. */
    private static String amount(ConfidenceInterval answer) {
        boolean small = Math.abs(answer.estimate()) < SMALL;
        return small ? Amounts.count(answer) : Amounts.money(answer, "").strip();
    }

    /** What an independent seed finds at the ends of the range of sizes: the chance jumps from one to the other. */
    private static String ends(ReverseStress.Smallest one) {
        return String.format(
                Locale.ROOT,
                "%s: pro rata with %s at %.3g, %s at %.3g",
                one.confirmed() ? "agrees" : "does not agree",
                Amounts.percent(one.confirmation().get(0).probability()),
                one.scale().low(),
                Amounts.percent(one.confirmation().get(2).probability()),
                one.scale().high());
    }

    /** What an independent seed finds at the answer. */
    private static String agrees(boolean confirmed, List<RareEvent> again) {
        return (confirmed ? "agrees: " : "does not agree: ") + Amounts.percent(range(again.get(1)));
    }

    private static String sentence(StressAssessment.CrossCheck check) {
        return String.format(
                Locale.ROOT,
                "Check of the weights where %s is %s: weighted trials %.3g with a relative standard error of %.1f %%, %.0f"
                        + " effective; crude trials %.3g with %.1f %%; %.1f standard errors apart.",
                check.what(),
                Amounts.tick(check.value()),
                check.weighted().probability(),
                100 * check.weighted().relativeError(),
                check.weighted().effectiveHits(),
                check.crude().probability(),
                100 * check.crude().relativeError(),
                check.standardErrorsApart());
    }
}
