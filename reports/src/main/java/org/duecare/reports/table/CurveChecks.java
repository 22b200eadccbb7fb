package org.duecare.reports.table;

import java.util.List;
import org.duecare.assessment.Assessment.Curve;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.MeasureAssessment;

/**
 * What must hold of exceedance curves before anything is written: losses do not fall with the return period, the mean
 * beyond a point is at least the point, and a year's sum is exceeded at least as often as its largest event.
 */
final class CurveChecks {
    /** Allows for rounding in means, no more. */
    private static final double ROUNDING_REL = 1e-9;

    private CurveChecks() {}

    static void check(String variant, MeasureAssessment measure) {
        for (Curve curve : measure.curves()) {
            String where = "exceedance of " + measure.measure().key() + ", variant " + variant + ", year "
                    + curve.year() + ", " + curve.type();
            checkCurve(where, curve.points());
            if (curve.type() == EpType.OEP) {
                measure.curves().stream()
                        .filter(other -> other.year() == curve.year() && other.type() == EpType.AEP)
                        .findFirst()
                        .ifPresent(sum -> checkPair(where, sum.points(), curve.points()));
            }
        }
    }

    private static void checkCurve(String where, List<CurvePoint> points) {
        double period = 0;
        double loss = Double.NEGATIVE_INFINITY;
        for (CurvePoint point : points) {
            require(point.returnPeriod() > period, where, "return periods must rise", point.returnPeriod());
            period = point.returnPeriod();
            double here = point.loss().estimate();
            if (Double.isFinite(here)) {
                require(here >= loss, where, "losses must not fall with the return period", here);
                loss = here;
            }
            double beyond = point.tvar().estimate();
            if (Double.isFinite(here) && Double.isFinite(beyond)) {
                require(atLeast(beyond, here), where, "the mean beyond a point must not lie below it", beyond);
            }
        }
    }

    private static void checkPair(String where, List<CurvePoint> sums, List<CurvePoint> largest) {
        for (CurvePoint event : largest) {
            for (CurvePoint sum : sums) {
                boolean comparable = sum.returnPeriod() == event.returnPeriod()
                        && Double.isFinite(sum.loss().estimate())
                        && Double.isFinite(event.loss().estimate());
                if (comparable) {
                    require(
                            atLeast(sum.loss().estimate(), event.loss().estimate()),
                            where,
                            "an event must not exceed the sum of its year",
                            event.loss().estimate());
                }
            }
        }
    }

    private static boolean atLeast(double value, double bound) {
        return value >= bound - ROUNDING_REL * Math.abs(bound);
    }

    private static void require(boolean holds, String where, String rule, double found) {
        if (!holds) {
            throw new IllegalStateException(where + ": " + rule + ", found " + found);
        }
    }
}
