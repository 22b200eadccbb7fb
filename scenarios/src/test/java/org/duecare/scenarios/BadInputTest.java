package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad scenario files: each is refused with its place and in words that help. */
class BadInputTest {
    private static final Path BAD = Path.of("src/test/resources/bad");

    @TempDir
    private Path folder;

    static List<String> rows() throws IOException {
        return Files.readAllLines(BAD.resolve("expected.tsv"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void badFileIsRefusedWithPlaceAndAdvice(String row) {
        List<String> columns = Arrays.asList(row.split("\t"));

        ScenarioException refused = refusal(BAD.resolve(columns.get(0)));

        assertThat(refused.render()).contains(columns.subList(1, columns.size()));
        assertThat(refused.render()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void allProblemsOfOneFileAreToldAtOnce() {
        String text = Samples.SMALL
                .replace("trials: 1000", "trials: 0\nyears: -1")
                .replace("obligation: mandatory", "obligation: mandatry")
                .replace("sigma: 1}", "sigma: -1}")
                .replace("posture: 0.7", "posture: 7");

        ScenarioException refused = refusal(Samples.write(folder, "many.yaml", text));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .contains("trials", "years", "insurance.obligation", "threats[0].severity.sigma");
        assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void atMostFiftyProblemsAreShown() {
        String text = Samples.SMALL + "x: 1\n".repeat(1) + lines(200);

        assertThat(refusal(Samples.write(folder, "many.yaml", text)).problems()).hasSize(50);
    }

    private static String lines(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("unknown").append(i).append(": 1\n");
        }
        return out.toString();
    }

    @Test
    void deeplyNestedListsAreRefusedWithoutOverflow() {
        String text = "schemaVersion: 1\nx: " + "[".repeat(5000) + "]".repeat(5000) + "\n";

        assertThat(Samples.refusal(folder, text)).contains("nested deeper than 50");
    }

    @Test
    void aliasBombIsRefusedAtTheFirstAnchor() {
        StringBuilder text = new StringBuilder("schemaVersion: 1\na0: &a0 [x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1) + "]\n");
        }

        assertThat(Samples.refusal(folder, text.toString())).contains("anchors (&name) are not supported");
    }

    @Test
    void hugeFileIsRefusedWithoutReadingItAll() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (var channel = Files.newByteChannel(
                huge, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(200L << 20);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }

        assertThat(refusal(huge).render()).contains("larger than the 8 MB limit");
    }

    @Test
    void otherEncodingsAreNamed() throws IOException {
        Path utf16 = Files.write(folder.resolve("a.yaml"), Samples.SMALL.getBytes(StandardCharsets.UTF_16));
        Path nul = Files.write(folder.resolve("b.yaml"), "a: b\0".getBytes(StandardCharsets.UTF_8));
        Path latin = Files.write(folder.resolve("c.yaml"), "title: ü\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(utf16).render()).contains("UTF-16", "Save it as UTF-8");
        assertThat(refusal(nul).render()).contains("NUL byte at byte offset 4");
        assertThat(refusal(latin).render()).contains("not valid UTF-8 at byte offset 7");
    }

    @Test
    void byteOrderMarkIsAccepted() {
        LoadedScenario loaded = Samples.read(folder, "\uFEFF" + Samples.SMALL);

        assertThat(loaded.scenario().scenario()).isEqualTo("small");
    }

    @Test
    void wordsThatOtherReadersChangeStayText() {
        String text =
                Samples.SMALL.replace("territory: DE", "territory: NO").replace("operation: acme", "operation: 010");

        LoadedScenario loaded = Samples.read(folder, text);

        assertThat(loaded.scenario().operations().listed().get(0).territory()).isEqualTo("NO");
        assertThat(loaded.scenario().operations().listed().get(0).operation()).isEqualTo("010");
    }

    @Test
    void missingFileAndFolderAreFaultsOfAFile() {
        ScenarioException missing = refusal(folder.resolve("nosuch.yaml"));
        ScenarioException directory = refusal(folder);

        assertThat(missing.kind()).isEqualTo(Problem.Kind.FILE);
        assertThat(missing.render()).contains("does not exist");
        assertThat(directory.render()).contains("is a folder");
    }

    @Test
    void nearNameOfAMissingFileIsSuggested() {
        Samples.write(folder, "scenario.yaml", Samples.SMALL);

        assertThat(refusal(folder.resolve("scenaro.yaml")).render()).contains("did you mean 'scenario.yaml'?");
    }

    @Test
    void hostileTextIsShownEscapedAndCut() {
        String text = Samples.SMALL.replace("trials: 1000", "trials: \"\\e[2J" + "x".repeat(500) + "\"");

        assertThat(Samples.refusal(folder, text)).contains("\\u001b[2J").doesNotContain("x".repeat(100));
    }

    private static ScenarioException refusal(Path file) {
        ScenarioException[] caught = new ScenarioException[1];
        assertThatThrownBy(() -> ScenarioFile.read(file, Overrides.NONE))
                .isInstanceOfSatisfying(ScenarioException.class, refused -> caught[0] = refused);
        return caught[0];
    }
}
