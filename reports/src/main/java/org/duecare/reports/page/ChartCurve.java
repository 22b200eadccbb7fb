package org.duecare.reports.page;

import java.util.List;
import org.duecare.assessment.Assessment.CurvePoint;

/**
 * One curve of a chart: the points that a log scale can show, by rising return period.
 *
 * @param label direct label
 */
record ChartCurve(String label, List<Point> points) {

    /** A loss at a yearly probability, with its band; both bounds are the loss itself where one is missing. */
    record Point(double probability, double loss, double low, double high, boolean isBanded) {}

    static ChartCurve of(String label, List<CurvePoint> points) {
        return new ChartCurve(
                label,
                points.stream()
                        .filter(point -> point.loss().estimate() > 0
                                && Double.isFinite(point.loss().estimate()))
                        .map(ChartCurve::point)
                        .toList());
    }

    private static Point point(CurvePoint point) {
        double loss = point.loss().estimate();
        double low = point.loss().low();
        double high = point.loss().high();
        boolean banded = low > 0 && low <= loss && high >= loss && Double.isFinite(high);
        return new Point(1 / point.returnPeriod(), loss, banded ? low : loss, banded ? high : loss, banded);
    }

    /** The points that have a band. */
    List<Point> banded() {
        return points.stream().filter(Point::isBanded).toList();
    }

    double smallest() {
        return points.stream().mapToDouble(Point::low).min().orElse(Double.NaN);
    }

    double largest() {
        return points.stream().mapToDouble(Point::high).max().orElse(Double.NaN);
    }
}
