package org.duecare.premium;

/**
 * The factors e^(-i pi k / h) for k in 0...h-1 and every power of two h up to a length, those of h from place h on. Each is
 * right to the last digit or two: sines and cosines of the first eighth of the circle, mirrored.
 */
final class Twiddles {
    final double[] re;
    final double[] im;

    /** Up to h = length, a power of two. */
    Twiddles(int length) {
        this.re = new double[2 * length];
        this.im = new double[2 * length];
        for (int k = 0; k <= length / 2; k++) {
            boolean low = 4L * k <= length;
            double angle = Math.PI * (low ? k : length / 2.0 - k) / length;
            double sin = StrictMath.sin(angle);
            double cos = StrictMath.cos(angle);
            set(length, k, low ? cos : sin, low ? -sin : -cos);
        }
        for (int h = length / 2; h > 0; h /= 2) {
            for (int k = 0; k < h; k++) {
                re[h + k] = re[2 * h + 2 * k];
                im[h + k] = im[2 * h + 2 * k];
            }
        }
    }

    /** A factor of the first quarter and its mirror image. */
    private void set(int length, int k, double x, double y) {
        if (k < length) {
            re[length + k] = x;
            im[length + k] = y;
        }
        if (k > 0) {
            re[2 * length - k] = -x;
            im[2 * length - k] = y;
        }
    }
}
