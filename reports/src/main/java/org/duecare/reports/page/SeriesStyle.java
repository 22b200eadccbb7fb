package org.duecare.reports.page;

/**
 * Colours, dashes and markers of series. Each colour has a contrast of at least 4.5 : 1 on white; no two series differ by
 * colour alone.
 */
enum SeriesStyle {
    FIRST("#0b5394", "", "circle"),
    SECOND("#b04a00", "9 4", "square"),
    THIRD("#15703a", "2 4", "triangle"),
    FOURTH("#86198f", "12 4 2 4", "diamond");

    private final String colour;
    private final String dash;
    private final String marker;

    SeriesStyle(String colour, String dash, String marker) {
        this.colour = colour;
        this.dash = dash;
        this.marker = marker;
    }

    /** Most series of one chart. */
    static final int COUNT = 4;

    String colour() {
        return colour;
    }

    /** Lengths of dashes and gaps; empty for a solid line. */
    String dash() {
        return dash;
    }

    /** Draws the marker. */
    void mark(Html svg, double x, double y) {
        String px = Svg.number(x);
        String py = Svg.number(y);
        switch (marker) {
            case "circle" -> svg.empty("circle", "cx", px, "cy", py, "r", "3.5", "fill", colour);
            case "square" ->
                svg.empty(
                        "rect",
                        "x",
                        Svg.number(x - 3.2),
                        "y",
                        Svg.number(y - 3.2),
                        "width",
                        "6.4",
                        "height",
                        "6.4",
                        "fill",
                        colour);
            case "triangle" -> path(svg, "M" + px + " " + Svg.number(y - 4.2) + "l4.2 7.4h-8.4z");
            default -> path(svg, "M" + px + " " + Svg.number(y - 4.6) + "l4.6 4.6l-4.6 4.6l-4.6 -4.6z");
        }
    }

    private void path(Html svg, String d) {
        svg.empty("path", "d", d, "fill", colour);
    }
}
