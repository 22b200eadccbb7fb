package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.settlement.Measure;

/** Exceedance curves, one figure a measure: interactive where scripts run, the same as a drawing elsewhere and in print. */
final class ExceedanceSection {
    /** Measures in the order of interest to the reader. */
    private static final List<Measure> ORDER = List.of(
            Measure.UNCOMPENSATED,
            Measure.INSURER,
            Measure.FUND,
            Measure.STATE,
            Measure.MUTUAL,
            Measure.HARM,
            Measure.OWN_LOSS);

    private static final int MOST_FIGURES = 4;

    private final PageData data;

    ExceedanceSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        html.open("section", "id", "curves").element("h2", "How bad a rare year is");
        html.element(
                "p",
                "A point on a curve: the loss of a year (across) is exceeded with the chance a year on the left scale. AEP"
                        + " counts the sum of a year, OEP its largest single event; the curves draw AEP"
                        + (isSingle() ? " and OEP." : ", the tables have both."),
                "class",
                "note");
        int figures = 0;
        for (Measure measure : ORDER) {
            List<ChartCurve> curves = curves(measure);
            if (figures < MOST_FIGURES
                    && curves.stream().anyMatch(curve -> !curve.points().isEmpty())) {
                figure(html, measure, curves);
                figures++;
            }
        }
        if (figures == 0) {
            html.element("p", "No measure has a positive loss at any return period within the data.");
        }
        html.close("section");
    }

    private boolean isSingle() {
        return data.assessment().variants().size() == 1;
    }

    private List<ChartCurve> curves(Measure measure) {
        List<ChartCurve> curves = new ArrayList<>();
        for (VariantAssessment variant : data.charted(SeriesStyle.COUNT)) {
            PageData.measure(variant, measure).ifPresent(entry -> {
                if (isSingle()) {
                    curves.add(ChartCurve.of("year's sum (AEP)", HeadlinePoints.all(entry, EpType.AEP)));
                    curves.add(ChartCurve.of("largest event (OEP)", HeadlinePoints.all(entry, EpType.OEP)));
                } else {
                    curves.add(ChartCurve.of(variant.variant(), HeadlinePoints.all(entry, EpType.AEP)));
                }
            });
        }
        boolean alike = curves.size() > 1
                && curves.stream()
                        .allMatch(curve -> curve.points().equals(curves.get(0).points()));
        if (alike) {
            String label = isSingle() ? "AEP and OEP" : "all variants alike";
            return List.of(new ChartCurve(label, curves.get(0).points()));
        }
        return curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
    }

    private void figure(Html html, Measure measure, List<ChartCurve> curves) {
        String title = Words.label(measure);
        html.open("figure", "class", "curves").element("h3", title);
        legend(html, curves);
        html.open("div", "class", "live", "hidden", "hidden", "aria-hidden", "true")
                .close("div");
        html.open("script", "type", "application/json", "class", "curve-data")
                .raw(ScriptData.of(curves, data.currency()))
                .close("script");
        html.raw(new ExceedanceChart(curves, data.currency()).svg(title, description(measure, curves)));
        caption(html, measure);
        html.open("details").element("summary", "The numbers of this figure");
        table(measure).writeTo(html);
        html.close("details").close("figure");
    }

    private static void legend(Html html, List<ChartCurve> curves) {
        html.open("ul", "class", "legend");
        for (int i = 0; i < curves.size(); i++) {
            SeriesStyle style = SeriesStyle.values()[i];
            html.open("li").open("svg", "width", "34", "height", "12", "aria-hidden", "true");
            html.empty(
                    "path",
                    "d",
                    "M0 6H34",
                    "stroke",
                    style.colour(),
                    "stroke-width",
                    "2",
                    "stroke-dasharray",
                    style.dash().isEmpty() ? "none" : style.dash());
            style.mark(html, 17, 6);
            html.close("svg").element("span", curves.get(i).label()).close("li");
        }
        html.close("ul");
    }

    private void caption(Html html, Measure measure) {
        int all = data.assessment().variants().size();
        int shown = data.charted(SeriesStyle.COUNT).size();
        String more = all > shown ? " " + (all - shown) + " more variants are in the table." : "";
        String zeros = data.charted(SeriesStyle.COUNT).stream()
                        .flatMap(variant -> PageData.measure(variant, measure).stream())
                        .flatMap(entry -> HeadlinePoints.all(entry, EpType.AEP).stream())
                        .anyMatch(point -> point.loss().estimate() == 0)
                ? " Where a curve starts further right or is missing, the loss is 0 at all shorter return periods."
                : "";
        html.element(
                "figcaption",
                "Shaded: 95 % range of the simulation; it ends where too few years lie beyond." + zeros + more);
    }

    private String description(Measure measure, List<ChartCurve> curves) {
        List<String> ends = new ArrayList<>();
        for (ChartCurve curve : curves) {
            ChartCurve.Point rarest = curve.points().get(curve.points().size() - 1);
            ends.add(curve.label() + ": " + Amounts.money(rarest.loss(), data.currency()) + " at 1 in "
                    + Amounts.plain(1 / rarest.probability()));
        }
        return "Exceedance curves of " + Words.subject(measure) + ". " + String.join("; ", ends) + ".";
    }

    private DataTable table(Measure measure) {
        DataTable table = new DataTable(
                Words.label(measure) + " by return period, in " + data.currency() + ", 95 % range in brackets",
                List.of("Variant", "Kind", "Return period", "Loss exceeded", "Mean beyond"));
        for (VariantAssessment variant : data.assessment().variants()) {
            PageData.measure(variant, measure).ifPresent(entry -> rows(table, variant, entry));
        }
        return table;
    }

    private void rows(DataTable table, VariantAssessment variant, MeasureAssessment entry) {
        for (EpType type : EpType.values()) {
            for (CurvePoint point : HeadlinePoints.all(entry, type)) {
                table.row(List.of(
                        Cell.of(variant.variant()),
                        Cell.of(type.name()),
                        new Cell("1 in " + Amounts.plain(point.returnPeriod()), point.returnPeriod()),
                        new Cell(
                                Amounts.money(point.loss(), data.currency()),
                                point.loss().estimate()),
                        new Cell(
                                Amounts.money(point.tvar(), data.currency()),
                                point.tvar().estimate())));
            }
        }
    }
}
