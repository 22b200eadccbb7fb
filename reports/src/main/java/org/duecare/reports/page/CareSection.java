package org.duecare.reports.page;

import java.util.List;
import java.util.Locale;
import org.duecare.behaviour.CareBill;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.simulation.ChosenCare;
import org.duecare.simulation.ChosenCare.ClassChoice;
import org.duecare.simulation.Policy;

/** The care that operators choose under each variant; nothing where they hold what they hold. */
final class CareSection {
    /** Classes of a variant that are shown; the table care holds all. */
    private static final int MOST_CLASSES = 12;

    private final PageData data;

    CareSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<Policy> responding = data.run().scenario().policies().stream()
                .filter(policy -> policy.care() != null)
                .toList();
        if (responding.isEmpty()) {
            return;
        }
        html.open("section", "id", "care").element("h2", "What care operators choose");
        html.element(
                "p",
                "Each class holds the level of care that costs its operators least: care, premium, levy, damages they pay"
                        + " themselves, own loss and sanctions together, in expectation before the first trial. These are"
                        + " not simulated and have no range.",
                "class",
                "note");
        summary(responding).writeTo(html);
        for (Policy policy : responding) {
            ChosenCare care = policy.care();
            if (care != null && care.classes().size() > 1) {
                html.element("h3", policy.variant());
                classes(care).writeTo(html);
            }
        }
        html.close("section");
    }

    private DataTable summary(List<Policy> responding) {
        DataTable table = new DataTable(
                "Chosen care by variant; amounts a year in " + data.currency(),
                List.of(
                        "Variant",
                        "Care before",
                        "Care chosen",
                        "Of insured",
                        "Of uninsured",
                        "Cost of care",
                        "Premium",
                        "Retained",
                        "Sweeps",
                        "Residual"));
        for (Policy policy : responding) {
            ChosenCare care = policy.care();
            if (care != null) {
                table.row(row(policy.variant(), care));
            }
        }
        return table;
    }

    private List<Cell> row(String variant, ChosenCare care) {
        CareBill bill = care.classes().stream().map(ClassChoice::bill).reduce(CareBill.NONE, CareBill::plus);
        List<ClassChoice> insured =
                care.classes().stream().filter(ClassChoice::insured).toList();
        List<ClassChoice> others =
                care.classes().stream().filter(choice -> !choice.insured()).toList();
        return List.of(
                Cell.of(variant),
                level(mean(care.classes(), true)),
                level(mean(care.classes(), false)),
                level(mean(insured, false)),
                level(mean(others, false)),
                money(bill.care()),
                money(bill.premium()),
                money(bill.retained()),
                new Cell(Integer.toString(care.sweeps()), care.sweeps()),
                new Cell(String.format(Locale.ROOT, "%.1g", care.residual()), care.residual()));
    }

    /** Mean level over operations; NaN over none. */
    private static double mean(List<ClassChoice> choices, boolean before) {
        double sum = 0;
        int count = 0;
        for (ClassChoice choice : choices) {
            sum += choice.operations() * (before ? choice.before() : choice.care());
            count += choice.operations();
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private DataTable classes(ChosenCare care) {
        boolean cut = care.classes().size() > MOST_CLASSES;
        DataTable table = new DataTable(
                (cut ? "The " + MOST_CLASSES + " largest of " + care.classes().size() + " classes" : "Classes")
                        + "; amounts a year in " + data.currency() + " for all operations of the class",
                List.of("Class", "Cover", "Operations", "Before", "Chosen", "Cost of care", "Premium", "Retained"));
        care.classes().stream()
                .sorted((a, b) -> b.operations() - a.operations())
                .limit(MOST_CLASSES)
                .forEach(choice -> table.row(List.of(
                        Cell.of(choice.riskClass().sector() + ", "
                                + choice.riskClass().territory() + ", "
                                + choice.riskClass().size() + ", "
                                + choice.riskClass().posture() + " %"
                                + (choice.riskClass().assurance().equals("none")
                                        ? ""
                                        : ", " + choice.riskClass().assurance())),
                        Cell.of(choice.insured() ? "insured" : "uninsured"),
                        new Cell(Integer.toString(choice.operations()), choice.operations()),
                        level(choice.before()),
                        level(choice.care()),
                        money(choice.bill().care()),
                        money(choice.bill().premium()),
                        money(choice.bill().retained()))));
        return table;
    }

    private static Cell level(double level) {
        return Double.isNaN(level) ? Cell.none() : new Cell(Amounts.plain(level), level);
    }

    private Cell money(double amount) {
        return new Cell(Amounts.money(amount, data.currency()), amount);
    }
}
