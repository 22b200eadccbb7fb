package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.duecare.assessment.Assessment.Curve;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.ConfidenceInterval;

/** The points of a curve that headlines show: the return periods asked for, each with a number or a reason. */
public final class HeadlinePoints {
    /** The curve that pools all years. */
    private static final int POOLED = 0;

    private HeadlinePoints() {}

    /** Points of the pooled curve at the return periods asked for; all points when none are asked for. */
    public static List<CurvePoint> of(
            MeasureAssessment measure, EpType type, List<Double> returnPeriods, Scenario scenario) {
        List<CurvePoint> all = all(measure, type);
        if (returnPeriods.isEmpty() || all.isEmpty()) {
            return all;
        }
        List<CurvePoint> points = new ArrayList<>();
        for (double period : returnPeriods) {
            points.add(all.stream()
                    .filter(point -> point.returnPeriod() == period)
                    .findFirst()
                    .orElseGet(() -> missing(period, scenario)));
        }
        return points;
    }

    /** All points of the pooled curve; empty where there is none. */
    static List<CurvePoint> all(MeasureAssessment measure, EpType type) {
        return measure.curves().stream()
                .filter(curve -> curve.year() == POOLED && curve.type() == type)
                .findFirst()
                .map(Curve::points)
                .orElse(List.of());
    }

    private static CurvePoint missing(double period, Scenario scenario) {
        double yearsSimulated = (double) scenario.trials() * scenario.years();
        ConfidenceInterval none =
                ConfidenceInterval.none(period > yearsSimulated ? "beyond the data" : "not on the curve");
        return new CurvePoint(period, none, none);
    }
}
