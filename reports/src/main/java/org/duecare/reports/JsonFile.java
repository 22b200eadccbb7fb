package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import org.duecare.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON in a fixed layout: keys in the order written, two spaces, numbers at up to {@value #DIGITS} significant digits
 * without exponent tricks of the Java version, so that the same results give the same bytes.
 */
final class JsonFile implements AutoCloseable {
    /** As many decimal digits as every double keeps. */
    private static final int DIGITS = 15;

    private static final double PLAIN_BELOW = 1e16;
    private static final double PLAIN_ABOVE = 1e-7;

    private final JsonGenerator json;

    JsonFile(OutputStream out) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(context, out, JsonEncoding.UTF8);
    }

    /** The generator, for objects, arrays, text and whole numbers. */
    JsonGenerator json() {
        return json;
    }

    /** A number under a name; null with a sibling {@code reason} where it is not finite. */
    void number(String name, double value, @Nullable String reason) {
        json.writeName(name);
        writeNumber(value);
        if (!Double.isFinite(value) && reason != null) {
            json.writeStringProperty("reason", reason);
        }
    }

    /** A bare number, or null. */
    void writeNumber(double value) {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
            json.writeNumber((long) value);
        } else {
            BigDecimal rounded =
                    new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
            double size = Math.abs(value);
            boolean plain = size < PLAIN_BELOW && size > PLAIN_ABOVE;
            json.writeNumber(plain ? rounded.toPlainString() : rounded.toString());
        }
    }

    /** An object of estimate, low and high under a name. */
    void interval(String name, ConfidenceInterval interval) {
        json.writeName(name);
        json.writeStartObject();
        bounds("estimate", interval);
        json.writeEndObject();
    }

    /** Estimate (under its own name), low and high into the open object, and a reason where one is missing. */
    void bounds(String estimate, ConfidenceInterval interval) {
        number(estimate, interval.estimate(), null);
        number("low", interval.low(), null);
        number("high", interval.high(), null);
        boolean complete = Double.isFinite(interval.estimate())
                && Double.isFinite(interval.low())
                && Double.isFinite(interval.high());
        if (!complete) {
            json.writeStringProperty("reason", reason(interval));
        }
    }

    static String reason(ConfidenceInterval interval) {
        String reason = interval.reason();
        return reason == null ? "not finite" : reason;
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
