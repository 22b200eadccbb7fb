package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.duecare.assessment.Welfare;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.statistics.ConfidenceInterval;

/** What each variant costs everybody together; nothing where it was not asked for. */
final class WelfareSection {
    private final PageData data;

    WelfareSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<Welfare> welfare = data.assessment().welfare();
        if (welfare.isEmpty()) {
            return;
        }
        html.open("section", "id", "welfare").element("h2", "What each variant costs everybody together");
        html.element(
                "p",
                "Care, own loss, harm, administration and the cost of capital, whoever pays them; premiums, levies, damages"
                        + " and sanctions only move money and are not in it. Less is better. The last line adds what victims"
                        + " would give to have the mean of their uncompensated harm in place of the harm itself.",
                "class",
                "note");
        table(welfare).writeTo(html);
        List<Welfare> compared =
                welfare.stream().filter(variant -> variant.against() != null).toList();
        if (!compared.isEmpty()) {
            differences(compared).writeTo(html);
        }
        html.close("section");
    }

    private DataTable table(List<Welfare> welfare) {
        List<String> heads = new ArrayList<>(List.of("Cost"));
        welfare.forEach(variant -> heads.add(variant.variant()));
        DataTable table = new DataTable("Cost a year in " + data.currency() + ", 95 % range in brackets", heads);
        for (int i = 0; i < Welfare.Component.values().length; i++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(label(Welfare.Component.values()[i]))));
            for (Welfare variant : welfare) {
                ConfidenceInterval mean = variant.items().get(i).mean();
                row.add(new Cell(Amounts.money(mean, data.currency()), mean.estimate()));
            }
            table.row(row);
        }
        return table;
    }

    private DataTable differences(List<Welfare> compared) {
        List<String> heads = new ArrayList<>(List.of("Difference"));
        compared.forEach(variant -> heads.add(variant.variant()));
        DataTable table = new DataTable(
                "Change against " + compared.get(0).against() + " on the same history, a year in " + data.currency()
                        + ", 95 % range in brackets",
                heads);
        for (int i = 0; i < Welfare.Component.values().length; i++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(label(Welfare.Component.values()[i]))));
            for (Welfare variant : compared) {
                ConfidenceInterval mean = variant.differences().get(i).mean();
                row.add(new Cell(Amounts.change(mean, data.currency()), mean.estimate()));
            }
            table.row(row);
        }
        return table;
    }

    private static String label(Welfare.Component component) {
        return switch (component) {
            case CARE -> "Care";
            case OWN_LOSS -> "Own loss of operations";
            case HARM -> "Harm to third parties";
            case ADMINISTRATION -> "Administration";
            case COST_OF_CAPITAL -> "Cost of capital";
            case TOTAL -> "Together";
            case VICTIMS_RISK -> "Victims' risk";
            case TOTAL_WITH_RISK -> "Together, with victims' risk";
        };
    }
}
