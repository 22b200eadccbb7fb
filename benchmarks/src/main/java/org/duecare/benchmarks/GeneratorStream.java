package org.duecare.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.duecare.random.DrawAddress;
import org.duecare.random.KeyedHash;
import org.duecare.random.Philox;
import org.duecare.random.StreamId;

/**
 * Writes the random words of a run to standard output without end, in the keyed, interleaved layout in which the engine
 * uses them: for each block, year, operation and threat a short run of indices, and for each index the words of the
 * streams position, success, own loss, harm and finding side by side. Input for external batteries:
 * {@code java -cp ... org.duecare.benchmarks.GeneratorStream hash | dieharder -a -g 200}.
 */
public final class GeneratorStream {
    private static final StreamId[] STREAMS = {
        StreamId.POSITION, StreamId.SUCCESS, StreamId.OWN_LOSS, StreamId.HARM, StreamId.FINDING
    };
    private static final int OPERATIONS = 1000;
    private static final int YEARS = 10;
    private static final int MEAN_RUN = 60;

    private final boolean philox;
    private final OutputStream out;
    private final long[][] words = new long[STREAMS.length][KeyedHash.MAX_RUN];
    private final long[] lanes = new long[4];
    private final ByteBuffer bytes =
            ByteBuffer.allocate(STREAMS.length * KeyedHash.MAX_RUN * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private GeneratorStream(boolean philox, OutputStream out) {
        this.philox = philox;
        this.out = out;
    }

    /** Writes until the reader closes the pipe; argument {@code hash} or {@code philox}, then optionally a seed. */
    public static void main(String[] arguments) {
        boolean philox = arguments.length > 0 && arguments[0].equals("philox");
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20210309;
        // Not System.out, which swallows the closing of the pipe and would write for ever.
        try (OutputStream pipe = new FileOutputStream(FileDescriptor.out)) {
            new GeneratorStream(philox, pipe).write(seed);
        } catch (IOException endOfPipe) {
            System.err.println("reader has closed: " + endOfPipe.getMessage());
        }
    }

    private void write(long seed) throws IOException {
        long[] threat = DrawAddress.nameKey("threat", "ransomware");
        long[][] keys = new long[OPERATIONS][];
        for (int i = 0; i < OPERATIONS; i++) {
            keys[i] = DrawAddress.key(seed, DrawAddress.nameKey("operation", "energy-DE-%05d".formatted(i)), threat);
        }
        for (int block = 0; ; block++) {
            for (int year = 1; year <= YEARS; year++) {
                for (long[] key : keys) {
                    run(key, block, year);
                }
            }
        }
    }

    private void run(long[] key, int block, int year) throws IOException {
        int count = MEAN_RUN / 2 + (int) (DrawAddress.draw(key, block, year, StreamId.COUNT, 0) >>> 58);
        for (int s = 0; s < STREAMS.length; s++) {
            long word = DrawAddress.word(block, year, STREAMS[s].number());
            long key0 = DrawAddress.absorb0(key[0], word);
            long key1 = DrawAddress.absorb1(key[1], word);
            if (philox) {
                Philox.fill(key0, key1, 0, count, words[s], lanes);
            } else {
                KeyedHash.fill(key0, key1, 0, count, words[s]);
            }
        }
        bytes.clear();
        for (int i = 0; i < count; i++) {
            for (long[] stream : words) {
                bytes.putLong(stream[i]);
            }
        }
        out.write(bytes.array(), 0, bytes.position());
    }
}
