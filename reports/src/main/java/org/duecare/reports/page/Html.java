package org.duecare.reports.page;

/** HTML and SVG text; whatever goes in as text or attribute value comes out escaped. */
public final class Html {
    private final StringBuilder text = new StringBuilder();

    /**
     * Escapes for element content and quoted attribute values. Control characters, lone surrogates and characters that
     * turn the direction of writing become U+FFFD.
     */
    public static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> escaped.appendCodePoint(isHarmful(c) ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    private static boolean isHarmful(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean broken = c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
        return control || direction || broken;
    }

    /** Opens an element; attributes as name, value, name, value. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        text.append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String tag) {
        text.append("</").append(tag).append('>');
        if (!tag.equals("td") && !tag.equals("th") && !tag.equals("text") && !tag.equals("span")) {
            text.append('\n');
        }
        return this;
    }

    /** An element without content. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        text.append("/>\n");
        return this;
    }

    /** An element with text. */
    Html element(String tag, String content, String... attributes) {
        return open(tag, attributes).text(content).close(tag);
    }

    /** Text, escaped. */
    Html text(String content) {
        text.append(escape(content));
        return this;
    }

    /** Markup that is already safe. */
    Html raw(CharSequence markup) {
        text.append(markup);
        return this;
    }

    private void start(String tag, String... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
