package org.duecare.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Progress on stderr: one rewritten line on a terminal, a plain line every half minute elsewhere. */
final class Progress {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 30_000_000_000L;

    private final @Nullable PrintWriter err;
    private final int blocks;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean shown;

    Progress(@Nullable PrintWriter err, int blocks) {
        this.err = err;
        this.blocks = blocks;
        this.terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    /** Told after each block. */
    void done(int count) {
        long now = System.nanoTime();
        PrintWriter to = err;
        if (to == null || now - last < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return;
        }
        last = now;
        double seconds = (now - start) / 1e9;
        double left = seconds * (blocks - count) / count;
        String line = String.format(
                Locale.ROOT,
                "%3d %% of the trials, %.0f s gone, about %.0f s left",
                100L * count / blocks,
                seconds,
                left);
        if (terminal) {
            to.print("\r" + line + "   ");
            to.flush();
            shown = true;
        } else {
            to.println(line);
        }
    }

    /** Leaves a clean line. */
    void end() {
        if (shown && err != null) {
            err.print("\r" + " ".repeat(60) + "\r");
            err.flush();
        }
    }
}
