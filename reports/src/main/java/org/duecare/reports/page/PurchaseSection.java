package org.duecare.reports.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.duecare.operation.RiskClass;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Purchase;

/** Who buys cover by choice, and whether the careless are more among them; nothing where nobody has a choice. */
final class PurchaseSection {
    private final PageData data;

    PurchaseSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<Policy> chosen = data.run().scenario().policies().stream()
                .filter(policy -> policy.purchase() != null)
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        html.open("section", "id", "purchase").element("h2", "Who buys cover by choice");
        html.element(
                "p",
                "An operation buys if what it bears with cover, premium included, is worth more to it than what it bears"
                        + " without. Those who buy make the rate at which they are quoted.",
                "class",
                "note");
        for (Policy policy : chosen) {
            Purchase purchase = Objects.requireNonNull(policy.purchase());
            html.element("h3", policy.variant());
            html.element("p", sentence(purchase));
            table(purchase).writeTo(html);
        }
        html.close("section");
    }

    private static String sentence(Purchase purchase) {
        int offered = purchase.buys().size();
        String text = purchase.buyers() + " of " + offered + " operations buy, found in " + purchase.iterations()
                + (purchase.iterations() == 1 ? " round" : " rounds") + " of pricing and choice; "
                + (purchase.undecided() == 0
                        ? "nobody would choose otherwise at the last rates."
                        : purchase.undecided() + " would choose otherwise at the last rates.");
        Purchase.Joint joint = purchase.joint();
        if (joint != null) {
            text += " Care was chosen together with cover, in " + joint.rounds() + " rounds"
                    + (joint.converged()
                            ? "; the last moved nobody."
                            : "; the last still moved " + joint.switched() + " purchases, and care by up to "
                                    + Amounts.percent(joint.careChange()) + ".");
        }
        if (!Double.isFinite(purchase.claimsOfBuyers())) {
            return text + " The market has unravelled.";
        }
        double times = purchase.claimsOfBuyers() / purchase.claimsOfAll();
        return text + " Buyers claim " + Amounts.percent(times) + " of what all would, size for size.";
    }

    private DataTable table(Purchase purchase) {
        Map<String, int[]> byCare = new TreeMap<>();
        for (int i = 0; i < purchase.buys().size(); i++) {
            String care = RiskClass.of(data.run().operations().get(i)).posture();
            int[] counts = byCare.computeIfAbsent(care, key -> new int[2]);
            counts[0]++;
            counts[1] += purchase.buys().get(i) ? 1 : 0;
        }
        DataTable table = new DataTable(
                "Purchase by level of care at the start", List.of("Level of care, %", "Operations", "Buy", "Share"));
        byCare.forEach((care, counts) -> table.row(List.of(
                Cell.of(care),
                new Cell(Integer.toString(counts[0]), counts[0]),
                new Cell(Integer.toString(counts[1]), counts[1]),
                new Cell(Amounts.percent((double) counts[1] / counts[0]), (double) counts[1] / counts[0]))));
        return table;
    }
}
