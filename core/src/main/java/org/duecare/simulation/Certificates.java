package org.duecare.simulation;

import java.util.List;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Pillars;
import org.duecare.operation.Operation;
import org.duecare.random.StreamId;

/** The assurance level of each operation under one policy: its own, what {@code adjust} sets, what certification adds. */
final class Certificates {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final Policy policy;

    Certificates(Scenario scenario, List<Operation> operations, Policy policy) {
        this.scenario = scenario;
        this.operations = operations;
        this.policy = policy;
    }

    /** What the certificate of each operation proves in a year. */
    Assurance.Evidence[] evidence(int year) {
        Assurance.Evidence[] evidence = new Assurance.Evidence[operations.size()];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = policy.diligence().assurance().of(level(operations.get(i), year));
        }
        return evidence;
    }

    /** The level an operation holds in a year; a programme of certification never lowers it. */
    Assurance.Level level(Operation operation, int year) {
        Assurance.Level level = operation.assurance();
        for (Adjustment adjustment : policy.adjust()) {
            Assurance.Level set =
                    adjustment.set() == null ? null : adjustment.set().assurance();
            if (set != null
                    && adjustment.fromYear() <= year
                    && OperationFilter.matches(adjustment.where(), operation, scenario.portfolioSeed())) {
                level = set;
            }
        }
        Pillars.Certification programme = policy.pillars().certification();
        if (programme == null || programme.level().compareTo(level) <= 0) {
            return level;
        }
        double mark = OperationFilter.mark(operation, scenario.portfolioSeed(), StreamId.CERTIFICATION);
        return mark < programme.coverage() ? programme.level() : level;
    }
}
