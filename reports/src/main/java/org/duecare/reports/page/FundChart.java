package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;

/** The balance of a fund over the years as a fan: ranges that hold 98, 90 and 50 % of the trials, and the median. */
final class FundChart {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 300;
    private static final double LEFT = 74;
    private static final double RIGHT = 120;
    private static final double TOP = 26;
    private static final double BOTTOM = 46;
    private static final String COLOUR = "#0b5394";
    private static final int MEDIAN = 3;
    private static final String[] BANDS = {"1 to 99 %", "5 to 95 %", "25 to 75 %"};
    private static final String[] OPACITIES = {"0.14", "0.2", "0.34"};
    private static final int MOST_YEAR_LABELS = 12;

    /** Quantiles by year, the opening balance first. */
    private final List<double[]> years;

    private final String currency;
    private final int firstYear;
    private final double high;

    FundChart(List<double[]> years, String currency, int firstYear) {
        this.years = years;
        this.currency = currency;
        this.firstYear = firstYear;
        double most =
                years.stream().mapToDouble(year -> year[year.length - 1]).max().orElse(1);
        List<Double> ticks = Svg.linearTicks(most > 0 ? most : 1);
        high = ticks.get(ticks.size() - 1);
    }

    String svg(String title, String description) {
        Html svg = new Html();
        Svg.open(svg, WIDTH, HEIGHT, title, description);
        axes(svg);
        for (int b = 0; b < BANDS.length; b++) {
            band(svg, b);
        }
        median(svg);
        labels(svg);
        return svg.close("svg").toString();
    }

    private void axes(Html svg) {
        for (double tick : Svg.linearTicks(high / 1.0001)) {
            Svg.line(svg, LEFT, y(tick), WIDTH - RIGHT, y(tick), "grid");
            Svg.label(svg, LEFT - 6, y(tick) + 4, "end", Amounts.tick(tick));
        }
        int step = 1 + (years.size() - 1) / MOST_YEAR_LABELS;
        for (int i = 0; i < years.size(); i += step) {
            Svg.label(
                    svg, x(i), HEIGHT - BOTTOM + 18, "middle", i == 0 ? "start" : Integer.toString(firstYear + i - 1));
        }
        Svg.line(svg, LEFT, y(0), WIDTH - RIGHT, y(0), "axis");
        Svg.label(svg, 4, 14, "start", "Balance at the end of the year, " + currency);
    }

    private void band(Html svg, int b) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < years.size(); i++) {
            point(path, i == 0 ? "M" : "L", i, years.get(i)[b]);
        }
        for (int i = years.size() - 1; i >= 0; i--) {
            point(path, "L", i, years.get(i)[2 * MEDIAN - b]);
        }
        svg.empty("path", "d", path + "Z", "fill", COLOUR, "fill-opacity", OPACITIES[b]);
    }

    private void median(Html svg) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < years.size(); i++) {
            point(path, i == 0 ? "M" : "L", i, years.get(i)[MEDIAN]);
        }
        svg.empty("path", "d", path.toString(), "fill", "none", "stroke", COLOUR, "stroke-width", "2.5");
    }

    /** Labels at the right end, moved apart where they would overlap. */
    private void labels(Html svg) {
        double[] last = years.get(years.size() - 1);
        List<String> texts = new ArrayList<>(List.of("99 %", "95 %", "75 %", "median", "25 %", "5 %", "1 %"));
        double below = Double.NEGATIVE_INFINITY;
        double[] places = new double[texts.size()];
        for (int k = 0; k < places.length; k++) {
            places[k] = Math.max(y(last[last.length - 1 - k]) + 4, below + 13);
            below = places[k];
        }
        double over = Math.max(0, below - (HEIGHT - BOTTOM + 6));
        for (int k = places.length - 1; k >= 0 && over > 0; k--) {
            double limit = HEIGHT - BOTTOM + 6 - 13 * (places.length - 1 - k);
            places[k] = Math.min(places[k], limit);
        }
        for (int k = 0; k < places.length; k++) {
            double at = y(last[last.length - 1 - k]);
            Svg.line(svg, WIDTH - RIGHT, at, WIDTH - RIGHT + 10, places[k] - 4, "lead");
            Svg.label(
                    svg,
                    WIDTH - RIGHT + 13,
                    places[k],
                    "start",
                    texts.get(k) + " "
                            + Amounts.money(last[last.length - 1 - k], "").strip());
        }
    }

    private void point(StringBuilder path, String command, int i, double value) {
        path.append(command).append(Svg.number(x(i))).append(' ').append(Svg.number(y(value)));
    }

    private double x(int i) {
        return LEFT + (WIDTH - LEFT - RIGHT) * i / Math.max(1, years.size() - 1);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / high * (HEIGHT - TOP - BOTTOM);
    }
}
