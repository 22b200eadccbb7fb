package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed JSON Schema is the generated one, accepts what the reader accepts and refuses what it can know. */
class SchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaGenerator.schema(), InputFormat.JSON);

    private static Schema of(FileKind kind) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaGenerator.schema(kind), InputFormat.JSON);
    }

    static List<Library.Item> shipped() {
        return Library.list();
    }

    private static Schema schemaOf(Library.Item item) {
        return Arrays.stream(FileKind.values())
                .filter(kind -> kind.word().equals(item.kind()))
                .findFirst()
                .map(SchemaTest::of)
                .orElse(SCHEMA);
    }

    @Test
    void committedSchemaIsTheGeneratedOne() throws IOException {
        try (var in = SchemaTest.class.getResourceAsStream("scenario.schema.json")) {
            String committed = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(committed.replace("\r\n", "\n"))
                    .as("run SchemaGenerator and commit scenario.schema.json")
                    .isEqualTo(SchemaGenerator.schema());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedFilesAreValid(Library.Item item) {
        String text = Library.open(item.name());
        String whole = item.kind().equals("disaster") ? inScenario(text) : text;

        assertThat(schemaOf(item).validate(whole, InputFormat.YAML)).isEmpty();
    }

    /** A disaster as the block that stands for it in a scenario. */
    private static String inScenario(String disaster) {
        String block = disaster.replaceFirst("(?m)^schemaVersion: 1$", "").indent(6);
        return "schemaVersion: 1\nstress:\n  disasters:\n    -\n" + block;
    }

    @Test
    void shorthandsAndUnitsAreValid() {
        String text = Samples.SMALL
                + "liability: {courtNoise: 0.1}\nyears: 2\n"
                + "adjust: [{set: {posture: 0.8}, add: {posture.continuity: 0.2}}]\n"
                + "variants: {a: {fund: none, insurance: {limit: 5 mEUR, coinsurance: 80 %}}}\n";

        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08-unknown-key",
                "08-typo",
                "09-wrong-place",
                "23-trials-negative",
                "23-trials-fraction",
                "26-no-currency",
                "28-probability",
                "28-negative",
                "31-sigma-zero",
                "32-limit-zero",
                "43-payer",
                "44-variant-years",
                "46-posture",
                "47-law",
                "47-missing-parameter",
                "53-enum"
            })
    void badFilesAreInvalid(String name) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/bad", name + ".yaml"));

        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isNotEmpty();
    }
}
