package org.duecare.simulation;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Vulnerability;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.threat.ThreatType;

/** From published incidents to attempts: how often attempts must come so that incidents come out as published. */
final class AttemptRates {
    private final Scenario scenario;
    private final List<Operation> operations;

    /** Rates under the diligence of the scenario itself, which no variant can move. */
    AttemptRates(Scenario scenario, List<Operation> operations) {
        this.scenario = scenario;
        this.operations = operations;
    }

    /**
     * Attempts a year at the established services of an operation of reference size:
     * {@code incidents / (v + changeRate v_new)} at the reference posture, or averaged over the operations struck.
     */
    double attempts(ThreatType threat) {
        Double incidents = threat.incidentsPerYear();
        if (incidents == null) {
            return threat.count() == null ? 0 : threat.count().mean();
        }
        ThreatType.ReferencePosture reference = threat.referencePosture();
        if (!reference.portfolio()) {
            return incidents
                    / successes(threat, ElementValues.uniform(reference.level()).toArray(), threat.referenceRevenue());
        }
        double sizes = 0;
        double successes = 0;
        for (Operation operation : operations) {
            if (threat.strikes(operation.sector())) {
                double size = size(operation, threat, threat.frequencyElasticity());
                sizes += size;
                double[] held = HeldPosture.effective(operation, scenario.diligence(), scenario.territories());
                successes += size * successes(threat, held, operation.revenue());
            }
        }
        return sizes == 0 ? 0 : incidents * sizes / successes;
    }

    /** Incidents for each attempt at an established service, those at new services included. */
    private double successes(ThreatType threat, double[] posture, double revenue) {
        Vulnerability vulnerability = scenario.diligence().vulnerability();
        double established = success(vulnerability, threat, posture, revenue, false);
        return threat.changeRate() == 0
                ? established
                : established + threat.changeRate() * success(vulnerability, threat, posture, revenue, true);
    }

    /** Size of an operation to the power of an elasticity, 1 at the reference revenue. */
    static double size(Operation operation, ThreatType threat, double elasticity) {
        if (elasticity == 0) {
            return 1;
        }
        if (operation.revenue() <= 0 && elasticity < 0) {
            throw new InvalidValueException(
                    "operations",
                    "= " + operation.operation() + " has no revenue, but " + threat.type()
                            + " grows with falling revenue",
                    "");
        }
        return StrictMath.pow(operation.revenue() / threat.referenceRevenue(), elasticity);
    }

    /**
     * Success probability of a threat at a posture.
     *
     * @param revenue yearly revenue of the operation
     * @param newServices at new services, where the effects of {@code changeEffect} come in addition
     */
    static double success(
            Vulnerability vulnerability, ThreatType threat, double[] posture, double revenue, boolean newServices) {
        ElementValues own = threat.effect();
        double[] effect = (own == null ? vulnerability.effect() : own).toArray();
        if (newServices) {
            double[] more = threat.changeEffect().toArray();
            for (int k = 0; k < effect.length; k++) {
                effect[k] += more[k];
            }
        }
        return vulnerability.success(posture, effect, revenue);
    }
}
