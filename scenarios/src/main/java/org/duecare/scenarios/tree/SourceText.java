package org.duecare.scenarios.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text of one source, decoded and cut into lines.
 *
 * @param name the file as the user knows it
 * @param text the text without byte order mark
 * @param lines its lines, for messages
 */
public record SourceText(String name, String text, List<String> lines) {
    /** Largest file read as a scenario. */
    public static final long MAX_BYTES = 8L << 20;

    private static final byte[] UTF8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Decodes UTF-8 strictly; refuses other encodings, NUL and files beyond the size limit. */
    public static SourceText decode(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw refused(
                    name, "is larger than the 8 MB limit of scenario files", "Did you mean to pass this as data?");
        }
        SourceText whole = decode(name, bytes, List.of());
        return of(name, whole.text());
    }

    private static SourceText decode(String name, byte[] bytes, List<String> lines) {
        if (startsWith(bytes, (byte) 0xFF, (byte) 0xFE) || startsWith(bytes, (byte) 0xFE, (byte) 0xFF)) {
            throw refused(name, "is UTF-16 text", "Save it as UTF-8");
        }
        int start = startsWith(bytes, UTF8_BOM) ? UTF8_BOM.length : 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw refused(name, "holds a NUL byte at byte offset " + i, "Save it as UTF-8 text");
            }
        }
        return new SourceText(name, utf8(name, ByteBuffer.wrap(bytes, start, bytes.length - start)), lines);
    }

    /** Decodes a data file: the same rules without the size limit of scenarios, and without lines for messages. */
    public static SourceText decodeData(String name, byte[] bytes) {
        return decode(name, bytes, List.of());
    }

    /** A text given on the command line. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text, List.of(text.split("\r\n|\r|\n", -1)));
    }

    private static String utf8(String name, ByteBuffer bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, out, true);
        if (result.isError()) {
            throw refused(name, "is not valid UTF-8 at byte offset " + bytes.position(), "Save it as UTF-8");
        }
        return out.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, byte... prefix) {
        return bytes.length >= prefix.length && Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    private static ScenarioException refused(String name, String message, String advice) {
        return new ScenarioException(Problem.at(new Position(name, 0, 0), "", name + " " + message, advice));
    }

    /** The character at a place, counted in code points; a blank beyond the end. */
    int charAt(int line, int column) {
        if (line < 1 || line > lines.size()) {
            return ' ';
        }
        String content = lines.get(line - 1);
        int count = content.codePointCount(0, content.length());
        return column < 1 || column > count ? ' ' : content.codePointAt(content.offsetByCodePoints(0, column - 1));
    }

    /** The line at fault and the one before it, numbered. */
    String excerpt(int line) {
        return IntStream.rangeClosed(Math.max(1, line - 1), Math.min(lines.size(), line + 1))
                .mapToObj(number ->
                        number + " | " + Problem.shown(lines.get(number - 1).replace("\t", "  ")))
                .collect(Collectors.joining("\n"));
    }
}
