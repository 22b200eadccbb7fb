package org.duecare.reports.table;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duecare.assessment.Assessment.Curve;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;

class CurveChecksTest {
    @Test
    void soundCurvesPass() {
        CurvePoint beyond = new CurvePoint(1000, ConfidenceInterval.none("beyond"), ConfidenceInterval.none("beyond"));
        assertThatCode(() -> check(List.of(point(10, 5, 8), point(100, 5, 9), beyond), List.of(point(10, 5, 6))))
                .doesNotThrowAnyException();
    }

    @Test
    void fallingLossIsRefused() {
        assertThatThrownBy(() -> check(List.of(point(10, 5, 8), point(100, 4, 9)), List.of()))
                .hasMessageContaining("harm, variant base, year 0, AEP: losses must not fall");
    }

    @Test
    void meanBeyondBelowThePointIsRefused() {
        assertThatThrownBy(() -> check(List.of(point(10, 5, 4.9)), List.of())).hasMessageContaining("mean beyond");
    }

    @Test
    void eventAboveTheSumOfItsYearIsRefused() {
        assertThatThrownBy(() -> check(List.of(point(10, 5, 8)), List.of(point(10, 6, 8))))
                .hasMessageContaining("an event must not exceed");
    }

    private static void check(List<CurvePoint> aep, List<CurvePoint> oep) {
        ConfidenceInterval mean = ConfidenceInterval.normal(1, 0);
        CurveChecks.check(
                "base",
                new MeasureAssessment(
                        Measure.HARM,
                        mean,
                        0,
                        null,
                        List.of(new Curve(0, EpType.AEP, aep), new Curve(0, EpType.OEP, oep))));
    }

    private static CurvePoint point(double period, double loss, double beyond) {
        return new CurvePoint(period, ConfidenceInterval.normal(loss, 0), ConfidenceInterval.normal(beyond, 0));
    }
}
