package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;

/** Who pays the harm, by variant. */
final class PayersSection {
    private final PageData data;

    PayersSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<VariantAssessment> variants = data.assessment().variants();
        List<Measure> payers = PayersChart.payers(variants);
        html.open("section", "id", "payers").element("h2", "Who pays");
        if (payers.isEmpty()) {
            html.element("p", "Third parties suffer no harm in any variant, so there is nothing to pay.");
            html.close("section");
            return;
        }
        html.open("figure");
        PayerFill.definitions(html);
        legend(html, payers);
        html.raw(new PayersChart(variants, data.currency())
                .svg("Who pays, mean a year by variant", description(payers)));
        html.element("figcaption", "Mean of a year, all years pooled. The parts of a bar add up to the harm.");
        table(payers).writeTo(html);
        if (variants.stream().anyMatch(variant -> !variant.layers().isEmpty())) {
            layers(variants).writeTo(html);
        }
        html.close("figure").close("section");
    }

    private static void legend(Html html, List<Measure> payers) {
        html.open("ul", "class", "legend");
        for (Measure payer : payers) {
            PayerFill fill = PayerFill.of(payer);
            html.open("li").open("svg", "width", "18", "height", "14", "aria-hidden", "true");
            html.empty(
                    "rect",
                    "x",
                    "0.5",
                    "y",
                    "0.5",
                    "width",
                    "17",
                    "height",
                    "13",
                    "fill",
                    fill.paint(),
                    "stroke",
                    fill.colour());
            html.close("svg").element("span", Words.label(payer)).close("li");
        }
        html.close("ul");
    }

    private String description(List<Measure> payers) {
        VariantAssessment main = data.main();
        List<String> parts = new ArrayList<>();
        for (Measure payer : payers) {
            parts.add(payer.key() + " " + Amounts.money(PayersChart.mean(main, payer), data.currency()));
        }
        return "Stacked bars, one a variant. " + main.variant() + ": " + String.join(", ", parts) + ".";
    }

    private DataTable table(List<Measure> payers) {
        List<String> heads = new ArrayList<>(List.of("Variant", Words.label(Measure.HARM)));
        payers.forEach(payer -> heads.add(Words.label(payer)));
        DataTable table = new DataTable("Who pays: mean a year with its 95 % range, in " + data.currency(), heads);
        List<Measure> columns = new ArrayList<>(List.of(Measure.HARM));
        columns.addAll(payers);
        for (VariantAssessment variant : data.assessment().variants()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(variant.variant())));
            for (Measure measure : columns) {
                row.add(PageData.measure(variant, measure)
                        .map(entry -> cell(entry.mean()))
                        .orElse(Cell.none()));
            }
            table.row(row);
        }
        return table;
    }

    private DataTable layers(List<VariantAssessment> variants) {
        DataTable table = new DataTable(
                "Layers with a name: mean a year with its 95 % range, in " + data.currency(),
                List.of("Variant", "Layer", "Payer", "Pays"));
        for (VariantAssessment variant : variants) {
            for (Assessment.LayerAssessment layer : variant.layers()) {
                table.row(List.of(
                        Cell.of(variant.variant()),
                        Cell.of(layer.layer()),
                        Cell.of(layer.payer()),
                        cell(layer.mean())));
            }
        }
        return table;
    }

    private Cell cell(ConfidenceInterval mean) {
        return new Cell(Amounts.money(mean, data.currency()), mean.estimate());
    }
}
