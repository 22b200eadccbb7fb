package org.duecare.simulation;

import java.util.List;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;

/** Three policies for one world: no cover, mandatory insurance, mandatory insurance with a fund and the state. */
final class ReferencePolicies {
    private ReferencePolicies() {}

    static void add(ScenarioBuilder builder) {
        Liability noisy = ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.1, Liability.Causation.BUT_FOR);
        Insurance cover =
                ScenarioBuilder.insurance(Insurance.Obligation.MANDATORY, 0.9, List.of(), 1e4, 1e6, 0, 1.5e6, 1, null);
        List<Layer> scheme = List.of(
                Layer.of(Payer.OPERATOR, Layer.Kind.DEDUCTIBLE),
                Layer.of(Payer.INSURER, Layer.Kind.TERMS),
                Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS),
                Layer.of(Payer.FUND, Layer.Kind.TERMS),
                ScenarioBuilder.layer(Payer.STATE, 0, 1e6, 2e6));
        Adjustment.Posture better = new Adjustment.Posture(Adjustment.PartialElements.uniform(0.1));
        Adjustment more = new Adjustment(new Adjustment.Where(null, null, null, null, 0.5), null, better, 2);
        builder.policy("none", builder.diligence, noisy, null, scheme, null, List.of());
        builder.policy("insured", builder.diligence, noisy, cover, scheme, null, List.of());
        builder.policy(
                "fund",
                builder.diligence,
                ScenarioBuilder.strict(),
                cover,
                scheme,
                ScenarioBuilder.fund(1e6, 3e6, 1e-3, 5e6),
                List.of(more));
    }
}
