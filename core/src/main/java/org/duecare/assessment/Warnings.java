package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Money;
import org.duecare.simulation.ChosenCare;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Purchase;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.Scenario;
import org.duecare.threat.ThreatType;

/** What a reader must know before using the numbers. */
final class Warnings {
    /** Below so many trial-years a 1-in-200 figure says little. */
    private static final int FEW_TRIAL_YEARS = 10_000;

    private Warnings() {}

    static List<String> of(RunResult result) {
        List<String> warnings = new ArrayList<>();
        Scenario scenario = result.scenario();
        if ((long) scenario.trials() * scenario.years() < FEW_TRIAL_YEARS) {
            warnings.add("Only " + (long) scenario.trials() * scenario.years()
                    + " trial-years: figures for long return periods have wide ranges or none.");
        }
        if (result.saturatedEvents() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%d amounts exceeded %.4g %s and were cut there; give severities a cap.",
                    result.saturatedEvents(),
                    Money.main(Money.EVENT_MAX),
                    scenario.currency()));
        }
        if (!result.weights().uniform()) {
            warnings.add("Trials are weighted: large harms were drawn more often than the world has them. Means and"
                    + " curves are unbiased; body figures are less sharp than with accuracy.method crude.");
        }
        for (Policy policy : scenario.policies()) {
            Purchase purchase = policy.purchase();
            Purchase.Joint joint = purchase == null ? null : purchase.joint();
            if (joint != null && !joint.converged()) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "Under %s the choices of cover and care do not settle: after %d rounds %d operations still change"
                                + " whether they buy, and care still moves by %.3g.",
                        policy.variant(),
                        joint.rounds(),
                        joint.switched(),
                        joint.careChange()));
            }
            ChosenCare care = policy.care();
            if (care != null && !care.converged()) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "Under %s the choices of care do not settle: after %d sweeps a class still moves its care by %.3g.",
                        policy.variant(),
                        care.sweeps(),
                        care.residual()));
            }
        }
        for (ThreatType threat : scenario.threats()) {
            heavy(threat.type(), "own loss", threat.severity(), warnings);
            if (threat.harm() != null) {
                heavy(threat.type(), "harm", threat.harm().law(), warnings);
            }
        }
        return List.copyOf(warnings);
    }

    private static void heavy(String type, String what, LossLaw law, List<String> warnings) {
        if (law.mean() == Double.POSITIVE_INFINITY) {
            warnings.add("The " + what + " of " + type + " has no finite mean: read quantiles, not means.");
        } else if (law.variance() == Double.POSITIVE_INFINITY) {
            warnings.add("The " + what + " of " + type
                    + " has no finite variance: its mean converges slowly and has no interval.");
        }
    }
}
