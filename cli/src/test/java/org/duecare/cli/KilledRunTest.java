package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run killed without warning, at moments spread over its whole life, leaves no file that is half written under a final
 * name, no manifest that does not match its files, and no lock that hinders the next run.
 */
class KilledRunTest {
    private static final byte[] PARQUET_END = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void leavesNothingHalfWritten() throws Exception {
        kill(20);
    }

    @Test
    @Tag("slow")
    void leavesNothingHalfWrittenAtManyMoments() throws Exception {
        kill(100);
    }

    private void kill(int times) throws Exception {
        long whole = System.nanoTime();
        assertThat(start(folder.resolve("measured")).waitFor()).isZero();
        whole = System.nanoTime() - whole;
        Path target = folder.resolve("run");
        int survived = 0;
        for (int i = 0; i < times; i++) {
            Process run = start(target);
            if (run.waitFor(whole * (i + 1) / times, TimeUnit.NANOSECONDS)) {
                survived++;
            } else {
                run.destroyForcibly().waitFor();
            }
            requireWhole(target);
        }
        assertThat(survived).as("runs that ended before they were killed").isLessThan(times);
        assertThat(start(target).waitFor()).isZero();
        assertThat(target.resolve("manifest.json")).exists();
        requireWhole(target);
        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.endsWith(".duecare-tmp"));
        }
    }

    private static Process start(Path target) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.duecare.cli.Main"));
        command.addAll(
                List.of("run", "library:first-run", "--trials", "4096", "--quiet", "--force", "-o", target.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void requireWhole(Path target) throws Exception {
        Path manifest = target.resolve("manifest.json");
        if (Files.exists(manifest)) {
            for (JsonNode file : read(manifest).get("files")) {
                byte[] bytes =
                        Files.readAllBytes(target.resolve(file.get("name").asString()));
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                        .as(file.get("name").asString())
                        .isEqualTo(file.get("sha256").asString());
            }
        }
        Path summary = target.resolve("summary.json");
        if (Files.exists(summary)) {
            assertThat(read(summary).get("resultSha256").asString()).hasSize(64);
        }
        Path tables = target.resolve("tables");
        if (Files.isDirectory(tables)) {
            try (Stream<Path> files = Files.list(tables)) {
                for (Path table : files.filter(f -> f.toString().endsWith(".parquet") && !isTemporary(f))
                        .toList()) {
                    assertThat(lastBytes(table)).as(table.toString()).isEqualTo(PARQUET_END);
                }
            }
        }
    }

    private static boolean isTemporary(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    private static byte[] lastBytes(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[PARQUET_END.length];
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            return end;
        }
    }
}
