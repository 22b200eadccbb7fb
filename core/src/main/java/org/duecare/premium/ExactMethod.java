package org.duecare.premium;

/**
 * How an aggregate law is computed.
 *
 * @param panjer by recursion; otherwise by transform
 */
record ExactMethod(boolean panjer, Discretisation discretisation, TransformLibrary library) {
    /** The transform of the house with local means. */
    static final ExactMethod STANDARD = new ExactMethod(false, Discretisation.LOCAL_MEAN, TransformLibrary.DUECARE);

    ExactMethod with(TransformLibrary other) {
        return new ExactMethod(panjer, discretisation, other);
    }
}
