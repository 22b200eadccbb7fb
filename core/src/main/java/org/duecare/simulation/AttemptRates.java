package org.duecare.simulation;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Vulnerability;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.operation.Territory;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Require;
import org.duecare.threat.ThreatType;

/** From published incidents to attempts: how often attempts must come so that incidents come out as published. */
final class AttemptRates {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final Vulnerability vulnerability;
    private final ProviderHitRates hits;

    /** Rates under the diligence of the scenario itself, which no variant can move. */
    AttemptRates(Scenario scenario, List<Operation> operations) {
        this.scenario = scenario;
        this.operations = operations;
        List<Provider> providers = ProviderCompiler.inOrder(scenario.providers());
        int[] runBy = ProviderCompiler.runBy(providers, operations);
        this.vulnerability = scenario.diligence().vulnerability();
        double[] success = new double[runBy.length];
        for (int p = 0; p < success.length; p++) {
            Operation host = runBy[p] < 0 ? null : operations.get(runBy[p]);
            success[p] = host == null ? 1 : success(vulnerability, providers.get(p), effective(host), host);
        }
        this.hits = new ProviderHitRates(providers, vulnerability, success);
    }

    /**
     * Attempts a year at the established services of an operation of reference size:
     * {@code incidents / (v + changeRate v_new)} at the reference posture, or averaged over the operations struck. A rate
     * that counts all incidents is first reduced by the expected hits of providers and then divided by the incidents, secondary
     * ones included, that come of each attempt.
     */
    double attempts(ThreatType threat) {
        Double incidents = threat.incidentsPerYear();
        if (incidents == null) {
            return threat.count() == null ? 0 : threat.count().mean();
        }
        ThreatType.ReferencePosture reference = threat.referencePosture();
        boolean all = threat.counts() == ThreatType.Counts.ALL;
        double[] level = ElementValues.uniform(reference.level()).toArray();
        if (!reference.portfolio() && !all) {
            return incidents / successes(threat, level, threat.referenceRevenue());
        }
        double sizes = 0;
        double successes = 0;
        double fromProviders = 0;
        SecondaryIncidents secondary = new SecondaryIncidents(all ? threat.contagion() : null);
        for (Operation operation : operations) {
            if (threat.strikes(operation.sector())) {
                double[] levels = reference.portfolio() ? effective(operation) : level;
                double revenue = reference.portfolio() ? operation.revenue() : threat.referenceRevenue();
                double size = size(operation, threat, threat.frequencyElasticity());
                double primary = size * successes(threat, levels, revenue);
                sizes += size;
                successes += primary;
                if (all) {
                    fromProviders += hits.perYear(threat.type(), operation, levels);
                    double success = success(vulnerability, threat, levels, revenue, false);
                    secondary.add(operation, primary, success, levels);
                }
            }
        }
        double published = incidents * sizes;
        Require.that(
                published >= fromProviders,
                "incidentsPerYear",
                "of " + threat.type() + " counts all incidents and comes to " + published
                        + " a year over the portfolio, but hits of providers alone come to " + fromProviders,
                "Raise incidentsPerYear, lower eventsPerYear or reach of its providers, or write counts: primary");
        double each = all ? secondary.total() : successes;
        return sizes == 0 ? 0 : (published - fromProviders) / each;
    }

    /** Levels that attempts meet: as far as they reach, and as far as the state lets them act. */
    private double[] effective(Operation operation) {
        return StateCompiler.acting(
                HeldPosture.effective(operation.posture().toArray(), scenario.diligence()),
                scenario.territories().getOrDefault(operation.territory(), Territory.PLAIN),
                scenario.diligence());
    }

    /** Incidents for each attempt at an established service, those at new services included. */
    private double successes(ThreatType threat, double[] posture, double revenue) {
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

    /** Share of what comes from a provider that succeeds at a posture. */
    static double success(Vulnerability vulnerability, Provider provider, double[] posture, Operation operation) {
        return vulnerability.success(posture, provider.effect().toArray(), operation.revenue());
    }
}
