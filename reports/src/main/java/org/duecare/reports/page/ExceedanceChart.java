package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.duecare.reports.page.ChartCurve.Point;

/** Exceedance curves as plain SVG: loss on a log axis, yearly probability on another, return periods beside it. */
final class ExceedanceChart {
    static final double WIDTH = 760;
    static final double HEIGHT = 430;
    /** Return periods on the second scale. */
    static final int[] RETURN_PERIODS = {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000};

    private static final double LEFT = 62;
    private static final double RIGHT = 92;
    private static final double TOP = 26;
    private static final double BOTTOM = 52;
    private static final int LABEL_CHARACTERS = 24;
    private static final double CHARACTER_WIDTH = 7;

    private final List<ChartCurve> curves;
    private final String currency;
    private final double lossLow;
    private final double lossHigh;
    private final double probabilityLow;
    private final double probabilityHigh;
    private final List<double[]> labels = new ArrayList<>();

    /** A chart of curves of which at least one has a point. */
    ExceedanceChart(List<ChartCurve> curves, String currency) {
        this.curves = curves;
        this.currency = currency;
        double low = curves.stream()
                .mapToDouble(ChartCurve::smallest)
                .filter(Double::isFinite)
                .min()
                .orElse(1);
        double high = curves.stream()
                .mapToDouble(ChartCurve::largest)
                .filter(Double::isFinite)
                .max()
                .orElse(10);
        lossLow = low / 1.15;
        lossHigh = Math.max(high, low * 2) * 1.15;
        List<Point> points =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        probabilityLow = points.stream().mapToDouble(Point::probability).min().orElse(0.001) / 1.15;
        probabilityHigh = Math.min(
                1, points.stream().mapToDouble(Point::probability).max().orElse(1) * 1.15);
    }

    String svg(String title, String description) {
        Html svg = new Html();
        Svg.open(svg, WIDTH, HEIGHT, title, description);
        axes(svg);
        for (int i = 0; i < curves.size(); i++) {
            band(svg, curves.get(i), SeriesStyle.values()[i]);
        }
        for (int i = 0; i < curves.size(); i++) {
            curve(svg, curves.get(i), SeriesStyle.values()[i]);
        }
        for (int i = 0; i < curves.size(); i++) {
            directLabel(svg, curves.get(i), SeriesStyle.values()[i]);
        }
        return svg.close("svg").toString();
    }

    private void axes(Html svg) {
        double bottom = HEIGHT - BOTTOM;
        double right = WIDTH - RIGHT;
        for (double loss : Svg.logTicks(lossLow, lossHigh)) {
            Svg.line(svg, x(loss), TOP, x(loss), bottom, "grid");
            Svg.label(svg, x(loss), bottom + 18, "middle", Amounts.tick(loss));
        }
        for (int period : RETURN_PERIODS) {
            double probability = 1.0 / period;
            if (probability >= probabilityLow && probability <= probabilityHigh) {
                Svg.line(svg, LEFT, y(probability), right, y(probability), "grid");
                Svg.label(svg, LEFT - 6, y(probability) + 4, "end", Amounts.percent(probability));
                Svg.label(svg, right + 6, y(probability) + 4, "start", "1 in " + period);
            }
        }
        Svg.line(svg, LEFT, bottom, right, bottom, "axis");
        Svg.line(svg, LEFT, TOP, LEFT, bottom, "axis");
        Svg.label(svg, (LEFT + right) / 2, HEIGHT - 10, "middle", "Loss of a year, " + currency + " (log scale)");
        Svg.label(svg, 4, 14, "start", "Chance a year (log scale)");
        Svg.label(svg, WIDTH - 4, 14, "end", "Return period, years");
    }

    private void band(Html svg, ChartCurve curve, SeriesStyle style) {
        List<Point> points = curve.banded();
        if (points.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        trace(path, points, Point::low, "M");
        List<Point> back = new ArrayList<>(points);
        Collections.reverse(back);
        trace(path, back, Point::high, "L");
        svg.empty("path", "d", path + "Z", "fill", style.colour(), "fill-opacity", "0.16");
    }

    private void curve(Html svg, ChartCurve curve, SeriesStyle style) {
        StringBuilder path = new StringBuilder();
        trace(path, curve.points(), Point::loss, "M");
        if (curve.points().size() > 1) {
            svg.empty(
                    "path",
                    "d",
                    path.toString(),
                    "fill",
                    "none",
                    "stroke",
                    style.colour(),
                    "stroke-width",
                    "2",
                    "stroke-dasharray",
                    style.dash().isEmpty() ? "none" : style.dash());
        }
        curve.points().forEach(point -> style.mark(svg, x(point.loss()), y(point.probability())));
    }

    private void trace(StringBuilder path, List<Point> points, ToDoubleFunction<Point> loss, String first) {
        String command = first;
        for (Point point : points) {
            path.append(command)
                    .append(Svg.number(x(loss.applyAsDouble(point))))
                    .append(' ')
                    .append(Svg.number(y(point.probability())));
            command = "L";
        }
    }

    /** Beside the rarest point at which the label hits neither another label nor the edge. */
    private void directLabel(Html svg, ChartCurve curve, SeriesStyle style) {
        String text = Words.cut(curve.label(), LABEL_CHARACTERS);
        double width = text.length() * CHARACTER_WIDTH;
        for (int i = curve.points().size() - 1; i >= 0; i--) {
            double px = x(curve.points().get(i).loss());
            double py = y(curve.points().get(i).probability());
            for (boolean before : new boolean[] {false, true}) {
                double start = before ? px - 9 - width : px + 9;
                double[] box = {start, py - 12, start + width, py + 4};
                boolean inside = box[0] > LEFT && box[2] < WIDTH - RIGHT && box[1] > TOP;
                if (inside && isFree(box, curve)) {
                    labels.add(box);
                    svg.element(
                            "text",
                            text,
                            "x",
                            Svg.number(start),
                            "y",
                            Svg.number(py),
                            "fill",
                            style.colour(),
                            "class",
                            "direct");
                    return;
                }
            }
        }
    }

    private boolean isFree(double[] box, ChartCurve own) {
        boolean labelsFree = labels.stream()
                .noneMatch(other -> box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
        return labelsFree
                && curves.stream()
                        .filter(curve -> curve != own)
                        .flatMap(curve -> curve.points().stream())
                        .noneMatch(point -> contains(box, x(point.loss()), y(point.probability())));
    }

    private static boolean contains(double[] box, double px, double py) {
        return px > box[0] - 4 && px < box[2] + 4 && py > box[1] - 4 && py < box[3] + 4;
    }

    private double x(double loss) {
        double share = Math.log(loss / lossLow) / Math.log(lossHigh / lossLow);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double probability) {
        double share = Math.log(probability / probabilityLow) / Math.log(probabilityHigh / probabilityLow);
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }
}
