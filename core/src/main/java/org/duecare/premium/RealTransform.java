package org.duecare.premium;

/**
 * The discrete Fourier transform of real vectors of length n = 2m, by one complex transform of half the length (W. H. Press
 * and others, Numerical Recipes, section 12.3). A spectrum holds the values k = 0...m; the others are their conjugates.
 */
final class RealTransform {
    private final TransformLibrary library;
    private final int half;
    private final Twiddles twiddles;

    /** For vectors of a length that is a power of two, at least 4. */
    RealTransform(TransformLibrary library, int length) {
        this.library = library;
        this.half = length / 2;
        this.twiddles = new Twiddles(half);
    }

    /** The spectrum {real, imaginary} of a vector. */
    double[][] forward(double[] values) {
        double[][] packed = new double[2][half];
        for (int k = 0; k < half; k++) {
            packed[0][k] = values[2 * k];
            packed[1][k] = values[2 * k + 1];
        }
        library.transform(packed, twiddles, true);
        double[][] spectrum = new double[2][half + 1];
        for (int k = 0; k <= half; k++) {
            int at = k == half ? 0 : k;
            int mirror = k == 0 ? 0 : half - k;
            double evenRe = 0.5 * (packed[0][at] + packed[0][mirror]);
            double evenIm = 0.5 * (packed[1][at] - packed[1][mirror]);
            double oddRe = 0.5 * (packed[1][at] + packed[1][mirror]);
            double oddIm = -0.5 * (packed[0][at] - packed[0][mirror]);
            double cos = k == half ? -1 : twiddles.re[half + k];
            double sin = k == half ? 0 : twiddles.im[half + k];
            spectrum[0][k] = evenRe + cos * oddRe - sin * oddIm;
            spectrum[1][k] = evenIm + cos * oddIm + sin * oddRe;
        }
        return spectrum;
    }

    /** The vector of a spectrum. */
    double[] inverse(double[][] spectrum) {
        double[][] packed = new double[2][half];
        for (int k = 0; k < half; k++) {
            int mirror = half - k;
            double evenRe = 0.5 * (spectrum[0][k] + spectrum[0][mirror]);
            double evenIm = 0.5 * (spectrum[1][k] - spectrum[1][mirror]);
            double awayRe = 0.5 * (spectrum[0][k] - spectrum[0][mirror]);
            double awayIm = 0.5 * (spectrum[1][k] + spectrum[1][mirror]);
            double cos = twiddles.re[half + k];
            double sin = -twiddles.im[half + k];
            double oddRe = cos * awayRe - sin * awayIm;
            double oddIm = cos * awayIm + sin * awayRe;
            packed[0][k] = evenRe - oddIm;
            packed[1][k] = evenIm + oddRe;
        }
        library.transform(packed, twiddles, false);
        double[] values = new double[2 * half];
        for (int k = 0; k < half; k++) {
            values[2 * k] = packed[0][k];
            values[2 * k + 1] = packed[1][k];
        }
        return values;
    }
}
