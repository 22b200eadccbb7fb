package org.duecare.reports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The lock of a run folder. The system gives it back when a process dies, so that no stale lock can remain. */
final class FolderLock implements AutoCloseable {
    /** Name of the lock file. */
    static final String NAME = ".duecare.lock";

    /**
     * Lock files held by this process. POSIX locks belong to the process and are lost when any of its channels on the file
     * is closed, so a second attempt from within must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or refuses at once. */
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(NAME);
        if (!HELD.add(file)) {
            throw new RunFolderException(RunFolderException.Reason.LOCKED, folder, "");
        }
        try {
            FileChannel channel = null;
            while (channel == null) {
                channel = attempt(file, folder);
            }
            return new FolderLock(file, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    /** Null when the last owner removed the file while we were opening it: what we would hold has no name any more. */
    private static @Nullable FileChannel attempt(Path file, Path folder) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Another run is there or was: its lock tells.
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            Object before = keyOf(file);
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                throw new RunFolderException(RunFolderException.Reason.LOCKED, folder, "");
            }
            taken = before.equals(keyOf(file));
        } catch (NoSuchFileException e) {
            taken = false;
        } finally {
            if (!taken && channel != null) {
                channel.close();
            }
        }
        return taken ? channel : null;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Object keyOf(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    /** Removes the file, then gives the lock back. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            HELD.remove(file);
        }
    }
}
