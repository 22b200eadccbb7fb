package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.duecare.random.KeyedHash;
import org.duecare.simulation.Accuracy;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.FundLever;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Prorations;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the probability of proration within the horizon at a bound: the size of the fund, its levy, the posture of a
 * sector. Candidates are variants of one scenario, settled on one history; the answer is tried again under another seed.
 */
public final class FundAdequacy {
    /** Below this bound, {@code accuracy.method: auto} draws large harms more often. */
    private static final double RARE = 0.01;

    /** Range searched, as factors of the value in the scenario. */
    private static final double LEAST = 1.0 / 64;

    private static final double MOST = 64;
    private static final int ROUNDS = 3;
    private static final double POSTURE_FALL = -0.6;
    private static final double POSTURE_RISE = 0.4;

    /** Changes the seed of a run into that of its confirmation. */
    private static final long OTHER_SEED = 0x2545F4914F6CDD1DL;

    private final Scenario scenario;
    private final Policy policy;
    private final double bound;
    private final int threads;

    /**
     * Questions about one variant.
     *
     * @param policy of the scenario, with a fund
     * @param bound probability of proration within the horizon
     * @param threads number of threads; does not show in the answers
     */
    public FundAdequacy(Scenario scenario, Policy policy, double bound, int threads) {
        this.scenario = scenario.drawn(scenario.seed(), scenario.trials(), method(scenario.accuracy(), bound));
        this.policy = policy;
        this.bound = bound;
        this.threads = threads;
    }

    private static Accuracy method(Accuracy asked, double bound) {
        return asked.method() == Accuracy.Method.AUTO ? asked.settled(bound < RARE) : asked;
    }

    /**
     * An answer.
     *
     * @param what the key, or the change of posture, solved for
     * @param now its value in the scenario
     * @param answer where the bound is met, with the interval of all values that the run cannot tell from it; NaN with a
     *     reason where the bound is met or missed over the whole range
     * @param confirmation at low, estimate and high under an independent seed; empty without an answer
     */
    public record Answer(
            String what, double now, double bound, ConfidenceInterval answer, List<RareEvent> confirmation) {
        /** Whether the independent seed finds the bound inside the interval, as far as it can tell. */
        public boolean confirmed() {
            if (confirmation.isEmpty()) {
                return false;
            }
            RareEvent low = confirmation.get(0);
            RareEvent high = confirmation.get(confirmation.size() - 1);
            double z = ConfidenceInterval.Z95;
            return low.probability() + z * low.standardError() >= bound
                    && high.probability() - z * high.standardError() <= bound;
        }
    }

    /** How trials are drawn. */
    public Accuracy.Method method() {
        return scenario.accuracy().method();
    }

    /** The value of a lever at which the bound is met. */
    public Answer lever(FundLever lever) {
        double now = lever.of(Objects.requireNonNull(policy.fund()));
        double scale = now > 0 ? now : 1;
        return solve(
                lever == FundLever.INITIAL ? "fund.initial" : "fund.levy.ratePerYear",
                now,
                value -> lever.policy(policy, name(value), value),
                scale * LEAST,
                scale * MOST,
                true);
    }

    /**
     * The change of posture, the same for all elements of all operations of a sector in all years, at which the bound is met:
     * negative where posture may fall, positive where it must rise.
     *
     * @param sector null for all operations
     */
    public Answer posture(@Nullable String sector) {
        return solve(
                "posture of " + (sector == null ? "all operations" : sector),
                0,
                change -> policy.with(name(change), policy.fund(), adjusted(sector, change)),
                POSTURE_FALL,
                POSTURE_RISE,
                false);
    }

    private List<Adjustment> adjusted(@Nullable String sector, double change) {
        List<Adjustment> adjust = new ArrayList<>(policy.adjust());
        Adjustment.Where where = new Adjustment.Where(null, null, sector, null, 1);
        adjust.add(new Adjustment(where, null, new Adjustment.Posture(Adjustment.PartialElements.uniform(change)), 1));
        return adjust;
    }

    private static String name(double value) {
        return "at " + value;
    }

    private Answer solve(
            String what, double now, DoubleFunction<Policy> candidate, double from, double to, boolean geometric) {
        boolean twist = scenario.accuracy().method() == Accuracy.Method.TWIST;
        double mostWeight = twist ? 1 / (1 - scenario.accuracy().tiltedShare()) : 1;
        BoundSearch search = new BoundSearch(xs -> at(scenario, candidate, xs), bound, geometric, mostWeight, ROUNDS);
        ConfidenceInterval x = search.between(from, to, scenario.trials()).x();
        if (!Double.isFinite(x.estimate())) {
            return new Answer(what, now, bound, x, List.of());
        }
        long otherSeed = KeyedHash.mix(scenario.seed() ^ OTHER_SEED);
        Scenario other = scenario.drawn(otherSeed, scenario.trials(), scenario.accuracy());
        return new Answer(what, now, bound, x, at(other, candidate, List.of(x.low(), x.estimate(), x.high())));
    }

    private List<RareEvent> at(Scenario drawn, DoubleFunction<Policy> candidate, List<Double> xs) {
        List<Double> different = xs.stream().distinct().toList();
        List<RareEvent> found = Prorations.of(
                drawn.withPolicies(different.stream().map(candidate::apply).toList()), threads);
        return xs.stream()
                .map(x -> Objects.requireNonNull(found.get(different.indexOf(x))))
                .toList();
    }

    /**
     * The probability of proration by weighted and by crude trials at a value of a lever.
     *
     * @param factor crude trials for each weighted one
     * @return weighted, crude
     */
    public List<RareEvent> crossCheck(FundLever lever, double value, int factor) {
        Scenario one = scenario.withPolicies(List.of(lever.policy(policy, name(value), value)));
        Accuracy accuracy = one.accuracy();
        Scenario weighted = one.drawn(one.seed(), one.trials(), accuracy.settled(true));
        Scenario crude =
                one.drawn(KeyedHash.mix(one.seed() ^ OTHER_SEED), one.trials() * factor, accuracy.settled(false));
        return List.of(
                Objects.requireNonNull(Prorations.of(weighted, threads).get(0)),
                Objects.requireNonNull(Prorations.of(crude, threads).get(0)));
    }
}
