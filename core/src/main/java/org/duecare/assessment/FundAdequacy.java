package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.duecare.simulation.ScenarioCompiler;
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
    private static final int ROUNDS = 4;
    private static final double POSTURE_FALL = -0.6;
    private static final double POSTURE_RISE = 0.4;

    /** By how much the posture of each sector falls to find the worst one (assumption). */
    public static final double SCREENED_FALL = -0.3;

    /** Sectors settled at once beside each other. */
    private static final int SECTORS_AT_ONCE = 24;

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
     * @param tried every value tried and the probability of proration found there, in rising order
     */
    public record Answer(
            String what,
            double now,
            double bound,
            ConfidenceInterval answer,
            List<RareEvent> confirmation,
            List<Candidate> tried) {
        /** The value tried whose probability of proration is nearest to another one, by ratio; NaN where none was seen. */
        public double nearest(double probability) {
            return tried.stream()
                    .filter(candidate -> candidate.proration().hits() > 0)
                    .min(Comparator.comparingDouble(candidate ->
                            Math.abs(StrictMath.log(candidate.proration().probability() / probability))))
                    .map(Candidate::value)
                    .orElse(Double.NaN);
        }

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

    /** A value tried and what was found there. */
    public record Candidate(double value, RareEvent proration) {}

    /**
     * A sector whose posture alone falls by {@link #SCREENED_FALL}, and the probability of proration then.
     *
     * @param behind by how much the worst sector is above it, with its 95 % interval; 0 for the worst
     */
    public record SectorFall(String sector, RareEvent proration, ConfidenceInterval behind) {
        /** Whether the run can tell it from the worst sector. */
        public boolean separable() {
            return behind.low() > 0;
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
                lever.key(), now, value -> lever.policy(policy, name(value), value), scale * LEAST, scale * MOST, true);
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

    /**
     * The sectors in the order of the probability of proration that a fall of their posture by {@link #SCREENED_FALL} alone
     * brings about, the worst first. Those settled at once are on the same draws, so that their distance is paired by trial;
     * other distances are those of independent estimates.
     */
    public List<SectorFall> worstFirst() {
        List<String> sectors = sectors();
        List<SectorFall> falls = new ArrayList<>();
        List<List<SectorFall>> together = new ArrayList<>();
        for (int from = 0; from < sectors.size(); from += SECTORS_AT_ONCE) {
            List<SectorFall> some = fall(sectors.subList(from, Math.min(sectors.size(), from + SECTORS_AT_ONCE)));
            together.add(some);
            falls.addAll(some);
        }
        falls.sort(
                Comparator.comparingDouble((SectorFall one) -> -one.proration().probability())
                        .thenComparing(SectorFall::sector));
        SectorFall worst = falls.get(0);
        return falls.stream()
                .map(one -> together.stream().anyMatch(some -> some.contains(one) && some.contains(worst))
                        ? one
                        : apart(worst, one))
                .toList();
    }

    private List<SectorFall> fall(List<String> sectors) {
        List<Policy> policies = sectors.stream()
                .map(sector -> policy.with(sector, policy.fund(), adjusted(sector, SCREENED_FALL)))
                .toList();
        List<Prorations.Ranked> ranked = Prorations.ranked(scenario.withPolicies(policies), threads);
        List<SectorFall> falls = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            falls.add(new SectorFall(
                    sectors.get(i), ranked.get(i).proration(), ranked.get(i).behind()));
        }
        return falls;
    }

    private static SectorFall apart(SectorFall worst, SectorFall one) {
        double error =
                Math.hypot(worst.proration().standardError(), one.proration().standardError());
        double behind = worst.proration().probability() - one.proration().probability();
        return new SectorFall(one.sector(), one.proration(), ConfidenceInterval.normal(behind, error));
    }

    /** The sectors of the scenario's operations, in order. */
    public List<String> sectors() {
        return ScenarioCompiler.sectors(scenario);
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
        BoundSearch.Found found = search.between(from, to, scenario.trials());
        ConfidenceInterval x = found.x();
        List<Candidate> tried = found.tried().stream()
                .map(one -> new Candidate(one.x(), one.found()))
                .sorted(Comparator.comparingDouble(Candidate::value))
                .toList();
        if (!Double.isFinite(x.estimate())) {
            return new Answer(what, now, bound, x, List.of(), tried);
        }
        long otherSeed = KeyedHash.mix(scenario.seed() ^ OTHER_SEED);
        Scenario other = scenario.drawn(otherSeed, scenario.trials(), scenario.accuracy());
        return new Answer(what, now, bound, x, at(other, candidate, List.of(x.low(), x.estimate(), x.high())), tried);
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
