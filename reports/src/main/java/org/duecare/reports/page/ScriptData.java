package org.duecare.reports.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.duecare.reports.page.ChartCurve.Point;

/**
 * The numbers of an interactive chart as JSON within a script element: one common loss axis, and for each curve the
 * probability of exceeding each loss by the estimate and by both ends of the band (log-linear between the points).
 */
final class ScriptData {
    private static final int FILL = 80;
    private static final MathContext SEVEN_DIGITS = new MathContext(7);

    private ScriptData() {}

    static String of(List<ChartCurve> curves, String currency) {
        double[] losses = losses(curves);
        List<String> series = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            List<Point> points = curves.get(i).points();
            SeriesStyle style = SeriesStyle.values()[i];
            String dash = style.dash().isEmpty() ? "null" : "[" + style.dash().replace(' ', ',') + "]";
            series.add("{\"label\":" + text(curves.get(i).label()) + ",\"colour\":" + text(style.colour())
                    + ",\"dash\":" + dash
                    + ",\"p\":" + numbers(at(losses, points, Point::loss))
                    + ",\"low\":" + numbers(lowSide(losses, curves.get(i).banded()))
                    + ",\"high\":" + numbers(highSide(losses, curves.get(i).banded())) + "}");
        }
        return "{\"currency\":" + text(currency) + ",\"losses\":" + numbers(losses) + ",\"series\":["
                + String.join(",", series) + "]}";
    }

    /** Every loss at which a line bends, twice where one drops straight down, and some in between. */
    private static double[] losses(List<ChartCurve> curves) {
        TreeSet<Double> losses = new TreeSet<>();
        for (ChartCurve curve : curves) {
            for (Point point : curve.points()) {
                losses.addAll(List.of(point.low(), point.loss(), point.high()));
            }
        }
        List<Double> bends = new ArrayList<>(losses);
        double low = losses.first();
        double ratio = losses.last() / low;
        for (int k = 1; k < FILL; k++) {
            losses.add(low * Math.pow(ratio, (double) k / FILL));
        }
        bends.addAll(losses);
        return bends.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double[] at(double[] losses, List<Point> points, ToDoubleFunction<Point> side) {
        double[] chances = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            boolean second = i > 0 && losses[i] == losses[i - 1];
            chances[i] = chance(losses[i], second, points, side);
        }
        return chances;
    }

    /** The lower edge; where it has ended and the band has not, the band stands on the rarest probability. */
    private static double[] lowSide(double[] losses, List<Point> points) {
        double[] chances = at(losses, points, Point::low);
        if (!points.isEmpty()) {
            Point rarest = points.get(points.size() - 1);
            fill(losses, chances, rarest.low(), rarest.high(), rarest.probability());
        }
        return chances;
    }

    /** The upper edge; where the band has begun and it has not, it is the most frequent probability. */
    private static double[] highSide(double[] losses, List<Point> points) {
        double[] chances = at(losses, points, Point::high);
        if (!points.isEmpty()) {
            fill(
                    losses,
                    chances,
                    points.get(0).low(),
                    points.get(0).high(),
                    points.get(0).probability());
        }
        return chances;
    }

    private static void fill(double[] losses, double[] chances, double from, double to, double chance) {
        for (int i = 0; i < losses.length; i++) {
            if (Double.isNaN(chances[i]) && losses[i] >= from && losses[i] <= to) {
                chances[i] = chance;
            }
        }
    }

    /** NaN outside the curve; where several points share one loss, the first or, the second time, the last of them. */
    private static double chance(double loss, boolean second, List<Point> points, ToDoubleFunction<Point> side) {
        double exact = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            double here = side.applyAsDouble(points.get(i));
            if (here == loss && (second || Double.isNaN(exact))) {
                exact = points.get(i).probability();
            }
            if (here > loss) {
                return Double.isNaN(exact) ? between(loss, i, points, side) : exact;
            }
        }
        return exact;
    }

    private static double between(double loss, int next, List<Point> points, ToDoubleFunction<Point> side) {
        if (next == 0) {
            return Double.NaN;
        }
        Point before = points.get(next - 1);
        double from = side.applyAsDouble(before);
        double share = Math.log(loss / from) / Math.log(side.applyAsDouble(points.get(next)) / from);
        return before.probability() * Math.pow(points.get(next).probability() / before.probability(), share);
    }

    private static String numbers(double[] values) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < values.length; i++) {
            json.append(i == 0 ? "" : ",");
            json.append(
                    Double.isFinite(values[i])
                            ? new BigDecimal(values[i]).round(SEVEN_DIGITS).toString()
                            : "null");
        }
        return json.append(']').toString();
    }

    /** A JSON string that cannot end a script element. */
    static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            boolean plain = c >= ' ' && c < 0x7F && "\"\\<>&'`".indexOf(c) < 0;
            if (plain) {
                json.append(c);
            } else {
                json.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            }
        }
        return json.append('"').toString();
    }
}
