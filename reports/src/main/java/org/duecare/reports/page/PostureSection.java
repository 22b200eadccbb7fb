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
        List<String> heads = new ArrayList<>(List.of("Element"));
        List<PosturePath.Year> shown = new ArrayList<>();
        for (PosturePath path : paths) {
            show(path, path.years().get(0), heads, shown);
            if (path.years().size() > 1) {
                show(path, path.years().get(path.years().size() - 1), heads, shown);
            }
        }
        DataTable table = new DataTable("Mean level by element, first and last year", heads);
        for (DiligenceElement element : DiligenceElement.values()) {
            row(table, Words.ofKey(element.key()), shown, element.ordinal());
        }
        row(table, "shortfall", shown, DiligenceElement.COUNT);
        table.writeTo(html);
        html.close("section");
    }

    private static void show(
            PosturePath path, PosturePath.Year year, List<String> heads, List<PosturePath.Year> shown) {
        heads.add(path.variant() + ", year " + year.year());
        shown.add(year);
    }

    private static void row(DataTable table, String name, List<PosturePath.Year> shown, int element) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
        for (PosturePath.Year year : shown) {
            double value = element < DiligenceElement.COUNT ? year.elements().get(element) : year.shortfall();
            cells.add(new Cell(String.format(Locale.ROOT, "%.3f", value), value));
        }
        table.row(cells);
    }
}
