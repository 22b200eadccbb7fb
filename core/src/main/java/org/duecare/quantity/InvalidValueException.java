package org.duecare.quantity;

/**
 * A value that a concept refuses. Carries the name of the value relative to the refusing record, so that a file reader
 * can point at the line it came from.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String advice;

    /**
     * Says that a value is refused.
     *
     * @param name component name, the same word as the scenario key; empty when the whole record is at fault
     * @param problem what was found and what is allowed
     * @param advice a way out, possibly empty
     */
    public InvalidValueException(String name, String problem, String advice) {
        super(name + (name.isEmpty() ? "" : " ") + problem + (advice.isEmpty() ? "" : ". " + advice));
        this.name = name;
        this.advice = advice;
    }

    /** The refused component, possibly empty. */
    public String name() {
        return name;
    }

    /** A way out, possibly empty. */
    public String advice() {
        return advice;
    }
}
