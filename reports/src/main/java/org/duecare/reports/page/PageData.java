package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;

/** What the sections look at. */
record PageData(RunResult run, Assessment assessment, List<Double> returnPeriods) {

    String currency() {
        return run.scenario().currency();
    }

    /** The variant compared to, or the first one. */
    VariantAssessment main() {
        String against = run.scenario().compareTo();
        return assessment.variants().stream()
                .filter(variant -> variant.variant().equals(against))
                .findFirst()
                .orElse(assessment.variants().get(0));
    }

    /** Whether a return period stands in tables of headlines. */
    boolean isHeadline(double period) {
        return returnPeriods.isEmpty()
                ? period == 10 || period == 100 || period == 200 || period == 1000
                : returnPeriods.contains(period);
    }

    /** The variants of a chart: the main one, then the others in the order of the file, up to a number. */
    List<VariantAssessment> charted(int most) {
        List<VariantAssessment> charted = new ArrayList<>(List.of(main()));
        assessment.variants().stream()
                .filter(variant -> !variant.equals(main()))
                .forEach(charted::add);
        return charted.subList(0, Math.min(most, charted.size()));
    }

    static Optional<MeasureAssessment> measure(VariantAssessment variant, Measure measure) {
        return variant.annual().stream()
                .filter(entry -> entry.measure() == measure)
                .findFirst();
    }
}
