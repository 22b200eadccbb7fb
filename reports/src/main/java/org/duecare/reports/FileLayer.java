package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file operations of a run folder, in one place so that a test can make each of them fail. */
interface FileLayer {
    /** A stream that replaces the file; closing it forces the bytes to the disk. */
    OutputStream create(Path file) throws IOException;

    /** Renames in one step, replacing the target. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Forces the names in a folder to the disk. */
    void syncFolder(Path folder) throws IOException;

    /** The real one. */
    FileLayer DISK = new FileLayer() {
        @Override
        public OutputStream create(Path file) throws IOException {
            return new ForcedStream(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (java.nio.file.AccessDeniedException e) {
                // Windows cannot open a folder, and keeps its names by itself.
            }
        }
    };

    /** Writes through a channel and forces it before closing. */
    final class ForcedStream extends OutputStream {
        private final FileChannel channel;

        ForcedStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                channel.force(true);
            }
        }
    }
}
