package org.duecare.reports.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Small things that all charts need. */
final class Svg {
    private Svg() {}

    /** A coordinate with two decimals. */
    static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Opens a chart with its alternative text. */
    static void open(Html html, double width, double height, String title, String description) {
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "width",
                number(width),
                "height",
                number(height),
                "role",
                "img",
                "class",
                "chart");
        html.element("title", title);
        html.element("desc", description);
    }

    static void line(Html html, double x1, double y1, double x2, double y2, String kind) {
        html.empty("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", kind);
    }

    static void label(Html html, double x, double y, String anchor, String text) {
        html.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    /** Decades in a range, with 2 and 5 in between where there are few. */
    static List<Double> logTicks(double low, double high) {
        int from = (int) Math.floor(Math.log10(low));
        int to = (int) Math.ceil(Math.log10(high));
        double[] steps = to - from <= 3 ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int decade = from; decade <= to; decade++) {
            for (double step : steps) {
                double tick = step * Math.pow(10, decade);
                if (tick >= low * 0.999 && tick <= high * 1.001) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** Four to eight round values from 0 to at least {@code high}. */
    static List<Double> linearTicks(double high) {
        double raw = high / 5;
        double base = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = base * (raw / base <= 1 ? 1 : raw / base <= 2 ? 2 : raw / base <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (int k = 0; k * step < high + step * 0.999; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }
}
