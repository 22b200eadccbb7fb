package org.duecare.reports.table;

import java.io.ByteArrayOutputStream;

/**
 * The run-length and bit-packing hybrid of Parquet (Apache Parquet format, encoding RLE = 3): runs of at least
 * {@value #SHORTEST_RUN} equal values as a count and a value, the rest packed in groups of eight, lowest bit first.
 */
final class RunLengths {
    private static final int SHORTEST_RUN = 8;
    private static final int GROUP = 8;

    private RunLengths() {}

    /** Bits needed for values 0 .. largest. */
    static int bitWidth(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    /** Encodes {@code values[0 .. count - 1]}, each below 2^bitWidth. */
    static void encode(int[] values, int count, int bitWidth, ByteArrayOutputStream out) {
        int at = 0;
        while (at < count) {
            int run = runAt(values, at, count);
            if (run >= SHORTEST_RUN) {
                writeVarint(run << 1, out);
                writeLittleEndian(values[at], (bitWidth + 7) / 8, out);
                at += run;
            } else {
                int end = packedEnd(values, at, count);
                pack(values, at, end, count, bitWidth, out);
                at = Math.min(end, count);
            }
        }
    }

    private static int runAt(int[] values, int at, int count) {
        int end = at + 1;
        while (end < count && values[end] == values[at]) {
            end++;
        }
        return end - at;
    }

    /** End of the groups of eight that hold no long run at their start; may pass {@code count} by up to seven. */
    private static int packedEnd(int[] values, int at, int count) {
        int end = at + GROUP;
        while (end < count && runAt(values, end, count) < SHORTEST_RUN) {
            end += GROUP;
        }
        return end;
    }

    private static void pack(int[] values, int at, int end, int count, int bitWidth, ByteArrayOutputStream out) {
        writeVarint((end - at) / GROUP << 1 | 1, out);
        long buffer = 0;
        int bits = 0;
        for (int i = at; i < end; i++) {
            long value = i < count ? values[i] : 0;
            buffer |= value << bits;
            bits += bitWidth;
            while (bits >= Byte.SIZE) {
                out.write((int) buffer);
                buffer >>>= Byte.SIZE;
                bits -= Byte.SIZE;
            }
        }
    }

    private static void writeVarint(int value, ByteArrayOutputStream out) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static void writeLittleEndian(int value, int bytes, ByteArrayOutputStream out) {
        for (int b = 0; b < bytes; b++) {
            out.write(value >>> b * Byte.SIZE);
        }
    }
}
