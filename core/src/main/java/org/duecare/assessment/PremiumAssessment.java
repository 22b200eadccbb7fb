package org.duecare.assessment;

import java.util.List;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumRule;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePrices;
import org.duecare.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * What all insured operations of a variant pay a year, by component, and what insurers paid of it in the run.
 *
 * @param principle the principle and its parameters, in one line
 * @param method how expected losses were found before the first trial
 * @param insured number of insured operations
 * @param premium by component; main units a year
 * @param lossRatio simulated mean of insurers and reinsurers over the premium before tax
 */
public record PremiumAssessment(
        String principle, String method, int insured, Premium premium, ConfidenceInterval lossRatio) {

    /** The premium of a variant; null where it states none. */
    static @Nullable PremiumAssessment of(
            CompiledScenario compiled, String variant, List<Assessment.MeasureAssessment> annual) {
        ExAntePrices prices = compiled.prices().get(variant);
        PremiumRule rule = prices == null ? null : prices.rule();
        if (prices == null || rule == null) {
            return null;
        }
        int insured = 0;
        for (int i = 0; i < compiled.operations().size(); i++) {
            insured += prices.insured(i) ? 1 : 0;
        }
        Premium total = prices.total();
        return new PremiumAssessment(
                rule.choice().label(), prices.method(), insured, total, lossRatio(annual, total.beforeTax()));
    }

    private static ConfidenceInterval lossRatio(List<Assessment.MeasureAssessment> annual, double beforeTax) {
        if (beforeTax <= 0) {
            return ConfidenceInterval.none("no premium is paid");
        }
        double[] sum = new double[3];
        for (Assessment.MeasureAssessment measure : annual) {
            if (measure.measure() == Measure.INSURER || measure.measure() == Measure.REINSURER) {
                sum[0] += measure.mean().estimate();
                sum[1] += measure.mean().low();
                sum[2] += measure.mean().high();
            }
        }
        return new ConfidenceInterval(sum[0] / beforeTax, sum[1] / beforeTax, sum[2] / beforeTax, null);
    }
}
