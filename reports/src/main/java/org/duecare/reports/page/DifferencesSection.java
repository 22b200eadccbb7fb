package org.duecare.reports.page;

import java.util.List;
import org.duecare.assessment.Assessment.Difference;
import org.duecare.reports.page.DataTable.Cell;

/** Paired differences between variants; nothing where nothing is compared. */
final class DifferencesSection {
    private final PageData data;

    DifferencesSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<Difference> differences = data.assessment().differences();
        if (differences.isEmpty()) {
            return;
        }
        html.open("section", "id", "differences").element("h2", "What the variants change");
        html.element(
                "p",
                "Differences of means a year, trial by trial on the same history of attacks, so that chance common to both"
                        + " cancels.",
                "class",
                "note");
        DataTable table = new DataTable(
                "Differences of means a year, in " + data.currency() + ", 95 % range in brackets",
                List.of("Variant", "Compared with", "Measure", "Difference", "Apart from 0"));
        for (Difference difference : differences) {
            table.row(List.of(
                    Cell.of(difference.variant()),
                    Cell.of(difference.against()),
                    Cell.of(Words.label(difference.measure())),
                    new Cell(
                            Amounts.change(difference.mean(), data.currency()),
                            difference.mean().estimate()),
                    Cell.of(FindingSection.isApart(difference.mean()) ? "yes" : "no")));
        }
        table.writeTo(html);
        html.close("section");
    }
}
