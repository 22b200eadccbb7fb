package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Portfolio;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.threat.Contagion;
import org.duecare.threat.ThreatType;

/** What a user should know before running a sound scenario. */
final class Warnings {
    private Warnings() {}

    static List<String> of(ScenarioForm form, Scenario scenario) {
        List<String> warnings = new ArrayList<>();
        Set<String> sectors = new TreeSet<>();
        form.operations().listed().forEach(operation -> sectors.add(operation.sector()));
        form.operations().synthesise().forEach(group -> sectors.add(group.sector()));
        for (ThreatType threat : form.threats()) {
            for (String sector : threat.sectors()) {
                if (!sectors.contains(sector)) {
                    warnings.add(
                            "threat " + threat.type() + " names the sector " + sector + ", which no operation has");
                }
            }
            Contagion contagion = threat.contagion();
            if (contagion != null && contagion.among() == Contagion.Among.TECHNOLOGY && !anyShared(form.operations())) {
                warnings.add(
                        "threat " + threat.type() + " spreads among technology, but no two operations name the same"
                                + " one: it spreads to nobody");
            }
            if (!Double.isFinite(threat.severity().mean())) {
                warnings.add(
                        "threat " + threat.type() + ": the severity has no finite mean; quantiles are shown instead."
                                + " A cap or a layer limit gives finite means");
            }
        }
        for (Policy policy : scenario.policies()) {
            unpaid(policy, warnings);
            incomparable(policy, scenario.policies(), warnings);
        }
        double longest = form.outputs().returnPeriods().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        long trialYears = (long) scenario.trials() * scenario.years();
        if (longest > trialYears) {
            warnings.add("too few trials (" + trialYears + " trial-years) for the return period " + (long) longest
                    + "; it is shown as beyond the data");
        }
        return warnings;
    }

    /** Whether two operations share a technology. */
    private static boolean anyShared(Portfolio operations) {
        Set<String> seen = new HashSet<>();
        boolean shared = false;
        for (Operation operation : operations.listed()) {
            String technology = operation.technology();
            shared |= !technology.isEmpty() && !seen.add(technology);
        }
        for (OperationGroup group : operations.synthesise()) {
            String technology = group.technology();
            shared |= !technology.isEmpty() && (group.count() > 1 || !seen.add(technology));
        }
        return shared;
    }

    /** What exclusions cost others is a difference to the same variant without them. */
    private static void incomparable(Policy policy, List<Policy> all, List<String> warnings) {
        Insurance insurance = policy.insurance();
        if (insurance != null
                && insurance.exclusions().any()
                && policy.withoutExclusions(all).isEmpty()) {
            warnings.add("variant " + policy.variant()
                    + ": what exclusions move to other payers is reported beside a variant"
                    + " that is the same without them; add one with insurance: {exclusions: none}");
        }
    }

    private static void unpaid(Policy policy, List<String> warnings) {
        List<Payer> payers = policy.compensation().stream().map(Layer::payer).toList();
        if (policy.insurance() != null && !payers.contains(Payer.INSURER)) {
            warnings.add("variant " + policy.variant() + ": insurance is given, but no layer {payer: insurer} pays");
        }
        if (policy.fund() != null && !payers.contains(Payer.FUND)) {
            warnings.add("variant " + policy.variant() + ": a fund is given, but no layer {payer: fund} pays");
        }
    }
}
