package org.duecare.cli;

/** What the process tells scripts. */
final class ExitCode {
    /** All well. */
    static final int OK = 0;

    /** Fault of the program. */
    static final int FAULT = 1;

    /** Wrong usage. */
    static final int USAGE = 2;

    /** Bad scenario or data. */
    static final int SCENARIO = 3;

    /** A quality gate or tolerance missed. */
    static final int QUALITY = 4;

    /** Resource limit. */
    static final int RESOURCES = 5;

    /** File or network. */
    static final int FILE = 6;

    /** Would overwrite, or locked. */
    static final int OVERWRITE = 7;

    private ExitCode() {}
}
