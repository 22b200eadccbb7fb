package org.duecare.reports.page;

import java.util.List;
import java.util.Locale;
import org.duecare.assessment.ElementEffects;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;

/** What each of the nine elements does; nothing unless asked for. */
final class ElementsSection {
    private final PageData data;

    ElementsSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        ElementEffects elements = data.assessment().elements();
        if (elements == null) {
            return;
        }
        html.open("section", "id", "elements").element("h2", "What each element of due diligence does");
        html.element(
                "p",
                "Everybody moved from level 0 of one element to level 1 at the start of the first year, everything else as"
                        + " under " + elements.variant()
                        + ", on the same history of attacks: the change of the mean a year,"
                        + " paired over " + elements.trials()
                        + " trials. An element that is not listed with an outcome does"
                        + " not move it.",
                "class",
                "note");
        DataTable table = new DataTable(
                "Level 1 less level 0, money in " + data.currency() + ", 95 % range in brackets",
                List.of("Element", "Outcome", "Change a year", "Apart from 0"));
        for (ElementEffects.Effect effect : elements.effects()) {
            ConfidenceInterval difference = effect.difference();
            table.row(List.of(
                    Cell.of(Words.ofKey(effect.element().key())),
                    Cell.of(outcome(effect.outcome())),
                    new Cell(change(effect), difference.estimate()),
                    Cell.of(FindingSection.isApart(difference) ? "yes" : "no")));
        }
        table.writeTo(html);
        html.close("section");
    }

    private static String outcome(String key) {
        for (Measure measure : Measure.values()) {
            if (measure.key().equals(key)) {
                return Words.label(measure);
            }
        }
        return "Incidents";
    }

    private String change(ElementEffects.Effect effect) {
        ConfidenceInterval difference = effect.difference();
        return effect.outcome().equals(ElementEffects.INCIDENTS)
                ? String.format(
                                Locale.ROOT,
                                "%+.4g (%+.4g to %+.4g)",
                                difference.estimate(),
                                difference.low(),
                                difference.high())
                        .replace('-', '\u2212')
                : Amounts.change(difference, data.currency());
    }
}
