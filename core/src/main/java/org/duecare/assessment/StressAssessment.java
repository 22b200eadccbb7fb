package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.Accuracy;
import org.duecare.simulation.FundLever;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.RareEvent;
import org.jspecify.annotations.Nullable;

/**
 * All answers of a stress test.
 *
 * @param variant whose fund was stressed; null where disasters alone were asked for
 * @param disasters outcomes by disaster, size and variant
 * @param smallest smallest size of each disaster that exhausts the fund
 * @param adequacy levers of the fund and posture solved for
 * @param sectors sectors by the probability of proration after a fall of their posture, the worst first; empty unless the
 *     worst sector was asked for
 * @param crossCheck weighted against crude trials; null where trials are crude or nothing was seen
 */
public record StressAssessment(
        String scenario,
        String currency,
        @Nullable String variant,
        int years,
        List<ReverseStress.Outcome> disasters,
        List<ReverseStress.Smallest> smallest,
        List<FundAdequacy.Answer> adequacy,
        List<FundAdequacy.SectorFall> sectors,
        @Nullable CrossCheck crossCheck) {

    /** Crude trials for each weighted one in the cross-check. */
    private static final int CRUDE_FACTOR = 4;

    /** Probability of proration at which weighted trials are checked: crude trials see it often enough to say something. */
    private static final double CHECKED_AT = 1e-3;

    /**
     * The probability of proration at one value of a lever, by weighted trials and by crude ones under another seed.
     *
     * @param what the key
     * @param value its value: the one tried whose probability is nearest to 1e-3, or the answer where that is more likely
     */
    public record CrossCheck(String what, double value, RareEvent weighted, RareEvent crude) {
        /** How far the two are apart, in standard errors of their difference. */
        public double standardErrorsApart() {
            double error = Math.hypot(weighted.standardError(), crude.standardError());
            return error > 0 ? (weighted.probability() - crude.probability()) / error : 0;
        }
    }

    /** What the plan asks of a run: null where nothing is asked. */
    public static @Nullable StressAssessment inRun(Scenario scenario, StressPlan plan, int threads) {
        return switch (plan.inRun()) {
            case NONE -> null;
            case DISASTERS ->
                plan.disasters().isEmpty()
                        ? null
                        : new StressAssessment(
                                scenario.scenario(),
                                scenario.currency(),
                                null,
                                scenario.years(),
                                families(scenario, plan, List.of(1.0), threads),
                                List.of(),
                                List.of(),
                                List.of(),
                                null);
            case ALL -> of(scenario, plan, threads);
        };
    }

    private static List<ReverseStress.Outcome> families(
            Scenario scenario, StressPlan plan, List<Double> scales, int threads) {
        ReverseStress reverse = new ReverseStress(scenario, threads);
        List<ReverseStress.Outcome> outcomes = new ArrayList<>();
        for (StressPlan.Disaster disaster : plan.disasters()) {
            checkYear(disaster, scenario);
            outcomes.addAll(reverse.family(disaster, scales));
        }
        return List.copyOf(outcomes);
    }

    /**
     * Answers a plan.
     *
     * @param threads number of threads; does not show in the answers
     */
    public static StressAssessment of(Scenario scenario, StressPlan plan, int threads) {
        Policy policy = policy(scenario, plan);
        FundAdequacy adequacy = new FundAdequacy(scenario, policy, plan.bound(), threads);
        checkSector(plan.sector(), adequacy.sectors());
        List<ReverseStress.Outcome> outcomes = families(scenario, plan, plan.scales(), threads);
        ReverseStress reverse = new ReverseStress(scenario, threads);
        List<ReverseStress.Smallest> smallest = plan.disasters().stream()
                .map(disaster -> reverse.smallest(disaster, policy, plan.exhausted()))
                .toList();
        List<FundAdequacy.Answer> answers = new ArrayList<>();
        for (FundLever lever : plan.solveFor()) {
            answers.add(adequacy.lever(lever));
        }
        CrossCheck crossCheck = plan.solveFor().isEmpty()
                ? null
                : crossCheck(adequacy, plan.solveFor().get(0), answers.get(0));
        List<FundAdequacy.SectorFall> sectors =
                StressPlan.WORST.equals(plan.sector()) ? adequacy.worstFirst() : List.of();
        String sector = sectors.isEmpty() ? plan.sector() : sectors.get(0).sector();
        if (!sector.equals(StressPlan.NOBODY)) {
            answers.add(adequacy.posture(sector.equals(StressPlan.ALL) ? null : sector));
        }
        return new StressAssessment(
                scenario.scenario(),
                scenario.currency(),
                policy.variant(),
                scenario.years(),
                outcomes,
                smallest,
                List.copyOf(answers),
                sectors,
                crossCheck);
    }

    private static @Nullable CrossCheck crossCheck(FundAdequacy adequacy, FundLever lever, FundAdequacy.Answer answer) {
        double value = answer.bound() > CHECKED_AT ? answer.answer().estimate() : answer.nearest(CHECKED_AT);
        if (adequacy.method() != Accuracy.Method.TWIST || !Double.isFinite(value)) {
            return null;
        }
        List<RareEvent> both = adequacy.crossCheck(lever, value, CRUDE_FACTOR);
        return new CrossCheck(lever.key(), value, both.get(0), both.get(1));
    }

    private static void checkSector(String sector, List<String> sectors) {
        boolean known = sector.equals(StressPlan.NOBODY)
                || sector.equals(StressPlan.ALL)
                || sector.equals(StressPlan.WORST)
                || sectors.contains(sector);
        if (!known) {
            throw new InvalidValueException(
                    "stress.sector",
                    "= " + sector + " is no sector of this scenario",
                    "Write all, worst, none or one of " + String.join(", ", sectors));
        }
    }

    private static void checkYear(StressPlan.Disaster disaster, Scenario scenario) {
        if (disaster.lastYear() > scenario.years()) {
            throw new InvalidValueException(
                    "stress.disasters",
                    disaster.disaster() + " happens in year " + disaster.lastYear() + ", but the scenario has "
                            + scenario.years() + (scenario.years() == 1 ? " year" : " years"),
                    "Give more years, or an earlier year");
        }
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
