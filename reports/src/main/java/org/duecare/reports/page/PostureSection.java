package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.diligence.DiligenceElement;
import org.duecare.reports.PosturePath;
import org.duecare.reports.page.DataTable.Cell;

/** The care held: mean level of each element in the first and the last year; nothing where it is not known. */
final class PostureSection {
    private final PageData data;

    PostureSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<PosturePath> paths = PosturePath.of(data.run());
        if (paths.isEmpty()) {
            return;
        }
        html.open("section", "id", "posture").element("h2", "The care held");
        html.element(
                "p",
                "Mean over the operations of what they hold at the start of the year, as far as it reaches where they run;"
                        + " 1 is all that the art of the year offers. What is learnt from incidents differs by trial and is"
                        + " left out.",
                "class",
                "note");
        List<String> heads = new ArrayList<>(List.of("Variant", "Year"));
        for (DiligenceElement element : DiligenceElement.values()) {
            heads.add(Words.ofKey(element.key()));
        }
        heads.add("shortfall");
        DataTable table = new DataTable("Mean level by element, first and last year", heads);
        for (PosturePath path : paths) {
            row(table, path, path.years().get(0));
            if (path.years().size() > 1) {
                row(table, path, path.years().get(path.years().size() - 1));
            }
        }
        table.writeTo(html);
        html.close("section");
    }

    private static void row(DataTable table, PosturePath path, PosturePath.Year year) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(path.variant()));
        cells.add(new Cell(Integer.toString(year.year()), year.year()));
        for (double level : year.elements()) {
            cells.add(new Cell(String.format(Locale.ROOT, "%.3f", level), level));
        }
        cells.add(new Cell(String.format(Locale.ROOT, "%.3f", year.shortfall()), year.shortfall()));
        table.row(cells);
    }
}
