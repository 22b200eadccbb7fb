package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryFileTest {
    private static final RunResult RUN = new SampleRun("Sample", 1500, 2, List.of("status-quo", "joint-fund")).result();

    @Test
    void summaryIsTheGoldenOne() throws IOException {
        assertThat(summary(RUN, SampleAssessment.of(RUN))).isEqualTo(resource("summary-golden.json"));
    }

    static Stream<Assessment> assessments() {
        return Stream.of(SampleAssessment.of(RUN), withoutNumbers(), SampleAssessment.covered(RUN));
    }

    @Test
    void insurersStandInTheSummary() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(summary(RUN, SampleAssessment.covered(RUN)));
        JsonNode variant = json.at("/variants/0");

        assertThat(variant.at("/insurers/insurers/0/insurer").asString()).isEqualTo("first");
        assertThat(variant.at("/insurers/insurers/1/years/0").has("capitalMean"))
                .isFalse();
        assertThat(variant.at("/insurers/capacity/0/side").asString()).isEqualTo("gross");
        assertThat(variant.at("/exclusions/cost/fund/estimate").asDouble()).isEqualTo(10);
        assertThat(variant.at("/recoupment/0/layer").asString()).isEqualTo("backstop");
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void summaryFollowsItsSchema(Assessment assessment) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("summary.schema.json"), InputFormat.JSON);

        assertThat(schema.validate(summary(RUN, assessment), InputFormat.JSON)).isEmpty();
    }

    @Test
    void numberThatIsNotFiniteIsNullWithItsReason() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(summary(RUN, withoutNumbers()));
        JsonNode harm = json.at("/variants/0/annual/harm");

        assertThat(harm.at("/mean/estimate").isNull()).isTrue();
        assertThat(harm.at("/mean/reason").asString()).isEqualTo("the mean is infinite");
        assertThat(harm.at("/sd").isNull()).isTrue();
        assertThat(harm.at("/reason").asString()).isNotEmpty();
    }

    @Test
    void featureThatIsAbsentIsAbsent() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(summary(RUN, SampleAssessment.of(RUN)));

        assertThat(json.at("/variants/0").has("fund")).isFalse();
        assertThat(json.at("/variants/1").has("fund")).isTrue();
        assertThat(json.at("/variants/0/annual").has("levy")).isFalse();
        assertThat(json.at("/variants/1/annual/levy").has("oep")).isFalse();
    }

    @Test
    void returnPeriodBeyondTheDataSaysSo() throws IOException {
        RunResult few = new SampleRun("Few", 200, 1, List.of("base")).result();
        JsonNode json = JsonMapper.shared().readTree(summary(few, SampleAssessment.of(few)));
        JsonNode rarest = json.at("/variants/0/annual/harm/aep/3");

        assertThat(rarest.at("/returnPeriod").asInt()).isEqualTo(1000);
        assertThat(rarest.at("/loss").isNull()).isTrue();
        assertThat(rarest.at("/reason").asString()).isEqualTo("beyond the data");
    }

    private static Assessment withoutNumbers() {
        ConfidenceInterval none = ConfidenceInterval.none("the mean is infinite");
        MeasureAssessment harm = new MeasureAssessment(Measure.HARM, none, Double.POSITIVE_INFINITY, null, List.of());
        VariantAssessment variant = new VariantAssessment("base", List.of(harm), none, none, null, List.of());
        Assessment.Sharpness rare =
                new Assessment.Sharpness("status-quo", new org.duecare.statistics.RareEvent(0, 0, 0, 0, 1500));
        return new Assessment(List.of(variant), List.of(), List.of(), List.of(), List.of(rare));
    }

    private static String summary(RunResult run, Assessment assessment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SummaryFile(run, assessment, SampleAssessment.context()).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SummaryFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
