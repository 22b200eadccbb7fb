package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duecare.settlement.Measure;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/** What a run says, in sentences with ranges. Words come from fixed templates; no adjective without a number. */
final class Findings {
    private static final double RARE = 200;

    private Findings() {}

    static List<String> ofRun(
            Scenario scenario, List<Assessment.VariantAssessment> variants, List<Assessment.Difference> differences) {
        List<String> findings = new ArrayList<>();
        for (Assessment.Difference difference : differences) {
            if (difference.measure() == Measure.UNCOMPENSATED
                    && Double.isFinite(difference.mean().estimate())) {
                findings.add(change(scenario, difference));
            }
        }
        if (differences.isEmpty()) {
            variants.forEach(variant -> findings.addAll(variant.findings()));
        }
        return List.copyOf(findings);
    }

    private static String change(Scenario scenario, Assessment.Difference difference) {
        ConfidenceInterval mean = difference.mean();
        String currency = scenario.currency();
        if (mean.low() <= 0 && mean.high() >= 0) {
            return "Between " + difference.variant() + " and " + difference.against()
                    + " no difference in uncompensated harm is seen (range "
                    + Amounts.of(mean.low(), currency) + " to " + Amounts.of(mean.high(), currency) + " a year).";
        }
        boolean falls = mean.estimate() < 0;
        double low = falls ? -mean.high() : mean.low();
        double high = falls ? -mean.low() : mean.high();
        return "Against " + difference.against() + ", " + difference.variant() + " "
                + (falls ? "lowers" : "raises") + " uncompensated harm by "
                + Amounts.of(Math.abs(mean.estimate()), currency) + " a year (simulation range "
                + Amounts.of(low, currency) + " to " + Amounts.of(high, currency) + ").";
    }

    static List<String> ofVariant(
            Scenario scenario,
            String variant,
            List<Assessment.MeasureAssessment> annual,
            Assessment.@Nullable FundAssessment fund) {
        List<String> findings = new ArrayList<>();
        share(annual)
                .ifPresent(paid -> findings.add(String.format(
                        Locale.ROOT,
                        "Under %s, %.1f %% of the harm to third parties is paid by somebody.",
                        variant,
                        100 * paid)));
        tail(scenario, variant, annual).ifPresent(findings::add);
        if (fund != null) {
            ConfidenceInterval p = fund.probabilityOfProrationWithinHorizon();
            findings.add(String.format(
                    Locale.ROOT,
                    "Under %s, the fund pays pro rata at least once in %d years with probability %.3g %% (%.3g to %.3g %%).",
                    variant,
                    scenario.years(),
                    100 * p.estimate(),
                    100 * p.low(),
                    100 * p.high()));
        }
        return List.copyOf(findings);
    }

    private static Optional<Double> share(List<Assessment.MeasureAssessment> annual) {
        double harm = mean(annual, Measure.HARM);
        double left = mean(annual, Measure.UNCOMPENSATED);
        return harm > 0 && Double.isFinite(left) ? Optional.of(1 - left / harm) : Optional.empty();
    }

    private static double mean(List<Assessment.MeasureAssessment> annual, Measure measure) {
        return annual.stream()
                .filter(m -> m.measure() == measure)
                .mapToDouble(m -> m.mean().estimate())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<String> tail(Scenario scenario, String variant, List<Assessment.MeasureAssessment> annual) {
        return annual.stream()
                .filter(m -> m.measure() == Measure.HARM)
                .flatMap(m -> m.curves().stream())
                .filter(curve -> curve.year() == 0 && curve.type() == Assessment.EpType.AEP)
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.returnPeriod() == RARE
                        && Double.isFinite(point.loss().estimate()))
                .map(point -> "Under " + variant + ", in 1 year out of 200 harm exceeds "
                        + Amounts.of(point.loss().estimate(), scenario.currency()) + " (simulation range "
                        + Amounts.of(point.loss().low(), scenario.currency()) + " to "
                        + Amounts.of(point.loss().high(), scenario.currency()) + ").")
                .findFirst();
    }
}
