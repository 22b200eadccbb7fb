package org.duecare.reports.page;

import java.util.List;
import org.duecare.assessment.VictimAssessment;
import org.duecare.assessment.VictimAssessment.Group;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.statistics.ConfidenceInterval;

/** Who is harmed and who is paid on either side of the border; nothing where it was not asked for. */
final class VictimsSection {
    private final PageData data;

    VictimsSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<VictimAssessment> victims = data.assessment().victims();
        if (victims.isEmpty()) {
            return;
        }
        html.open("section", "id", "victims").element("h2", "Where the victims are");
        html.element(
                "p",
                "Harm by the territory in which victims live. At home: the operation runs in the same territory. The index"
                        + " of discrimination is 1 less the share paid abroad over the share paid at home; 0 is equal"
                        + " treatment.",
                "class",
                "note");
        for (VictimAssessment variant : victims) {
            html.element("h3", variant.variant());
            html.element("p", levels(variant));
            table(variant).writeTo(html);
        }
        html.close("section");
    }

    private static String levels(VictimAssessment variant) {
        ConfidenceInterval home = variant.levelHome();
        ConfidenceInterval abroad = variant.levelAbroad();
        ConfidenceInterval index = variant.discriminationIndex();
        StringBuilder text = new StringBuilder();
        if (home != null) {
            text.append("Paid of the harm to victims at home: ")
                    .append(Amounts.percent(home))
                    .append(". ");
        }
        if (abroad != null) {
            text.append("Abroad: ").append(Amounts.percent(abroad)).append(". ");
        }
        if (index != null) {
            text.append("Index of discrimination: ")
                    .append(Amounts.count(index))
                    .append('.');
        }
        return text.toString().strip();
    }

    private DataTable table(VictimAssessment variant) {
        String currency = data.currency();
        DataTable table = new DataTable(
                "Victims by territory: means a year in " + currency + ", 95 % range in brackets",
                List.of("Victims in", "Side", "Harm", "Paid", "Share paid"));
        for (Group group : variant.territories()) {
            table.row(List.of(
                    Cell.of(group.territory()),
                    Cell.of(group.home() ? "at home" : "abroad"),
                    new Cell(Amounts.money(group.harm(), currency), group.harm().estimate()),
                    new Cell(Amounts.money(group.paid(), currency), group.paid().estimate()),
                    new Cell(Amounts.percent(group.level()), group.level())));
        }
        return table;
    }
}
