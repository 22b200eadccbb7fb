package org.duecare.reports.page;

import java.util.List;
import org.duecare.assessment.DiscriminationAudit;
import org.duecare.assessment.DiscriminationAudit.Pair;
import org.duecare.assessment.DiscriminationAudit.Result;
import org.duecare.reports.page.DataTable.Cell;

/** Whether equal risks of different nationality were treated equally; nothing where nobody asked. */
final class AuditSection {
    private final PageData data;

    AuditSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<DiscriminationAudit> audits = data.assessment().audits();
        if (audits.isEmpty()) {
            return;
        }
        html.open("section", "id", "audit").element("h2", "Equal treatment");
        html.element(
                "p",
                "Operations that are equal in everything that is rated but their territory must get the same premium, be"
                        + " found liable as often, and have the same share of their harm compensated. A pair offends where"
                        + " it differs by more than 1 % of the larger value and by more than 4 standard errors. Index: the"
                        + " largest 1 less lower over higher.",
                "class",
                "note");
        for (DiscriminationAudit audit : audits) {
            html.element("h3", audit.variant());
            html.element("p", verdict(audit));
            if (audit.groups() > 0) {
                measures(audit).writeTo(html);
            }
            if (!audit.clean()) {
                offending(audit).writeTo(html);
            }
        }
        html.close("section");
    }

    private static String verdict(DiscriminationAudit audit) {
        if (audit.groups() == 0) {
            return "No two operations are equal but for their territory: nothing can be compared.";
        }
        String compared = audit.operations() + " operations in " + audit.groups()
                + (audit.groups() == 1 ? " group" : " groups") + " of equal risks were compared. ";
        long pairs = audit.measures().stream()
                .mapToLong(result -> result.offending().size())
                .sum();
        return compared
                + (audit.clean() ? "No pair offends." : pairs + (pairs == 1 ? " pair offends." : " pairs offend."));
    }

    private static DataTable measures(DiscriminationAudit audit) {
        DataTable table = new DataTable("What was compared", List.of("Measure", "Index", "Pairs", "Offending"));
        for (Result result : audit.measures()) {
            table.row(List.of(
                    Cell.of(result.what().key()),
                    new Cell(Amounts.percent(result.index()), result.index()),
                    new Cell(Integer.toString(result.pairs()), result.pairs()),
                    new Cell(
                            Integer.toString(result.offending().size()),
                            result.offending().size())));
        }
        return table;
    }

    private DataTable offending(DiscriminationAudit audit) {
        DataTable table = new DataTable(
                "Offending pairs, 95 % range of the difference in brackets",
                List.of("Measure", "Equal risks", "Higher in", "Lower in", "Higher", "Lower", "Difference"));
        for (Result result : audit.measures()) {
            for (Pair pair : result.offending()) {
                boolean money = result.what() == DiscriminationAudit.What.PREMIUM;
                table.row(List.of(
                        Cell.of(result.what().key()),
                        Cell.of(pair.group()),
                        Cell.of(pair.higher()),
                        Cell.of(pair.lower()),
                        new Cell(text(pair.higherValue(), money), pair.higherValue()),
                        new Cell(text(pair.lowerValue(), money), pair.lowerValue()),
                        new Cell(
                                money
                                        ? Amounts.money(pair.difference(), data.currency())
                                        : Amounts.percent(pair.difference()),
                                pair.difference().estimate())));
            }
        }
        return table;
    }

    private String text(double value, boolean money) {
        return money ? Amounts.money(value, data.currency()) : Amounts.percent(value);
    }
}
