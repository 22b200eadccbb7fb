package org.duecare.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duecare.reports.table.ResultTable;

/**
 * The folder of one run, held under a lock. Files are written under temporary names; {@link #commit} gives them their
 * final names in one go, the manifest last. Whatever fails before leaves an earlier run as it was; whatever fails later
 * leaves no manifest. A file with its final name is always complete.
 */
public final class RunFolder implements AutoCloseable {
    /** Name of the manifest. */
    public static final String MANIFEST = "manifest.json";

    private static final String TEMPORARY_SUFFIX = ".duecare-tmp";
    private static final String TABLES = "tables";
    private static final int BUFFER_BYTES = 1 << 16;

    /** All names that a run may write; only these are ever removed. */
    private static final List<String> RUN_FILES = Stream.concat(
                    Stream.of("summary.json", "report.html"),
                    Arrays.stream(ResultTable.values()).map(ResultTable::fileName))
            .toList();

    private final Path folder;
    private final FileLayer layer;
    private final FolderLock lock;
    private final Map<String, WrittenFile> staged = new LinkedHashMap<>();

    /**
     * A file of the run.
     *
     * @param name within the folder, with forward slashes
     * @param bytes its size
     * @param sha256 hash of its bytes
     */
    public record WrittenFile(String name, long bytes, String sha256) {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes to a stream that the folder closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    private RunFolder(Path folder, FileLayer layer, FolderLock lock) {
        this.folder = folder;
        this.layer = layer;
        this.lock = lock;
    }

    /**
     * Creates the folder where needed and locks it.
     *
     * @param force whether the files of an earlier run may be replaced; other files are never touched
     * @throws RunFolderException when the folder holds something, or another run writes there
     */
    public static RunFolder open(Path folder, boolean force) throws IOException {
        return open(folder, force, FileLayer.DISK);
    }

    static RunFolder open(Path folder, boolean force, FileLayer layer) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RunFolderException(RunFolderException.Reason.NOT_A_FOLDER, folder, "Name another one with -o");
        }
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            RunFolder run = new RunFolder(folder, layer, lock);
            run.removeTemporaries();
            if (!force && !isEmpty(folder)) {
                throw new RunFolderException(
                        RunFolderException.Reason.NOT_EMPTY,
                        folder,
                        "Name another one with -o, or replace the earlier run with --force");
            }
            return run;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** Writes a file under its temporary name and returns its size and hash. */
    public WrittenFile stage(String name, Content content) throws IOException {
        Path temporary = temporary(name);
        Files.createDirectories(parentOf(temporary));
        Counter counter = new Counter(layer.create(temporary));
        MessageDigest digest = sha256();
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(counter, digest), BUFFER_BYTES)) {
            content.writeTo(out);
        }
        WrittenFile file = new WrittenFile(name, counter.bytes, HexFormat.of().formatHex(digest.digest()));
        staged.put(name, file);
        return file;
    }

    /** The files staged so far, in order. */
    public List<WrittenFile> staged() {
        return List.copyOf(staged.values());
    }

    /**
     * Gives all staged files their final names: removes an earlier manifest, renames, removes the files of an earlier run
     * that were not written again, and renames the new manifest last.
     */
    public List<WrittenFile> commit() throws IOException {
        if (!staged.containsKey(MANIFEST)) {
            throw new IllegalStateException("the manifest must be staged before commit");
        }
        layer.delete(folder.resolve(MANIFEST));
        layer.syncFolder(folder);
        for (String name : staged.keySet()) {
            if (!name.equals(MANIFEST)) {
                layer.rename(temporary(name), folder.resolve(name));
            }
        }
        for (String name : RUN_FILES) {
            if (!staged.containsKey(name)) {
                layer.delete(folder.resolve(name));
            }
        }
        if (Files.isDirectory(folder.resolve(TABLES))) {
            layer.syncFolder(folder.resolve(TABLES));
        }
        layer.syncFolder(folder);
        layer.rename(temporary(MANIFEST), folder.resolve(MANIFEST));
        layer.syncFolder(folder);
        List<WrittenFile> written = staged();
        staged.clear();
        return written;
    }

    /** Removes what was not committed and gives the lock back. */
    @Override
    public void close() throws IOException {
        try {
            removeTemporaries();
        } finally {
            lock.close();
        }
    }

    private Path temporary(String name) {
        return temporary(folder.resolve(name));
    }

    /** Where a file stands until it is complete. */
    static Path temporary(Path target) {
        return target.resolveSibling("." + fileNameOf(target) + TEMPORARY_SUFFIX);
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static String fileNameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private void removeTemporaries() throws IOException {
        for (Path place : List.of(folder, folder.resolve(TABLES))) {
            if (Files.isDirectory(place)) {
                for (Path file : list(place)) {
                    if (isTemporary(file)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
        Path tables = folder.resolve(TABLES);
        if (Files.isDirectory(tables) && list(tables).isEmpty()) {
            Files.delete(tables);
        }
    }

    private static boolean isTemporary(Path file) {
        String name = fileNameOf(file);
        return name.startsWith(".") && name.endsWith(TEMPORARY_SUFFIX);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        return list(folder).stream().allMatch(file -> fileNameOf(file).equals(FolderLock.NAME));
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> stream = Files.list(folder)) {
            stream.sorted().forEach(files::add);
        }
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Counts bytes. */
    private static final class Counter extends OutputStream {
        private final OutputStream target;
        private long bytes;

        Counter(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            target.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            target.write(source, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}
