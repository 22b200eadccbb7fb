package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path folder;

    @Test
    void commitLeavesExactlyTheStagedFiles() throws IOException {
        Path run = folder.resolve("a/b/run");
        writeRun(run, false, "one", true);

        assertThat(files(run)).containsExactly("manifest.json", "summary.json", "tables/operation.parquet");
        assertThat(run.resolve("summary.json")).hasContent("one");
    }

    @Test
    void hashAndSizeAreThoseOfTheBytes() throws IOException {
        try (RunFolder run = RunFolder.open(folder, false)) {
            RunFolder.WrittenFile file =
                    run.stage("summary.json", out -> out.write("abc".getBytes(StandardCharsets.UTF_8)));

            assertThat(file.bytes()).isEqualTo(3);
            assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
    }

    @Test
    void nonEmptyFolderIsRefusedWithoutForce() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> RunFolder.open(folder, false))
                .isInstanceOfSatisfying(
                        RunFolderException.class,
                        e -> assertThat(e.reason()).isEqualTo(RunFolderException.Reason.NOT_EMPTY));
        assertThat(files(folder)).containsExactly("thesis.txt");
    }

    @Test
    void forceReplacesTheEarlierRunAndNothingElse() throws IOException {
        writeRun(folder, false, "one", true);
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        Files.writeString(folder.resolve("tables/own.csv"), "mine");

        writeRun(folder, true, "two", false);

        assertThat(files(folder)).containsExactly("manifest.json", "summary.json", "tables/own.csv", "thesis.txt");
        assertThat(folder.resolve("summary.json")).hasContent("two");
    }

    @Test
    void closeWithoutCommitLeavesTheEarlierRun() throws IOException {
        writeRun(folder, false, "one", true);
        try (RunFolder run = RunFolder.open(folder, true)) {
            run.stage("summary.json", out -> out.write('x'));
        }

        assertThat(folder.resolve("summary.json")).hasContent("one");
        assertThat(files(folder)).containsExactly("manifest.json", "summary.json", "tables/operation.parquet");
    }

    @Test
    void leftoversOfAKilledRunDoNotCount() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables/.year_loss.parquet.duecare-tmp"), "half");
        Files.writeString(folder.resolve(FolderLock.NAME), "");

        writeRun(folder, false, "one", false);

        assertThat(files(folder)).containsExactly("manifest.json", "summary.json");
    }

    @Test
    void fileInPlaceOfFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> RunFolder.open(file, true)).isInstanceOf(RunFolderException.class);
    }

    @Test
    void ofTwentyStartsAtOnceOneWins() throws Exception {
        Path run = folder.resolve("run");
        ExecutorService pool = Executors.newFixedThreadPool(20);
        Callable<Boolean> start = () -> {
            try {
                writeRun(run, false, "one", true);
                return true;
            } catch (RunFolderException e) {
                return false;
            }
        };
        int won = 0;
        for (Future<Boolean> result :
                pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> start).toList())) {
            won += result.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(files(run)).containsExactly("manifest.json", "summary.json", "tables/operation.parquet");
    }

    /** Fails the n-th file operation, for every n until the run succeeds. */
    @Test
    void whateverFailsNoBrokenFileGetsAFinalName() throws IOException {
        for (int n = 1; ; n++) {
            Path run = folder.resolve("run-" + n);
            writeRun(run, false, "earlier", true);
            FailingLayer layer = new FailingLayer(n);
            boolean succeeded = tryWrite(run, layer);

            for (String name : files(run)) {
                assertThat(Files.readString(run.resolve(name))).isIn("earlier", "later", "manifest");
            }
            if (Files.exists(run.resolve("manifest.json"))) {
                assertThat(Files.readString(run.resolve("summary.json")))
                        .isEqualTo(Files.readString(run.resolve("tables/operation.parquet")));
            }
            if (succeeded) {
                assertThat(run.resolve("summary.json")).hasContent("later");
                assertThat(n).isGreaterThan(10);
                return;
            }
        }
    }

    private static boolean tryWrite(Path run, FileLayer layer) throws IOException {
        try (RunFolder out = RunFolder.open(run, true, layer)) {
            stage(out, "later", true);
            out.commit();
            return true;
        } catch (SimulatedFailure e) {
            return false;
        }
    }

    private static void writeRun(Path run, boolean force, String text, boolean table) throws IOException {
        try (RunFolder out = RunFolder.open(run, force)) {
            stage(out, text, table);
            out.commit();
        }
    }

    private static void stage(RunFolder out, String text, boolean table) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (table) {
            out.stage("tables/operation.parquet", stream -> stream.write(bytes));
        }
        out.stage("summary.json", stream -> stream.write(bytes));
        out.stage(RunFolder.MANIFEST, stream -> stream.write("manifest".getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(folder.relativize(file).toString()));
        }
        return names.stream().sorted().toList();
    }

    private static final class SimulatedFailure extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts create, write, close, rename, delete and sync alike. */
    private static final class FailingLayer implements FileLayer {
        private int left;

        FailingLayer(int failing) {
            left = failing;
        }

        private void step() throws IOException {
            left--;
            if (left == 0) {
                throw new SimulatedFailure();
            }
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            step();
            OutputStream real = DISK.create(file);
            return new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    step();
                    real.write(value);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    step();
                    real.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    real.close();
                    step();
                }
            };
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            step();
            DISK.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            step();
            DISK.delete(file);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            step();
            DISK.syncFolder(folder);
        }
    }
}
