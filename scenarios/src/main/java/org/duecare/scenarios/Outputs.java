package org.duecare.scenarios;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** What a run writes. Nothing here changes a result, and nothing of it enters the scenario's hash. */
public record Outputs(
        @Key(
                doc =
                        "Tables written: exceedance, year_loss, operation, fund_path, burden, insurer_path; welfare and care where those blocks are given; event_loss, victim, posture and element_effect on request.",
                fallback = "[exceedance, year_loss, operation, fund_path, burden, insurer_path, welfare, care]")
        List<String> tables,

        @Key(
                doc = "Return periods of the exceedance tables, in years.",
                unit = "years",
                min = 1,
                aboveMin = true,
                fallback = "[2, 5, 10, 20, 25, 50, 100, 150, 200, 250, 500, 1000]")
        List<Double> returnPeriods,

        @Key(doc = "Points of the loss tolerance, drawn into the exceedance curve.", fallback = "[]")
        List<Tolerance> tolerance,

        @Key(
                doc =
                        "Whether to audit that equal risks of different territories get equal premium, finding and compensation; every incident is read again.",
                fallback = "false")
        boolean audit) {

    /** The tables there are. */
    public static final List<String> TABLES = List.of(
            "exceedance",
            "year_loss",
            "event_loss",
            "operation",
            "fund_path",
            "burden",
            "insurer_path",
            "victim",
            "welfare",
            "care",
            "posture",
            "element_effect");

    /** One point of the loss tolerance. */
    public record Tolerance(
            @Key(doc = "Return period.", unit = "years", min = 1, aboveMin = true)
            double returnPeriod,

            @Key(doc = "Loss tolerated at that return period.", unit = "money", min = 0)
            double loss) {
        /** Checks both. */
        public Tolerance {
            Require.that(returnPeriod > 1, "returnPeriod", "= " + returnPeriod + " must be above 1", "");
            Require.notNegative(loss, "loss");
        }
    }

    /** Checks names and order. */
    public Outputs {
        tables = List.copyOf(tables);
        returnPeriods = List.copyOf(returnPeriods);
        tolerance = List.copyOf(tolerance);
        for (String table : tables) {
            Require.that(
                    TABLES.contains(table),
                    "tables",
                    "name the unknown table '" + table + "'",
                    "There are " + String.join(", ", TABLES));
        }
        for (int i = 1; i < returnPeriods.size(); i++) {
            Require.that(
                    returnPeriods.get(i - 1) < returnPeriods.get(i),
                    "returnPeriods",
                    "must rise, found " + returnPeriods.get(i - 1) + " before " + returnPeriods.get(i),
                    "");
        }
    }
}
