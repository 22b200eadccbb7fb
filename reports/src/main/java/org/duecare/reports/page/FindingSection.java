package org.duecare.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.Difference;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;

/** The answer in two sentences, each number with its range; then what the assessment found and warns of. */
final class FindingSection {
    /** The rarity of the second sentence where there is nothing to compare. */
    private static final double RARE = 200;

    private final PageData data;

    FindingSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        html.open("section", "id", "finding").element("h2", "Finding");
        html.element("p", first() + " " + second(), "class", "finding");
        List<String> found = data.assessment().findings();
        list(html, "Also", found);
        list(html, "Before using the numbers", data.assessment().warnings());
        html.element(
                "p",
                "Ranges in brackets are 95 % ranges of the simulation alone: they say how far the number of trials pins a"
                        + " figure down, not how sure its assumptions are.",
                "class",
                "note");
        html.close("section");
    }

    private static void list(Html html, String head, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        html.element("h3", head).open("ul");
        texts.forEach(text -> html.element("li", text));
        html.close("ul");
    }

    private String first() {
        VariantAssessment main = data.main();
        String under = data.assessment().variants().size() > 1 ? "Under " + main.variant() + ", " : "";
        Optional<MeasureAssessment> harm = PageData.measure(main, Measure.HARM);
        if (harm.isEmpty()) {
            return PageData.measure(main, Measure.OWN_LOSS)
                    .map(loss -> capital(under + "operations lose " + amount(loss.mean()) + " in an average year."))
                    .orElse("Nothing is lost in this scenario.");
        }
        String unpaid = PageData.measure(main, Measure.UNCOMPENSATED)
                .map(entry -> ", of which " + amount(entry.mean()) + " is paid by nobody.")
                .orElse("; all of it is paid by someone.");
        return capital(
                under + "third parties suffer harm of " + amount(harm.get().mean()) + " in an average year" + unpaid);
    }

    private String second() {
        Optional<Difference> largest = data.assessment().differences().stream()
                .filter(difference -> difference.measure() == Measure.UNCOMPENSATED
                        && Double.isFinite(difference.mean().estimate()))
                .max(Comparator.comparingDouble(
                        difference -> Math.abs(difference.mean().estimate())));
        return largest.map(this::compared).orElseGet(this::rareYear);
    }

    private String compared(Difference difference) {
        ConfidenceInterval mean = difference.mean();
        String pair = "Compared with " + difference.against() + ", " + difference.variant();
        if (isApart(mean)) {
            ConfidenceInterval size = mean.estimate() < 0
                    ? new ConfidenceInterval(-mean.estimate(), -mean.high(), -mean.low(), null)
                    : mean;
            return pair + (mean.estimate() < 0 ? " lowers " : " raises ") + "what nobody pays by " + amount(size)
                    + " a year.";
        }
        return pair + " changes what nobody pays by " + Amounts.change(mean, data.currency())
                + " a year, which these trials cannot tell from no change.";
    }

    /** Whether an interval leaves 0 out. */
    static boolean isApart(ConfidenceInterval interval) {
        return interval.low() > 0 || interval.high() < 0;
    }

    private String rareYear() {
        for (Measure measure : List.of(Measure.UNCOMPENSATED, Measure.HARM, Measure.OWN_LOSS)) {
            Optional<CurvePoint> point = PageData.measure(data.main(), measure)
                    .flatMap(entry -> HeadlinePoints.all(entry, EpType.AEP).stream()
                            .filter(candidate -> candidate.returnPeriod() <= RARE
                                    && Double.isFinite(candidate.loss().estimate()))
                            .reduce((a, b) -> b));
            if (point.isPresent()) {
                return "In 1 year out of " + Amounts.plain(point.get().returnPeriod()) + ", " + Words.subject(measure)
                        + " exceeds " + amount(point.get().loss()) + ".";
            }
        }
        return "No return period lies within the trials.";
    }

    private String amount(ConfidenceInterval interval) {
        return Amounts.money(interval, data.currency());
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
