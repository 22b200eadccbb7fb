package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exact engine as a user meets it. */
class AggregateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int duecare(String... arguments) {
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private JsonNode printed() {
        return JsonMapper.builder().build().readTree(out.toString());
    }

    @Test
    void jsonHasTheAgreedNames() {
        assertThat(duecare("aggregate", "library:two-layers", "--json", "--second-opinion"))
                .isZero();

        JsonNode answer = printed();
        assertThat(answer.get("aggregate").asString()).isEqualTo("two-layers");
        assertThat(answer.get("method").asString()).isEqualTo("fft");
        assertThat(answer.get("step").asDouble()).isPositive();
        assertThat(answer.get("buckets").asInt()).isPositive();
        assertThat(answer.get("mean").asDouble()).isCloseTo(3000, within(1e-9));
        assertThat(answer.get("sd").asDouble()).isCloseTo(Math.sqrt(2.5 * 12 * 400 * 400), within(1e-6));
        assertThat(answer.get("skewness").asDouble())
                .isCloseTo(60 / (Math.sqrt(2.5) * Math.pow(12, 1.5)), within(1e-9));
        assertThat(answer.get("points").get(0).get("cdf").asDouble()).isCloseTo(Math.exp(-2.5), within(1e-12));
        assertThat(answer.get("points").get(0).get("probability").asDouble()).isCloseTo(Math.exp(-2.5), within(1e-12));
        assertThat(answer.get("points").get(2).get("stopLoss").asDouble()).isCloseTo(2118.0774, within(1e-4));
        assertThat(answer.get("quantiles").get(0).get("tvar").asDouble())
                .isGreaterThan(answer.get("quantiles").get(0).get("loss").asDouble());
        assertThat(answer.get("layers").get(0).get("premium").asDouble())
                .isLessThan(answer.get("layers").get(0).get("mean").asDouble());
        assertThat(answer.get("layers").get(0).get("sd").asDouble()).isPositive();
        assertThat(answer.get("prices").get(0).get("principle").asString()).isEqualTo("wang");
        assertThat(answer.get("prices").get(2).get("price").asDouble())
                .isCloseTo(3000 + .3 * Math.sqrt(2.5 * 12 * 400 * 400), within(1e-5));
        assertThat(answer.get("selfCheck").get("passed").asBoolean()).isTrue();
        assertThat(answer.get("selfCheck").get("momentError").asDouble()).isLessThan(1e-9);
        assertThat(answer.get("selfCheck").get("aliasing").asDouble()).isLessThan(1e-9);
        assertThat(answer.get("secondOpinion").get("largestDifference").asDouble())
                .isLessThan(1e-8);
    }

    @Test
    void tableShowsTheSameNumbers() {
        assertThat(duecare("aggregate", "library:two-layers")).isZero();

        assertThat(out.toString()).contains("mean 3,000.00", "stopLoss", "tvar", "premium", "self-check passed");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void missedToleranceEndsWithItsOwnCodeAndTheBestNumbers() {
        assertThat(duecare(
                        "aggregate",
                        "library:two-layers",
                        "--json",
                        "--set",
                        "buckets=1024",
                        "--set",
                        "tolerance=1e-12"))
                .isEqualTo(ExitCode.QUALITY);

        assertThat(printed().get("selfCheck").get("passed").asBoolean()).isFalse();
        assertThat(printed().get("mean").asDouble()).isCloseTo(3000, within(1e-9));
        assertThat(err.toString()).contains("the tolerance 1.00e-12 is not met");
    }

    @Test
    void badFileIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "schemaVersion: 1\naggregate: x\n");

        assertThat(duecare("aggregate", file.toString(), "--json")).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("'currency' is missing", "'count' is missing", "'severity' is missing");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void lawsWithoutMomentsAnswerWithReasons() {
        assertThat(duecare(
                        "aggregate",
                        "library:two-layers",
                        "--json",
                        "--set",
                        "severity={law: levy, scale: 1}",
                        "--set",
                        "layers=[]",
                        "--set",
                        "quantiles=[0.9]",
                        "--set",
                        "principles=[]",
                        "--set",
                        "tolerance=1e-5"))
                .isZero();

        assertThat(printed().get("mean").isNull()).isTrue();
        assertThat(printed().get("meanReason").asString()).contains("no such moment");
        assertThat(printed().get("points").get(1).get("cdf").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void keysAreExplained() {
        assertThat(duecare("explain", "layers.reinstatements")).isZero();
        assertThat(out.toString()).contains("Refillings of the limit");
    }
}
