package org.duecare.reports.page;

import org.duecare.settlement.Measure;

/** How each payer is painted: a colour, plain or hatched. */
record PayerFill(String id, String colour, boolean isSolid) {

    static PayerFill of(Measure payer) {
        return switch (payer) {
            case OPERATOR -> solid("operator", SeriesStyle.FIRST);
            case INSURER -> solid("insurer", SeriesStyle.THIRD);
            case REINSURER -> hatched("reinsurer", SeriesStyle.THIRD);
            case MUTUAL -> hatched("mutual", SeriesStyle.FIRST);
            case FUND -> solid("fund", SeriesStyle.FOURTH);
            case STATE -> hatched("state", SeriesStyle.FOURTH);
            default -> hatched("uncompensated", SeriesStyle.SECOND);
        };
    }

    private static PayerFill solid(String id, SeriesStyle style) {
        return new PayerFill(id, style.colour(), true);
    }

    private static PayerFill hatched(String id, SeriesStyle style) {
        return new PayerFill(id, style.colour(), false);
    }

    String paint() {
        return isSolid ? colour : "url(#hatch-" + id + ")";
    }

    /** The patterns that hatched payers refer to, once a page. */
    static void definitions(Html html) {
        html.open("svg", "width", "0", "height", "0", "aria-hidden", "true", "class", "definitions")
                .open("defs");
        for (Measure payer : Measure.values()) {
            PayerFill fill = of(payer);
            if (payer.isPayer() && !fill.isSolid) {
                html.open(
                        "pattern",
                        "id",
                        "hatch-" + fill.id,
                        "width",
                        "6",
                        "height",
                        "6",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)");
                html.empty("rect", "width", "6", "height", "6", "fill", "#fff");
                html.empty("rect", "width", "2", "height", "6", "fill", fill.colour);
                html.close("pattern");
            }
        }
        html.close("defs").close("svg");
    }
}
