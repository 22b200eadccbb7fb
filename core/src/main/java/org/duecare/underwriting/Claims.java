package org.duecare.underwriting;

import java.util.List;
import org.duecare.operation.RiskClass;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Key;

/** An insurer's record of claims. */
public record Claims(
        @Key(doc = "Its rows; or {file: claims.csv}, a table with a column for each key of a row.", fallback = "[]")
        List<ClaimsRow> rows) {
    /** Copies the rows. */
    public Claims {
        rows = List.copyOf(rows);
    }

    /** Exposure in policy-years. */
    public double exposure() {
        return rows.stream().mapToDouble(ClaimsRow::exposure).sum();
    }

    /** Number of claims. */
    public double claims() {
        return rows.stream().mapToDouble(ClaimsRow::claims).sum();
    }

    /** All that was paid. */
    public double amount() {
        return rows.stream().mapToDouble(ClaimsRow::amount).sum();
    }

    /** The name of a row in refusals; rows count from 0. */
    static String row(int row) {
        return "claims.rows[" + row + "]";
    }

    /** Refuses rows that do not say what a model needs. */
    void require(RiskClass.Dimension factor) {
        for (int i = 0; i < rows.size(); i++) {
            require(!rows.get(i).level(factor).isEmpty(), i, factor.key(), "it is a rating factor");
        }
    }

    /** Refuses a row that lacks a key, and says what needs it. */
    static void require(boolean given, int row, String key, String why) {
        if (!given) {
            throw new InvalidValueException(row(row), "has no " + key + ", but " + why, "Give every row its " + key);
        }
    }
}
