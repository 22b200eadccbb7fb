package org.duecare.reports;

import java.io.IOException;
import java.nio.file.Path;

/** A place that may not be written to: something would be overwritten, or a run is writing there. */
public final class RunFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a folder is refused. */
    public enum Reason {
        /** It holds something already. */
        NOT_EMPTY,
        /** Another run is writing there. */
        LOCKED,
        /** There is a file of that name. */
        NOT_A_FOLDER,
        /** There is a folder of that name. */
        NOT_A_FILE
    }

    RunFolderException(Reason reason, Path folder, String advice) {
        super(folder + " " + describe(reason) + (advice.isEmpty() ? "" : ". " + advice));
        this.reason = reason;
    }

    /** Why the folder is refused. */
    public Reason reason() {
        return reason;
    }

    private static String describe(Reason reason) {
        return switch (reason) {
            case NOT_EMPTY -> "is not empty";
            case LOCKED -> "is in use by another run";
            case NOT_A_FOLDER -> "is a file, not a folder";
            case NOT_A_FILE -> "is a folder, not a file";
        };
    }
}
