package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.duecare.assessment.FundRisk;
import org.duecare.statistics.ConfidenceInterval;

/** How likely a fund has failed by the end of each year: two lines with their 95 % ranges. */
final class RuinChart {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 240;
    private static final double LEFT = 74;
    private static final double RIGHT = 150;
    private static final double TOP = 26;
    private static final double BOTTOM = 46;
    private static final String RUIN = "#a61c00";
    private static final String DEPLETION = "#0b5394";
    private static final int MOST_YEAR_LABELS = 12;
    private static final double LABEL_HEIGHT = 14;

    private final List<FundRisk.Year> years;
    private final int firstYear;
    private final double high;

    RuinChart(List<FundRisk.Year> years, int firstYear) {
        this.years = years;
        this.firstYear = firstYear;
        double most = 0;
        for (FundRisk.Year year : years) {
            most = Math.max(most, Math.max(upper(year.ruin()), upper(year.depletion())));
        }
        List<Double> ticks = Svg.linearTicks(most > 0 ? most : 1);
        high = ticks.get(ticks.size() - 1);
    }

    private static double upper(ConfidenceInterval interval) {
        return Double.isFinite(interval.high()) ? interval.high() : interval.estimate();
    }

    String svg(String title, String description) {
        Html svg = new Html();
        Svg.open(svg, WIDTH, HEIGHT, title, description);
        axes(svg);
        line(svg, FundRisk.Year::depletion, DEPLETION);
        line(svg, FundRisk.Year::ruin, RUIN);
        labels(svg);
        return svg.close("svg").toString();
    }

    private void axes(Html svg) {
        for (double tick : Svg.linearTicks(high / 1.0001)) {
            Svg.line(svg, LEFT, y(tick), WIDTH - RIGHT, y(tick), "grid");
            Svg.label(svg, LEFT - 6, y(tick) + 4, "end", Amounts.percent(tick));
        }
        int step = 1 + (years.size() - 1) / MOST_YEAR_LABELS;
        for (int i = 0; i < years.size(); i += step) {
            Svg.label(svg, x(i), HEIGHT - BOTTOM + 18, "middle", Integer.toString(firstYear + i));
        }
        Svg.line(svg, LEFT, y(0), WIDTH - RIGHT, y(0), "axis");
        Svg.label(svg, 4, 14, "start", "Probability by the end of the year");
    }

    private void line(Html svg, Function<FundRisk.Year, ConfidenceInterval> what, String colour) {
        StringBuilder band = new StringBuilder();
        StringBuilder middle = new StringBuilder();
        for (int i = 0; i < years.size(); i++) {
            ConfidenceInterval at = what.apply(years.get(i));
            point(band, i == 0 ? "M" : "L", i, upper(at));
            point(middle, i == 0 ? "M" : "L", i, at.estimate());
        }
        for (int i = years.size() - 1; i >= 0; i--) {
            ConfidenceInterval at = what.apply(years.get(i));
            point(band, "L", i, Double.isFinite(at.low()) ? at.low() : at.estimate());
        }
        svg.empty("path", "d", band + "Z", "fill", colour, "fill-opacity", "0.2");
        svg.empty("path", "d", middle.toString(), "fill", "none", "stroke", colour, "stroke-width", "2.5");
    }

    /** Names of the lines at their right ends, moved apart where they would overlap. */
    private void labels(Html svg) {
        FundRisk.Year last = years.get(years.size() - 1);
        double ruin = y(last.ruin().estimate()) + 4;
        double depletion = y(last.depletion().estimate()) + 4;
        List<Double> places = new ArrayList<>(List.of(ruin, depletion));
        if (Math.abs(ruin - depletion) < LABEL_HEIGHT) {
            double lower = Math.min(Math.max(ruin, depletion), HEIGHT - BOTTOM + 4);
            boolean ruinAbove = ruin < depletion;
            places.set(ruinAbove ? 1 : 0, lower);
            places.set(ruinAbove ? 0 : 1, lower - LABEL_HEIGHT);
        }
        Svg.label(
                svg,
                WIDTH - RIGHT + 8,
                places.get(0),
                "start",
                "ruin " + Amounts.percent(last.ruin().estimate()));
        Svg.label(
                svg,
                WIDTH - RIGHT + 8,
                places.get(1),
                "start",
                "empty " + Amounts.percent(last.depletion().estimate()));
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
