package org.duecare.random;

/**
 * What a draw is for. The numbers are part of every address: they are never reused and never renumbered, new purposes
 * are appended.
 */
public enum StreamId {
    /** Number of attempts of one operation, threat, block and year. */
    COUNT(1),
    /** Trial within the block that an attempt falls into. */
    POSITION(2),
    /** Moment within the year, in (0, 1). */
    TIME(3),
    /** Success mark: an attempt succeeds iff its mark lies below the vulnerability. */
    SUCCESS(4),
    /** Size of the operation's own loss. */
    OWN_LOSS(5),
    /** Size of third parties' harm. */
    HARM(6),
    /** Noise of the court's finding. */
    FINDING(7),
    /** Whether a claim is brought. */
    CLAIM(8),
    /** Origin of an incident; read by exclusions alone, never by a finding. */
    ORIGIN(9),
    /** Whether a provider event reaches a dependant. */
    PROVIDER_REACH(10),
    /** Whether a contagion edge carries. */
    CONTAGION_EDGE(11),
    /** Attributes of a contagion child. */
    CONTAGION_CHILD(12),
    /** Common yearly level of a threat. */
    COMMON_LEVEL(13),
    /** Noise of posture. */
    POSTURE_NOISE(14),
    /** Reserved. */
    SPARE(15),
    /** Whether an operation buys cover; drawn once per operation, so that take-up is nested between variants. */
    TAKE_UP(16),
    /** Synthesis of a portfolio from counts and laws. */
    SYNTHESIS(17),
    /** Which operations an adjustment with a share touches. */
    ADJUSTMENT(18),
    /** Which operations a programme of certification reaches; drawn once per operation, so that coverage is nested. */
    CERTIFICATION(20),
    /** How long a provider's event lasts. */
    DURATION(21),
    /** Whether a provider's event is contained. */
    CONTAINMENT(22),
    /** Extra attempts of trials that are drawn with more large harms than the world has. */
    TILT(24),
    /** Whether a member pays what is called for the claims of a year. */
    MEMBER_DEFAULT(31);

    private final int number;

    StreamId(int number) {
        this.number = number;
    }

    /** The frozen number of this stream, in 1..65535. */
    public int number() {
        return number;
    }
}
