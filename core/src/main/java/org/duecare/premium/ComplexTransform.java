package org.duecare.premium;

/** The fast Fourier transform of J. Cooley and J. Tukey (1965) in place, halves before wholes so that it stays in the cache. */
final class ComplexTransform {
    private static final int CACHED = 1 << 11;

    private ComplexTransform() {}

    /**
     * Transforms, unscaled forward and divided by the length backward.
     *
     * @param data real and imaginary parts, a power of two long
     */
    static void transform(double[][] data, Twiddles twiddles, boolean forward) {
        double[] re = forward ? data[0] : data[1];
        double[] im = forward ? data[1] : data[0];
        int length = re.length;
        reverse(re, im);
        halves(re, im, twiddles, 0, length);
        if (!forward) {
            for (int k = 0; k < length; k++) {
                re[k] /= length;
                im[k] /= length;
            }
        }
    }

    /** Puts each value at the place with its number's bits in reverse. */
    private static void reverse(double[] re, double[] im) {
        int shift = 32 - Integer.numberOfTrailingZeros(re.length);
        for (int k = 1; k < re.length; k++) {
            int other = Integer.reverse(k) >>> shift;
            if (other > k) {
                double x = re[k];
                re[k] = re[other];
                re[other] = x;
                double y = im[k];
                im[k] = im[other];
                im[other] = y;
            }
        }
    }

    private static void halves(double[] re, double[] im, Twiddles twiddles, int from, int length) {
        if (length > CACHED) {
            halves(re, im, twiddles, from, length / 2);
            halves(re, im, twiddles, from + length / 2, length / 2);
            join(re, im, twiddles, from, length / 2);
            return;
        }
        for (int half = 1; half < length; half *= 2) {
            for (int at = from; at < from + length; at += 2 * half) {
                join(re, im, twiddles, at, half);
            }
        }
    }

    private static void join(double[] re, double[] im, Twiddles twiddles, int from, int half) {
        for (int k = 0; k < half; k++) {
            int low = from + k;
            int high = low + half;
            double cos = twiddles.re[half + k];
            double sin = twiddles.im[half + k];
            double x = cos * re[high] - sin * im[high];
            double y = cos * im[high] + sin * re[high];
            re[high] = re[low] - x;
            im[high] = im[low] - y;
            re[low] += x;
            im[low] += y;
        }
    }
}
