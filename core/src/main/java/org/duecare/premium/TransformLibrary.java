package org.duecare.premium;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Whose fast Fourier transform is used. */
public enum TransformLibrary {
    /** The transform of the house: every twiddle factor is computed by itself. */
    DUECARE("duecare"),
    /** Apache Commons Math 3, the second opinion: its twiddle factors are products of each other, which costs digits. */
    COMMONS_MATH("Apache Commons Math");

    private final String title;

    TransformLibrary(String title) {
        this.title = title;
    }

    /** Name for readers. */
    public String title() {
        return title;
    }

    /**
     * The discrete Fourier transform in place, unscaled forward and divided by the length backward.
     *
     * @param data real and imaginary parts, a power of two long
     * @param twiddles of this length
     */
    void transform(double[][] data, Twiddles twiddles, boolean forward) {
        switch (this) {
            case DUECARE -> ComplexTransform.transform(data, twiddles, forward);
            case COMMONS_MATH ->
                FastFourierTransformer.transformInPlace(
                        data, DftNormalization.STANDARD, forward ? TransformType.FORWARD : TransformType.INVERSE);
        }
    }
}
