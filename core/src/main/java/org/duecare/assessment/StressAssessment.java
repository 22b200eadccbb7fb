package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.Accuracy;
import org.duecare.simulation.FundLever;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.RareEvent;

/**
 * All answers of a stress test.
 *
 * @param disasters outcomes by disaster, size and variant
 * @param smallest smallest size of each disaster that exhausts the fund
 * @param adequacy levers of the fund and posture solved for
 * @param crossCheck probability of proration at the first lever's answer by weighted and by crude trials; empty where trials
 *     are crude or there is no answer
 */
public record StressAssessment(
        String scenario,
        String currency,
        String variant,
        int years,
        List<ReverseStress.Outcome> disasters,
        List<ReverseStress.Smallest> smallest,
        List<FundAdequacy.Answer> adequacy,
        List<RareEvent> crossCheck) {

    /** Crude trials for each weighted one in the cross-check. */
    private static final int CRUDE_FACTOR = 4;

    /**
     * Answers a plan.
     *
     * @param threads number of threads; does not show in the answers
     */
    public static StressAssessment of(Scenario scenario, StressPlan plan, int threads) {
        Policy policy = policy(scenario, plan);
        ReverseStress reverse = new ReverseStress(scenario, threads);
        List<ReverseStress.Outcome> outcomes = new ArrayList<>();
        List<ReverseStress.Smallest> smallest = new ArrayList<>();
        for (StressPlan.Disaster disaster : plan.disasters()) {
            outcomes.addAll(reverse.family(disaster, plan.scales()));
            smallest.add(reverse.smallest(disaster, policy, plan.exhausted()));
        }
        FundAdequacy adequacy = new FundAdequacy(scenario, policy, plan.bound(), threads);
        List<FundAdequacy.Answer> answers = new ArrayList<>();
        List<RareEvent> crossCheck = List.of();
        for (FundLever lever : plan.solveFor()) {
            FundAdequacy.Answer answer = adequacy.lever(lever);
            answers.add(answer);
            boolean weighted = adequacy.method() == Accuracy.Method.TWIST;
            if (crossCheck.isEmpty()
                    && weighted
                    && Double.isFinite(answer.answer().estimate())) {
                crossCheck = adequacy.crossCheck(lever, answer.answer().estimate(), CRUDE_FACTOR);
            }
        }
        String sector = plan.sector();
        if (sector != null) {
            answers.add(adequacy.posture(sector.equals("all") ? null : sector));
        }
        return new StressAssessment(
                scenario.scenario(),
                scenario.currency(),
                policy.variant(),
                scenario.years(),
                List.copyOf(outcomes),
                List.copyOf(smallest),
                List.copyOf(answers),
                crossCheck);
    }

    private static Policy policy(Scenario scenario, StressPlan plan) {
        String wanted = plan.variant();
        return scenario.policies().stream()
                .filter(policy -> policy.fund() != null)
                .filter(policy -> wanted == null || policy.variant().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "stress.variant",
                        wanted == null ? "has no fund to stress" : "= " + wanted + " is no variant with a fund",
                        "Give fund, or name a variant that has one"));
    }
}
