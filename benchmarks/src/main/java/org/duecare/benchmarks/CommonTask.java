package org.duecare.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Gpd;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.Splice;
import org.duecare.fund.LiabilityFund;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.threat.ThreatType;

/**
 * The task that every peer runs: 1,000 operators with 0.3 incidents a year in the mean, a lognormal body with a generalised
 * Pareto tail, deductible, limit and annual limit for each operator, the excess to a fund. The library scenario
 * {@code common-task} is the same.
 */
final class CommonTask {
    /** Exact annual mean of the harm, closed form. */
    static final double EXACT_HARM = 1.1099606e8;

    /** Exact annual mean of the fund's payments, closed form. */
    static final double EXACT_FUND = 6_866_766.7;

    /** Exact mean number of incidents a year. */
    static final double INCIDENTS_PER_YEAR = 300;

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int OPERATORS = 1_000;

    private CommonTask() {}

    static Scenario scenario(int trials, long seed) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < OPERATORS; i++) {
            double revenue = 1e8 * (0.5 + (i + 0.5) / OPERATORS);
            operations.add(new Operation(
                    "operator-%04d".formatted(i),
                    "",
                    "energy",
                    "DE",
                    revenue,
                    NONE,
                    NONE,
                    0,
                    ElementValues.uniform(0.5)));
        }
        double threshold = StrictMath.exp(11 + 2 * 1.6448536269514722);
        LossLaw severity = new Splice(new Lognormal(11, 2), new Gpd(0.4, 1_558_000, 0), threshold, 0.05);
        ThreatType threat = new ThreatType(
                "incident",
                List.of(),
                0.3,
                null,
                ThreatType.Counts.PRIMARY,
                new ThreatType.ReferencePosture(false, 0.5),
                1e8,
                1,
                0,
                null,
                null,
                0,
                0,
                ElementValues.uniform(0),
                severity,
                null,
                1.0,
                null,
                1,
                0,
                "",
                "assumption");
        Diligence diligence = new Diligence(
                new Vulnerability(Vulnerability.Form.NONE, 0, ElementValues.uniform(0)),
                new StandardOfCare(0.6, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0);
        Liability strict = new Liability(
                Liability.Rule.STRICT,
                new Liability.CourtNoise(0, Liability.NoiseScope.EVENT),
                0,
                0,
                Liability.Causation.NONE);
        List<Layer> layers = List.of(
                layer(Payer.FUND, 10.1e6, NONE, NONE),
                layer(Payer.OPERATOR, 0, 1e5, NONE),
                layer(Payer.INSURER, 0, 1e7, 1.5e7));
        LiabilityFund fund = LiabilityFund.withBalance(1e12).build();
        Policy policy = new Policy("base", diligence, strict, null, layers, fund, List.of(), List.of(), Map.of());
        return new Scenario(
                "common-task",
                "",
                "EUR",
                seed,
                1,
                trials,
                1,
                2026,
                Scenario.Generator.KEYED_HASH,
                new Portfolio(operations, List.of()),
                List.of(threat),
                List.of(),
                List.of(),
                diligence,
                List.of(policy),
                null);
    }

    private static Layer layer(Payer payer, double deductible, double limit, double annualLimit) {
        return new Layer(payer, Layer.Kind.TERMS, deductible, limit, 0, annualLimit, 1, null);
    }
}
