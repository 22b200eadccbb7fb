package org.duecare.reports.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A table of the page. Cells carry the number at full precision beside the text that people read. */
final class DataTable {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

    private static final String NONE = "none";

    private final String caption;
    private final List<String> heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** One cell; {@code value} is NaN for text. */
    record Cell(String text, double value) {
        static Cell of(String text) {
            return new Cell(text, Double.NaN);
        }

        static Cell none() {
            return of(NONE);
        }
    }

    DataTable(String caption, List<String> heads) {
        this.caption = caption;
        this.heads = List.copyOf(heads);
    }

    DataTable row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void writeTo(Html html) {
        html.open("div", "class", "scroll");
        html.open("table");
        html.element("caption", caption);
        html.open("thead").open("tr");
        for (int c = 0; c < heads.size(); c++) {
            html.element("th", heads.get(c), "scope", "col", "class", isText(c) ? "text" : "number");
        }
        html.close("tr").close("thead").open("tbody");
        for (List<Cell> row : rows) {
            html.open("tr");
            for (int c = 0; c < row.size(); c++) {
                Cell cell = row.get(c);
                if (c == 0) {
                    html.element("th", cell.text(), "scope", "row");
                } else if (Double.isFinite(cell.value())) {
                    number(html, cell);
                } else {
                    html.element("td", cell.text(), "class", cell.text().equals(NONE) ? "none" : "text");
                }
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private boolean isText(int c) {
        return rows.stream().map(row -> row.get(c)).allMatch(cell -> Double.isNaN(cell.value()));
    }

    /** The range, where there is one, stands on a line of its own. */
    private static void number(Html html, Cell cell) {
        int bracket = cell.text().indexOf(" (");
        html.open("td", "data-value", exact(cell.value()));
        if (bracket < 0) {
            html.text(cell.text());
        } else {
            html.text(cell.text().substring(0, bracket + 1))
                    .element("span", cell.text().substring(bracket + 1), "class", "range");
        }
        html.close("td");
    }

    /** All digits that a double keeps, alike on every Java version. */
    private static String exact(double value) {
        return new BigDecimal(value).round(FIFTEEN_DIGITS).stripTrailingZeros().toPlainString();
    }
}
