package org.duecare.simulation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.duecare.operation.Operation;
import org.duecare.settlement.Measure;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;

/**
 * The hash of all results: SHA-256 over {@code duecare-result-1}, model version, currency and number of trials, the
 * logarithms of weights where trials do not count alike; then for
 * each variant in order of name, each year and each measure in fixed order the sums and the largest events of all trials;
 * then for each operation in order of identifier the totals by variant and measure. Words end with a zero byte, numbers are
 * little-endian longs in minor units. Intervals, chosen outputs, timings and versions of tools are not in it.
 */
public final class ResultHash {
    /** Version of the model: it changes whenever numbers change for the same seed. */
    public static final String MODEL_VERSION = "1";

    private static final int CHUNK = 8192;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final long[] values = new long[CHUNK];

    private ResultHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }

    /** The hash as lower-case hexadecimal digits. */
    public static String of(
            Scenario scenario,
            List<Operation> operations,
            List<? extends RunResult.VariantResult> results,
            @Nullable TrialColumn logWeights) {
        ResultHash hash = new ResultHash();
        List<? extends RunResult.VariantResult> ordered = results.stream()
                .sorted(Comparator.comparing(RunResult.VariantResult::variant, Utf8Order.COMPARATOR))
                .toList();
        hash.text("duecare-result-1");
        hash.text(MODEL_VERSION);
        hash.text(scenario.currency());
        hash.number(scenario.trials());
        if (logWeights != null) {
            hash.text("weight");
            hash.column(logWeights);
        }
        for (RunResult.VariantResult variant : ordered) {
            hash.variant(variant, scenario.years());
        }
        hash.operations(operations, ordered);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void variant(RunResult.VariantResult variant, int years) {
        text(variant.variant());
        for (int year = 1; year <= years; year++) {
            for (Measure measure : variant.measures()) {
                text(measure.key());
                column(variant.sum(measure, year));
                column(variant.max(measure, year));
            }
        }
    }

    private void operations(List<Operation> operations, List<? extends RunResult.VariantResult> variants) {
        int[] order = IntStream.range(0, operations.size())
                .boxed()
                .sorted(Comparator.comparing(i -> operations.get(i).operation(), Utf8Order.COMPARATOR))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int operation : order) {
            text(operations.get(operation).operation());
            for (RunResult.VariantResult variant : variants) {
                for (Measure measure : variant.measures()) {
                    number(variant.operationTotals(measure)[operation]);
                }
            }
        }
        flush();
    }

    private void column(@Nullable TrialColumn column) {
        if (column == null) {
            return;
        }
        flush();
        for (int from = 0; from < column.trials(); from += CHUNK) {
            int count = Math.min(CHUNK, column.trials() - from);
            column.read(from, count, values);
            buffer.clear();
            buffer.asLongBuffer().put(values, 0, count);
            digest.update(buffer.array(), 0, count * Long.BYTES);
        }
        buffer.clear();
    }

    private void number(long value) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(value);
    }

    private void text(String word) {
        flush();
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
