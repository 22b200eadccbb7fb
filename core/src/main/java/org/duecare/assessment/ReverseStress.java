package org.duecare.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.quantity.Money;
import org.duecare.random.KeyedHash;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Prorations;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.StatedEvent;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.RareEvent;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;

/** Named disasters on top of a scenario: what they cost at several sizes, and the smallest that exhausts the fund. */
public final class ReverseStress {
    /** A disaster happens in every trial: few trials suffice. */
    static final int MOST_TRIALS = 2048;

    private static final int ROUNDS = 4;
    private static final double LEAST = 1.0 / 256;
    private static final double MOST = 256;
    private static final long OTHER_SEED = 0x9FB21C651E98DF25L;

    private final Scenario scenario;
    private final int threads;
    private final Map<Integer, List<List<Payment>>> undisturbed = new HashMap<>();

    /** Disasters in a scenario. */
    public ReverseStress(Scenario scenario, int threads) {
        this.scenario = scenario.drawn(
                scenario.seed(),
                Math.min(MOST_TRIALS, scenario.trials()),
                scenario.accuracy().settled(false));
        this.threads = threads;
    }

    /**
     * What a disaster of one size costs under one variant, in its last year.
     *
     * @param scale factor on the stated amounts
     * @param paid mean of each live payer in that year
     * @param proration probability of proration up to that year; null without a fund
     */
    public record Outcome(
            String disaster,
            double scale,
            String variant,
            int year,
            List<Payment> paid,
            @Nullable RareEvent proration) {}

    /** Mean of a measure with its interval, and the same without the disaster. */
    public record Payment(Measure measure, ConfidenceInterval mean, double without) {}

    /**
     * The smallest size of a disaster that exhausts the fund.
     *
     * @param exhausted probability of shortage that is called exhausted
     * @param confirmation probability of shortage at low, estimate and high under an independent seed; empty without an answer
     */
    public record Smallest(
            String disaster,
            String variant,
            ConfidenceInterval scale,
            double harm,
            double exhausted,
            List<RareEvent> confirmation) {
        /** Whether the independent seed finds that probability inside the interval, as far as it can tell. */
        public boolean confirmed() {
            if (confirmation.isEmpty()) {
                return false;
            }
            RareEvent low = confirmation.get(0);
            RareEvent high = confirmation.get(confirmation.size() - 1);
            double z = ConfidenceInterval.Z95;
            return low.probability() - z * low.standardError() <= exhausted
                    && high.probability() + z * high.standardError() >= exhausted;
        }
    }

    /** A disaster at several sizes under all variants. */
    public List<Outcome> family(StressPlan.Disaster disaster, List<Double> scales) {
        int year = disaster.lastYear();
        Scenario world = scenario.upTo(year);
        List<List<Payment>> without = undisturbed.computeIfAbsent(year, y -> run(world, y, null, List.of()));
        List<Outcome> outcomes = new ArrayList<>();
        for (double scale : scales) {
            Scenario hit = world.withEvents(joined(disaster, scale));
            List<@Nullable RareEvent> proration = new ArrayList<>();
            List<List<Payment>> paid = run(hit, year, proration, without);
            for (int v = 0; v < paid.size(); v++) {
                String variant = scenario.policies().get(v).variant();
                outcomes.add(new Outcome(disaster.disaster(), scale, variant, year, paid.get(v), proration.get(v)));
            }
        }
        return List.copyOf(outcomes);
    }

    private List<StatedEvent> joined(StressPlan.Disaster disaster, double scale) {
        List<StatedEvent> events = new ArrayList<>(scenario.events());
        events.removeIf(event -> event.year() > disaster.lastYear());
        events.addAll(disaster.scaled(scale));
        return events;
    }

    private List<List<Payment>> run(
            Scenario hit, int year, @Nullable List<@Nullable RareEvent> proration, List<List<Payment>> without) {
        CompiledScenario compiled = ScenarioCompiler.compile(hit);
        List<List<Payment>> all = new ArrayList<>();
        try (MemoryColumnStore store = new MemoryColumnStore(RunCollector.columns(compiled), hit.trials())) {
            RunResult result = Run.run(compiled, SimulationPlan.of(compiled, threads), store, done -> {});
            for (int v = 0; v < result.variants().size(); v++) {
                RunResult.VariantResult variant = result.variants().get(v);
                all.add(payments(variant, year, result, without.isEmpty() ? List.of() : without.get(v)));
                RunResult.FundPath fund = variant.fund();
                if (proration != null) {
                    proration.add(fund == null ? null : upTo(fund, year, result));
                }
            }
        }
        return all;
    }

    private static RareEvent upTo(RunResult.FundPath fund, int year, RunResult result) {
        List<TrialColumn> years = new ArrayList<>();
        for (int y = 1; y <= year; y++) {
            years.add(fund.proration(y));
        }
        return RareEvent.withinHorizon(years, result.weights());
    }

    private static List<Payment> payments(
            RunResult.VariantResult variant, int year, RunResult result, List<Payment> without) {
        List<Payment> payments = new ArrayList<>();
        for (Measure measure : variant.measures()) {
            if (measure == Measure.HARM || measure == Measure.DAMAGES || measure.isPayer()) {
                ConfidenceInterval mean = MeanEstimator.of(
                                List.of(variant.sum(measure, year)),
                                result.weights(),
                                Money.MINOR_PER_MAIN,
                                TailMoments.FINITE_VARIANCE)
                        .mean();
                double before = without.stream()
                        .filter(payment -> payment.measure() == measure)
                        .mapToDouble(payment -> payment.mean().estimate())
                        .findFirst()
                        .orElse(0);
                payments.add(new Payment(measure, mean, before));
            }
        }
        return List.copyOf(payments);
    }

    /**
     * The smallest size of a disaster at which the fund of a variant is short with a stated probability, up to the disaster's
     * last year.
     */
    public Smallest smallest(StressPlan.Disaster disaster, Policy policy, double exhausted) {
        Scenario world = scenario.upTo(disaster.lastYear()).withPolicies(List.of(policy));
        // The search wants a probability that falls: it walks from large sizes down, over no shortage.
        BoundSearch search = new BoundSearch(sizes -> enough(world, disaster, sizes), 1 - exhausted, true, 1, ROUNDS);
        ConfidenceInterval scale = search.between(LEAST, MOST, world.trials()).x();
        boolean found = Double.isFinite(scale.estimate());
        double harm = found ? harm(disaster, scale.estimate()) : Double.NaN;
        return new Smallest(
                disaster.disaster(),
                policy.variant(),
                scale,
                harm,
                exhausted,
                found ? again(world, disaster, scale) : List.of());
    }

    /** Probability of shortage at low, estimate and high under another seed. */
    private List<RareEvent> again(Scenario world, StressPlan.Disaster disaster, ConfidenceInterval scale) {
        Scenario other = world.drawn(KeyedHash.mix(world.seed() ^ OTHER_SEED), world.trials(), world.accuracy());
        return enough(other, disaster, List.of(scale.low(), scale.estimate(), scale.high())).stream()
                .map(one -> one.complement(other.trials()))
                .toList();
    }

    /** Probability that the fund is not short, by size of the disaster. */
    private List<RareEvent> enough(Scenario world, StressPlan.Disaster disaster, List<Double> sizes) {
        List<RareEvent> found = new ArrayList<>();
        for (double size : sizes) {
            RareEvent shortage = Objects.requireNonNull(Prorations.of(world.withEvents(joined(disaster, size)), threads)
                    .get(0));
            found.add(shortage.complement(world.trials()));
        }
        return found;
    }

    private double harm(StressPlan.Disaster disaster, double size) {
        return disaster.scaled(size).stream()
                .mapToDouble(event -> ScenarioCompiler.harm(scenario, event))
                .sum();
    }
}
