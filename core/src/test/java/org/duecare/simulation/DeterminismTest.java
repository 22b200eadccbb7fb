package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;

/** Same address, same bits: threads, cuts, order, company and Java versions cannot show in the results. */
class DeterminismTest {
    /** The hash of {@link #reference()}. It changes only with the model version, and then the changelog says so. */
    static final String GOLDEN_HASH = "c622d7ebf016571c4b005b7de5b4e82ddb243dd8e1da99d6b1f0432a9bb5ea5a";

    static final int TRIALS = 5_000;

    /** A scenario that touches most of the engine: noise, layers, fund, shortage, a stated event, adjusted posture. */
    static Scenario reference() {
        return reference(TRIALS, 0);
    }

    private static Scenario reference(int trials, int rotation) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.seed = 20210309;
        builder.trials = trials;
        builder.years = 3;
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
        for (int i = 0; i < 40; i++) {
            builder.operation("op-" + i, "owner-" + i / 2, 0.3 + 0.015 * i, 2e6, 1e7 * (1 + i % 5));
        }
        builder.threat("ransomware", 0.2, new org.duecare.distribution.Lognormal(11, 1.5));
        builder.threat("outage", 0.1, new org.duecare.distribution.Exponential(2e5));
        builder.event("cloud", 2, 5e4);
        Collections.rotate(builder.operations, rotation);
        Collections.rotate(builder.threats, rotation);
        ReferencePolicies.add(builder);
        Collections.rotate(builder.policies, rotation);
        return builder.build();
    }

    @Test
    void hashIsTheGoldenOne() {
        assertThat(TestRuns.run(reference(), 1).resultSha256()).isEqualTo(GOLDEN_HASH);
    }

    @Test
    void threadsAndCutsDoNotShow() {
        CompiledScenario compiled = ScenarioCompiler.compile(reference());
        for (int threads : new int[] {1, 2, 3, 8}) {
            for (int slices : new int[] {1, 2, 7}) {
                RunResult result = TestRuns.run(compiled, new SimulationPlan(TRIALS, threads, slices));
                assertThat(result.resultSha256())
                        .as("%d threads, %d slices", threads, slices)
                        .isEqualTo(GOLDEN_HASH);
            }
        }
    }

    @Test
    void firstTrialsOfALongRunAreTheShortRun() {
        RunResult whole = TestRuns.run(reference(), 2);
        for (int trials : new int[] {1, 2, 999, 2047, 2048, 2049, 4096, 4097}) {
            RunResult part = TestRuns.run(reference(trials, 0), 2);
            for (int v = 0; v < part.variants().size(); v++) {
                for (int year = 1; year <= 3; year++) {
                    for (Measure measure : part.variants().get(v).measures()) {
                        long[] sums = TestRuns.cents(part.variants().get(v).sum(measure, year));
                        long[] wholeSums =
                                TestRuns.cents(whole.variants().get(v).sum(measure, year));
                        assertThat(sums)
                                .as("%d trials, %s", trials, measure)
                                .isEqualTo(Arrays.copyOf(wholeSums, trials));
                    }
                }
            }
        }
    }

    @Test
    void orderInTheFileDoesNotShow() {
        for (int rotation : new int[] {1, 3}) {
            assertThat(TestRuns.run(reference(TRIALS, rotation), 2).resultSha256())
                    .isEqualTo(GOLDEN_HASH);
        }
    }

    @Test
    void otherSeedsGiveOtherTrials() {
        ScenarioBuilder one = small(1);
        ScenarioBuilder two = small(2);
        double[] first = TestRuns.sums(TestRuns.run(one.build(), 1), 0, Measure.HARM, 1);
        double[] second = TestRuns.sums(TestRuns.run(two.build(), 1), 0, Measure.HARM, 1);

        int different = 0;
        for (int t = 0; t < first.length; t++) {
            different += first[t] != second[t] ? 1 : 0;
        }

        assertThat(different).isGreaterThan((int) (0.99 * first.length));
    }

    private static ScenarioBuilder small(long seed) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.seed = seed;
        builder.operation("a", 0.5).threat("outage", 8, new org.duecare.distribution.Exponential(1e5));
        return builder.policy("base", ScenarioBuilder.strict(), List.of());
    }

    @Test
    void companyDoesNotMoveAnOperationsOwnAttempts() {
        ScenarioBuilder alone = small(7);
        ScenarioBuilder inCompany = small(7);
        inCompany.operation("0-before", 0.2).operation("z-after", 0.9);
        inCompany.threat("flood", 1, new org.duecare.distribution.Exponential(1e4));
        inCompany.policies.add(
                0,
                new ScenarioBuilder()
                        .policy("another", ScenarioBuilder.strict(), List.of())
                        .policies
                        .get(0));
        inCompany.threats.set(1, onlyFor("other-sector", inCompany.threats.get(1)));

        long aloneHarm = TestRuns.run(alone.build(), 1).variants().get(0).operationTotals(Measure.HARM)[0];
        RunResult many = TestRuns.run(inCompany.build(), 1);

        assertThat(many.operations().get(1).operation()).isEqualTo("a");
        assertThat(many.variants().get(1).operationTotals(Measure.HARM)[1])
                .isEqualTo(aloneHarm)
                .isPositive();
    }

    private static org.duecare.threat.ThreatType onlyFor(String sector, org.duecare.threat.ThreatType t) {
        return Threats.only(List.of(sector), t);
    }

    @Test
    void anotherJavaGivesTheSameBits() throws IOException, InterruptedException {
        Optional<Path> other = otherJava();
        if (other.isEmpty()) {
            System.out.println("NOTICE: no second JDK found (DUECARE_JAVA_25 or beside this one); equality not tested");
            return;
        }
        Process process = new ProcessBuilder(
                        other.get().toString(), "-cp", System.getProperty("java.class.path"), PrintHash.class.getName())
                .redirectErrorStream(false)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();

        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo(GOLDEN_HASH);
    }

    private static Optional<Path> otherJava() throws IOException {
        String named = System.getenv("DUECARE_JAVA_25");
        if (named != null) {
            return Optional.of(Path.of(named, "bin", "java"));
        }
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        int own = Runtime.version().feature();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            siblings.filter(path -> Files.isExecutable(path.resolve("bin/java")))
                    .filter(path -> feature(path) > 17 && feature(path) != own)
                    .forEach(found::add);
        }
        return found.stream().sorted().findFirst().map(path -> path.resolve("bin/java"));
    }

    private static int feature(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Prints the hash of the reference run; started on another Java. */
    static final class PrintHash {
        private PrintHash() {}

        public static void main(String[] arguments) {
            System.out.println(TestRuns.run(reference(), 2).resultSha256());
        }
    }
}
