package org.duecare.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Streams that lie side by side do not know of each other. The whole Dieharder battery is tabled in docs/validation.md; here
 * are a few properties for every build and a short fixed part of the battery for the slow one.
 */
class StreamIndependenceTest {
    private static final int KEYS = 10_000;
    private static final int WORDS = 64;

    /** 5 sigma for each of at most 200 looks: a false alarm of the class has probability below 200 · 5.8e-7 = 1.2e-4. */
    private static final double SIGMAS = 5;

    private static long[] keyOf(int operation) {
        return DrawAddress.key(
                1, DrawAddress.nameKey("operation", "op-" + operation), DrawAddress.nameKey("threat", "t"));
    }

    @Test
    void neighbouringOperationsAreUncorrelated() {
        double sum = 0;
        long[] before = keyOf(0);
        for (int operation = 1; operation <= KEYS; operation++) {
            long[] key = keyOf(operation);
            for (int i = 0; i < WORDS; i++) {
                double a = DrawAddress.uniform(DrawAddress.draw(before, 0, 1, StreamId.HARM, i)) - 0.5;
                double b = DrawAddress.uniform(DrawAddress.draw(key, 0, 1, StreamId.HARM, i)) - 0.5;
                sum += a * b;
            }
            before = key;
        }
        assertThat(Math.abs(sum) / (Math.sqrt((double) KEYS * WORDS) / 12)).isLessThan(SIGMAS);
    }

    @Test
    void neighbouringStreamsBlocksYearsAndIndicesAreUncorrelated() {
        long[] key = keyOf(0);
        int[][] steps = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        StreamId[] streams = StreamId.values();
        for (int[] step : steps) {
            double sum = 0;
            int looks = 0;
            for (int block = 0; block < 40; block++) {
                for (int year = 1; year <= 40; year++) {
                    for (int s = 0; s + 1 < streams.length; s++) {
                        for (int i = 0; i < 10; i++) {
                            double a = centred(key, block, year, streams[s], i);
                            double b = centred(key, block + step[0], year + step[1], streams[s + step[2]], i + step[3]);
                            sum += a * b;
                            looks++;
                        }
                    }
                }
            }
            assertThat(Math.abs(sum) / (Math.sqrt(looks) / 12)).isLessThan(SIGMAS);
        }
    }

    private static double centred(long[] key, int block, int year, StreamId stream, int index) {
        return DrawAddress.uniform(DrawAddress.draw(key, block, year, stream, index)) - 0.5;
    }

    @Test
    void everyBitIsFairAndFollowsEveryBitOfTheIndex() {
        long[] ones = new long[Long.SIZE];
        long[] flips = new long[Long.SIZE];
        int draws = 200_000;
        long[] key = keyOf(0);
        for (int i = 0; i < draws; i++) {
            long word = DrawAddress.draw(key, 0, 1, StreamId.HARM, i);
            long flipped = word ^ DrawAddress.draw(key, 0, 1, StreamId.HARM, i ^ (1 << (i % 20)));
            for (int bit = 0; bit < Long.SIZE; bit++) {
                ones[bit] += word >>> bit & 1;
                flips[bit] += flipped >>> bit & 1;
            }
        }
        double sigma = Math.sqrt(draws) / 2;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertThat(Math.abs(ones[bit] - draws / 2.0) / sigma)
                    .as("bit " + bit)
                    .isLessThan(SIGMAS);
            // Pairs (i, i ^ mask) are met twice, which raises the variance by 2.
            assertThat(Math.abs(flips[bit] - draws / 2.0) / sigma)
                    .as("bit " + bit)
                    .isLessThan(SIGMAS * Math.sqrt(2));
        }
    }

    @Test
    @Tag("slow")
    void keyedLayoutPassesAShortFixedPartOfDieharder() throws IOException, InterruptedException {
        for (String test : List.of("0", "2", "15", "101", "102", "200 -n 3")) {
            Process process;
            try {
                List<String> command = new ArrayList<>(List.of("dieharder", "-g", "200", "-d"));
                command.addAll(List.of(test.split(" ")));
                process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                System.out.println("NOTICE: dieharder is not installed; its short part was not run");
                return;
            }
            feed(process.getOutputStream());
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(answer).as("dieharder -d " + test).contains("|").doesNotContain("FAILED");
        }
    }

    /** Words of 1,000 operations, ten years, five streams side by side, until the battery has had enough. */
    private static void feed(OutputStream target) {
        StreamId[] streams = {StreamId.POSITION, StreamId.SUCCESS, StreamId.OWN_LOSS, StreamId.HARM, StreamId.FINDING};
        long[][] keys = new long[1_000][];
        for (int operation = 0; operation < keys.length; operation++) {
            keys[operation] = keyOf(operation);
        }
        Thread writer = new Thread(() -> {
            ByteBuffer buffer =
                    ByteBuffer.allocate(60 * streams.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            try (OutputStream out = target) {
                for (int round = 0; ; round++) {
                    long[] key = keys[round % keys.length];
                    buffer.clear();
                    for (int i = 0; i < 60; i++) {
                        for (StreamId stream : streams) {
                            buffer.putLong(DrawAddress.draw(key, round / 10_000, 1 + round / 1_000 % 10, stream, i));
                        }
                    }
                    out.write(buffer.array());
                }
            } catch (IOException batteryHasHadEnough) {
                Thread.currentThread().interrupt();
            }
        });
        writer.setDaemon(true);
        writer.start();
    }
}
