package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.liability.Liability;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.operation.Territory;
import org.duecare.quantity.InvalidValueException;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.threat.Contagion;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;

/**
 * Events of providers against closed forms, and what must not move. Each figure is judged by a z-test with its exact standard
 * error; below 40 figures in all, so that the bound 4.5 makes a false alarm of the whole class less likely than 2.8e-4.
 */
class ProviderTest {
    private static final double Z_BOUND = 4.5;
    private static final int TRIALS = 40_960;
    private static final ElementValues STATE_OF_THE_ART = new ElementValues(0, 0, 0, 0, 0, 1, 0, 0, 0);

    private static Provider provider(String id, double rate, double reach, LossLaw hours, String... dependsOn) {
        return new Provider(
                id,
                "cloud",
                rate,
                reach,
                hours,
                new Provider.Hourly(10, 0, 0),
                new Provider.Hourly(100, 0, 0),
                0,
                null,
                0,
                List.of(dependsOn),
                null,
                STATE_OF_THE_ART);
    }

    private static Provider runBy(Provider p, String operation, double recourseShare) {
        return new Provider(
                p.provider(),
                p.kind(),
                p.eventsPerYear(),
                p.reach(),
                p.durationHours(),
                p.lossPerHour(),
                p.harmPerHour(),
                p.waitingHours(),
                operation,
                recourseShare,
                p.dependsOn(),
                p.type(),
                p.effect());
    }

    private static ScenarioBuilder builder() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = ScenarioBuilder.diligence(0.01, 1, 0.6, 0);
        return builder;
    }

    private static void operation(ScenarioBuilder builder, String id, double posture, String... providers) {
        builder.operation(id, posture);
        int last = builder.operations.size() - 1;
        builder.operations.set(last, Operations.dependingOn(builder.operations.get(last), List.of(providers)));
    }

    private static RunResult run(ScenarioBuilder builder) {
        if (builder.policies.isEmpty()) {
            builder.policy("base", ScenarioBuilder.strict(), List.of());
        }
        return TestRuns.run(builder.build(), 2);
    }

    /** Number of hits by trial and operation in year 1. */
    private static int[][] hits(RunResult result, int v) {
        int trials = result.scenario().trials();
        int[][] hits = new int[result.operations().size()][trials];
        for (int block = 0; block * 2048 < trials; block++) {
            EventRows rows = result.events().read(v, block, 1);
            for (int row = 0; row < rows.size(); row++) {
                if (rows.provider(row) >= 0) {
                    hits[rows.operation(row)][block * 2048 + rows.slot(row)]++;
                }
            }
        }
        return hits;
    }

    private static void probability(String name, long found, double expected) {
        double share = found / (double) TRIALS;
        double z = (share - expected) / Math.sqrt(expected * (1 - expected) / TRIALS);
        assertThat(Math.abs(z))
                .as("%s: found %.6g, expected %.6g, z = %.2f", name, share, expected, z)
                .isLessThan(Z_BOUND);
    }

    private static void poissonMean(String name, long found, double expected) {
        double z = (found - expected * TRIALS) / Math.sqrt(expected * TRIALS);
        assertThat(Math.abs(z))
                .as("%s: found %.6g, expected %.6g, z = %.2f", name, found / (double) TRIALS, expected, z)
                .isLessThan(Z_BOUND);
    }

    private static long total(int[] counts) {
        return java.util.Arrays.stream(counts).asLongStream().sum();
    }

    @Test
    void twoOperationsOnOneProviderHaveTheirExactJointProbability() {
        ScenarioBuilder builder = builder();
        builder.providers.add(provider("cloud-a", 0.8, 0.7, new Exponential(8)));
        operation(builder, "a", 0.2, "cloud-a");
        operation(builder, "b", 0.9, "cloud-a");
        int[][] hits = hits(run(builder), 0);
        double a = 0.7 * StrictMath.exp(-0.2);
        double b = 0.7 * StrictMath.exp(-0.9);
        double rate = 0.8;
        long onlyA = 0;
        long onlyB = 0;
        long both = 0;
        for (int t = 0; t < TRIALS; t++) {
            onlyA += hits[0][t] > 0 ? 1 : 0;
            onlyB += hits[1][t] > 0 ? 1 : 0;
            both += hits[0][t] > 0 && hits[1][t] > 0 ? 1 : 0;
        }
        double noA = StrictMath.exp(-rate * a);
        double noB = StrictMath.exp(-rate * b);
        probability("a", onlyA, 1 - noA);
        probability("b", onlyB, 1 - noB);
        probability("both", both, 1 - noA - noB + StrictMath.exp(-rate * (a + b - a * b)));
        poissonMean("hits of a", total(hits[0]), rate * a);
        poissonMean("hits of b", total(hits[1]), rate * b);
    }

    /** Exchange of information helps no further than the state's own, against events of providers too. */
    @Test
    void theStateBoundsWhatPostureDoesAgainstHits() {
        ScenarioBuilder builder = builder();
        Provider cloud = provider("cloud-a", 0.8, 0.7, new Exponential(8));
        builder.providers.add(new Provider(
                "cloud-a",
                "",
                0.8,
                0.7,
                cloud.durationHours(),
                cloud.lossPerHour(),
                cloud.harmPerHour(),
                0,
                null,
                0,
                List.of(),
                null,
                PostureRuns.effectOf(DiligenceElement.INFORMATION_EXCHANGE, 1)));
        operation(builder, "a", 0.9, "cloud-a");
        double[] state = ElementValues.uniform(1).toArray();
        state[DiligenceElement.INFORMATION_EXCHANGE.ordinal()] = 0.2;
        Territory plain = Territory.PLAIN;
        Territory bound =
                new Territory("", ElementValues.of(state), 0, plain.sanction(), plain.claimProbability(), Map.of());
        builder.policy("free", ScenarioBuilder.strict(), List.of());
        builder.policy(
                "bound",
                ScenarioBuilder.strict(),
                List.of(),
                List.of(),
                new States(Map.of("DE", bound), StateLiability.NONE));
        RunResult result = run(builder);

        poissonMean("free", total(hits(result, 0)[0]), 0.8 * 0.7 * StrictMath.exp(-0.9));
        poissonMean("bound", total(hits(result, 1)[0]), 0.8 * 0.7 * StrictMath.exp(-0.2));
    }

    @Test
    void eventsGoDownTheGraphWithTheirReach() {
        ScenarioBuilder builder = builder();
        builder.providers.add(provider("cloud", 0.5, 0.6, new Degenerate(5), "dns"));
        builder.providers.add(provider("dns", 0.9, 0.4, new Degenerate(3)));
        operation(builder, "direct", 0, "dns");
        operation(builder, "indirect", 0.5, "cloud");
        operation(builder, "twice", 0, "dns", "cloud");
        int[][] hits = hits(run(builder), 0);
        double v = StrictMath.exp(-0.5);
        poissonMean("direct", total(hits[0]), 0.9 * 0.4);
        poissonMean("indirect", total(hits[1]), 0.5 * 0.6 * v + 0.9 * 0.4 * 0.6 * v);
        // One mark: hit by an event of dns where it is below 0.6 and the cloud is down, or below 0.4.
        poissonMean("twice", total(hits[2]), 0.5 * 0.6 + 0.9 * (0.4 * 0.6 + 0.6 * 0.4));
    }

    @Test
    void durationBecomesMoneyBeyondTheWaitingHours() {
        ScenarioBuilder builder = builder();
        Provider plain = provider("cloud-a", 0.8, 0.5, new Exponential(8));
        builder.providers.add(new Provider(
                "cloud-a",
                "",
                0.8,
                0.5,
                plain.durationHours(),
                new Provider.Hourly(0, 1e-6, 0),
                new Provider.Hourly(0, 0, 0.5),
                4,
                null,
                0,
                List.of(),
                null,
                ElementValues.uniform(0)));
        builder.operations.add(new Operation(
                "a",
                "a",
                "energy",
                "DE",
                1e8,
                ScenarioBuilder.NONE,
                ScenarioBuilder.NONE,
                1000,
                ElementValues.uniform(0)));
        builder.operations.set(0, Operations.dependingOn(builder.operations.get(0), List.of("cloud-a")));
        RunResult result = run(builder);
        double beyond = 0.8 * 0.5 * StrictMath.exp(-4 / 8.0);
        // Beyond the wait an exponential duration goes on as before: mean 8, second moment 128.
        for (Measure measure : List.of(Measure.OWN_LOSS, Measure.HARM)) {
            double perHour = measure == Measure.HARM ? 500 : 100;
            double sum = java.util.Arrays.stream(TestRuns.sums(result, 0, measure, 1))
                    .sum();
            double z = (sum - TRIALS * beyond * 8 * perHour) / (perHour * Math.sqrt(TRIALS * beyond * 128));
            assertThat(Math.abs(z)).as("%s, z = %.2f", measure, z).isLessThan(Z_BOUND);
        }
        poissonMean("incidents", total(hits(result, 0)[0]), beyond);
    }

    @Test
    void stateOfTheArtLowersHitsAndAddsNone() {
        ScenarioBuilder builder = builder();
        builder.providers.add(provider("cloud-a", 2, 0.9, new Exponential(8)));
        operation(builder, "a", 0, "cloud-a");
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        Adjustment better = new Adjustment(
                all,
                null,
                new Adjustment.Posture(
                        new Adjustment.PartialElements(null, null, null, null, null, 1.0, null, null, null)),
                1);
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        builder.policy("better", builder.diligence, ScenarioBuilder.strict(), null, List.of(), null, List.of(better));
        RunResult result = run(builder);
        int[][] base = hits(result, 0);
        int[][] improved = hits(result, 1);
        for (int t = 0; t < TRIALS; t++) {
            assertThat(improved[0][t]).isLessThanOrEqualTo(base[0][t]);
        }
        poissonMean("base", total(base[0]), 1.8);
        poissonMean("state of the art", total(improved[0]), 1.8 * StrictMath.exp(-1));
    }

    @Test
    void anEventCountsWithItsSumOverOperationsInEveryTrial() {
        RunResult result = run(mixed(0, 4_100));
        for (int v = 0; v < result.variants().size(); v++) {
            for (int year = 1; year <= 2; year++) {
                for (Measure measure : result.variants().get(v).measures()) {
                    if (measure != Measure.LEVY) {
                        EventsTest.compare(result, v, year, measure);
                    }
                }
            }
        }
    }

    /** A scheme with shared providers, one of them an operation, and everything that couples. */
    private static ScenarioBuilder mixed(int rotation, int trials) {
        ScenarioBuilder builder = builder();
        builder.trials = trials;
        builder.years = 2;
        for (int i = 0; i < 12; i++) {
            String[] on =
                    i % 3 == 0 ? new String[] {"cloud"} : i % 3 == 1 ? new String[] {"dns", "shop"} : new String[0];
            operation(builder, "op-" + i, 0.08 * i, on);
        }
        operation(builder, "op-host", 0.3);
        builder.providers.add(provider("cloud", 0.3, 0.7, new Lognormal(2, 1), "dns"));
        builder.providers.add(runBy(provider("dns", 0.2, 0.5, new Exponential(9)), "op-host", 0.4));
        builder.providers.add(provider("shop", 0.5, 0.9, new Exponential(3), "cloud"));
        builder.threat("ransomware", 0.3, new Lognormal(7, 1));
        builder.event("flood", 2, 500);
        Collections.rotate(builder.providers, rotation);
        Collections.rotate(builder.operations, rotation);
        List<Layer> layers = List.of(
                ScenarioBuilder.layer(Payer.INSURER, 100, 800, 1500),
                ScenarioBuilder.layer(Payer.FUND, 200, 6000, ScenarioBuilder.NONE),
                ScenarioBuilder.layer(Payer.STATE, 0, 1000, 1200));
        Liability careful = ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.2, Liability.Causation.BUT_FOR);
        builder.policy(
                "negligence",
                builder.diligence,
                careful,
                null,
                layers,
                ScenarioBuilder.fund(1e4, 8e3, 1e-6, 2e4),
                List.of());
        builder.policy(
                "strict",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                layers,
                ScenarioBuilder.fund(1e4, 8e3, 1e-6, 2e4),
                List.of());
        return builder;
    }

    @Test
    void threadsCutsAndOrderDoNotShow() {
        CompiledScenario compiled = ScenarioCompiler.compile(mixed(0, 4_100).build());
        String hash = TestRuns.run(compiled, new SimulationPlan(4_100, 1, 1)).resultSha256();
        for (int threads : new int[] {1, 2, 3}) {
            for (int slices : new int[] {1, 2, 5}) {
                assertThat(TestRuns.run(compiled, new SimulationPlan(4_100, threads, slices))
                                .resultSha256())
                        .as("%d threads, %d slices", threads, slices)
                        .isEqualTo(hash);
            }
        }
        assertThat(TestRuns.run(mixed(2, 4_100).build(), 2).resultSha256()).isEqualTo(hash);
    }

    @Test
    void providersMoveNobodysOwnAttemptsAndNoOtherProvidersEvents() {
        ScenarioBuilder without = builder();
        operation(without, "a", 0.2);
        operation(without, "b", 0.2);
        without.threat("outage", 1, new Exponential(1e5));
        ScenarioBuilder with = builder();
        with.providers.add(provider("cloud", 0.5, 0.7, new Exponential(8)));
        operation(with, "a", 0.2);
        operation(with, "b", 0.2, "cloud");
        with.threat("outage", 1, new Exponential(1e5));
        ScenarioBuilder more = builder();
        more.providers.add(provider("another", 0.5, 0.7, new Exponential(8)));
        more.providers.add(with.providers.get(0));
        operation(more, "a", 0.2, "another");
        operation(more, "b", 0.2, "cloud");
        more.threat("outage", 1, new Exponential(1e5));

        RunResult first = run(without);
        RunResult second = run(with);
        RunResult third = run(more);

        assertThat(second.variants().get(0).operationTotals(Measure.HARM)[0])
                .isEqualTo(first.variants().get(0).operationTotals(Measure.HARM)[0])
                .isPositive();
        assertThat(second.variants().get(0).operationTotals(Measure.HARM)[1] - harmOfHits(second, 1))
                .isEqualTo(first.variants().get(0).operationTotals(Measure.HARM)[1]);
        assertThat(third.variants().get(0).operationTotals(Measure.HARM)[1])
                .isEqualTo(second.variants().get(0).operationTotals(Measure.HARM)[1]);
    }

    private static long harmOfHits(RunResult result, int operation) {
        long sum = 0;
        for (int block = 0; block * 2048 < result.scenario().trials(); block++) {
            EventRows rows = result.events().read(0, block, 1);
            for (int row = 0; row < rows.size(); row++) {
                sum += rows.provider(row) >= 0 && rows.operation(row) == operation ? rows.amount(Measure.HARM, row) : 0;
            }
        }
        return sum;
    }

    @Test
    void aProviderThatIsAnOperationFailsByItsOwnCareAndAnswersForItsShare() {
        for (double share : new double[] {0, 0.3, 1}) {
            ScenarioBuilder builder = builder();
            operation(builder, "a", 0, "cloud");
            operation(builder, "b", 0, "cloud");
            operation(builder, "host", 0.5);
            builder.providers.add(runBy(provider("cloud", 1.2, 0.8, new Degenerate(10)), "host", share));
            RunResult result = run(builder);
            int[][] hits = hits(result, 0);
            double events = 1.2 * StrictMath.exp(-0.5);
            poissonMean("a at share " + share, total(hits[0]), events * 0.8);
            poissonMean("host at share " + share, total(hits[2]), share == 0 ? 1e-9 : events * (1 - 0.2 * 0.2));
            long[] harm = result.variants().get(0).operationTotals(Measure.HARM);
            long each = Math.round(100 * 1000 * (1 - share));
            assertThat(harm[0]).isEqualTo(each * total(hits[0]));
            assertThat(harm[0] + harm[1] + harm[2]).isEqualTo(100_000L * (total(hits[0]) + total(hits[1])));
        }
    }

    @Test
    void theHostIsJudgedByItsOwnShortfallAndItsDependantsByTheirs() {
        ScenarioBuilder builder = builder();
        operation(builder, "careful", 0.9, "cloud");
        operation(builder, "careless", 0.1, "cloud");
        operation(builder, "host", 0.9);
        builder.providers.add(runBy(provider("cloud", 1.2, 0.8, new Degenerate(10)), "host", 0.5));
        builder.policy(
                "negligence",
                ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0, Liability.Causation.BUT_FOR),
                List.of());
        RunResult result = run(builder);
        long[] damages = result.variants().get(0).operationTotals(Measure.DAMAGES);
        assertThat(damages[0]).isZero();
        assertThat(damages[1]).isPositive();
        assertThat(damages[2]).isZero();
        // But for: hits of the careless that due care (0.6) would have avoided.
        int[][] hits = hits(result, 0);
        double causal = 1 - StrictMath.exp(-0.6 + 0.1);
        double expected = total(hits[1]) * causal;
        double z = (damages[1] / 50_000.0 - expected) / Math.sqrt(expected * (1 - causal));
        assertThat(Math.abs(z)).as("z = %.2f", z).isLessThan(Z_BOUND);
    }

    @Test
    void aRateThatCountsAllIncidentsIsReproducedWithProvidersAndContagion() {
        for (boolean portfolio : new boolean[] {true, false}) {
            ScenarioBuilder builder = builder();
            Provider cloud = typed(provider("cloud", 0.15, 0.7, new Exponential(8), "dns"), "outage", 2);
            Provider dns = typed(runBy(provider("dns", 0.1, 0.6, new Exponential(5)), "host", 0), "outage", 1);
            builder.providers.add(cloud);
            builder.providers.add(dns);
            builder.providers.add(provider("other", 0.3, 0.6, new Exponential(5)));
            for (int i = 0; i < 8; i++) {
                double posture = portfolio ? 0.1 + 0.1 * i : 0.4;
                String[] on =
                        i % 2 == 0 ? new String[] {"cloud", "dns"} : new String[] {i % 4 == 1 ? "cloud" : "other"};
                operation(builder, "op-" + i, posture, on);
            }
            operation(builder, "host", portfolio ? 0.5 : 0.4);
            builder.contagion = new Contagion(0.6, Contagion.Among.SECTOR, 0, 0.5);
            builder.threat("outage", 0.5, new Exponential(1000));
            ElementValues change = new ElementValues(0, 0, 0, 1.5, 0, 0, 0, 0, 0);
            builder.threats.replaceAll(threat -> Threats.all(
                    Threats.of(threat, null, 0.3, change),
                    new ThreatType.ReferencePosture(portfolio, 0.4),
                    ThreatType.Counts.ALL));
            RunResult result = run(builder);
            int other = 2;
            long incidents = 0;
            double squares = 0;
            for (int block = 0; block * 2048 < TRIALS; block++) {
                EventRows rows = result.events().read(0, block, 1);
                int[] ofTrial = new int[2048];
                for (int row = 0; row < rows.size(); row++) {
                    ofTrial[rows.slot(row)] += rows.provider(row) == other ? 0 : 1;
                }
                for (int count : ofTrial) {
                    incidents += count;
                    squares += (double) count * count;
                }
            }
            double mean = incidents / (double) TRIALS;
            double error = Math.sqrt((squares / TRIALS - mean * mean) / TRIALS);
            assertThat(Math.abs(mean - 9 * 0.5) / error)
                    .as("portfolio %s: found %.5g, published %.5g", portfolio, mean, 4.5)
                    .isLessThan(Z_BOUND);
            assertThat(mean / 4.5).isBetween(0.99, 1.01);
        }
    }

    private static Provider typed(Provider p, String type, double waitingHours) {
        return new Provider(
                p.provider(),
                p.kind(),
                p.eventsPerYear(),
                p.reach(),
                p.durationHours(),
                p.lossPerHour(),
                p.harmPerHour(),
                waitingHours,
                p.operation(),
                p.recourseShare(),
                p.dependsOn(),
                type,
                p.effect());
    }

    @Test
    void unknownProvidersAndCirclesAreRefused() {
        ScenarioBuilder unknown = builder();
        operation(unknown, "a", 0, "cluod");
        unknown.providers.add(provider("cloud", 1, 1, new Degenerate(1)));
        unknown.policy("base", ScenarioBuilder.strict(), List.of());
        assertThatThrownBy(unknown::compile)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("have no cluod, which operation a names");

        ScenarioBuilder circle = builder();
        operation(circle, "a", 0, "x");
        circle.providers.add(provider("x", 1, 1, new Degenerate(1), "y"));
        circle.providers.add(provider("y", 1, 1, new Degenerate(1), "x"));
        circle.policy("base", ScenarioBuilder.strict(), List.of());
        assertThatThrownBy(circle::build).hasMessageContaining("in a circle: x -> y -> x");
    }
}
