package org.duecare.distribution;

/**
 * The natural logarithm for hot loops: that of fdlibm ({@code e_log.c}), written out, with the same bits as
 * {@link StrictMath#log} in every release of Java. Up to release 20 that is a call of native code, which costs several times as
 * much as the logarithm.
 *
 * <p>Of fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
public final class Logarithm {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double TWO_54 = 0x1p54;
    private static final double LG_1 = 6.666666666666735130e-01;
    private static final double LG_2 = 3.999999999940941908e-01;
    private static final double LG_3 = 2.857142874366239149e-01;
    private static final double LG_4 = 2.222219843214978396e-01;
    private static final double LG_5 = 1.818357216161805012e-01;
    private static final double LG_6 = 1.531383769920937332e-01;
    private static final double LG_7 = 1.479819860511658591e-01;

    private Logarithm() {}

    /**
     * The logarithm.
     *
     * @param x positive and finite; the caller guarantees it
     */
    public static double of(double x) {
        double scaled = x < Double.MIN_NORMAL ? x * TWO_54 : x;
        long bits = Double.doubleToRawLongBits(scaled);
        int high = (int) (bits >>> 32);
        int exponent = (high >> 20) - 1023 - (x < Double.MIN_NORMAL ? 54 : 0);
        int fraction = high & 0x000fffff;
        // Fractions above sqrt(2) are halved.
        int halved = (fraction + 0x95f64) & 0x100000;
        long reduced = (long) (fraction | (halved ^ 0x3ff00000)) << 32 | bits & 0xffffffffL;
        exponent += halved >> 20;
        double f = Double.longBitsToDouble(reduced) - 1.0;
        double k = exponent;
        if ((0x000fffff & (2 + fraction)) < 3) {
            return nearOne(f, exponent);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (LG_2 + w * (LG_4 + w * LG_6));
        double odd = z * (LG_1 + w * (LG_3 + w * (LG_5 + w * LG_7)));
        double rest = odd + even;
        if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
            double half = 0.5 * f * f;
            return exponent == 0
                    ? f - (half - s * (half + rest))
                    : k * LN2_HIGH - ((half - (s * (half + rest) + k * LN2_LOW)) - f);
        }
        return exponent == 0 ? f - s * (f - rest) : k * LN2_HIGH - ((s * (f - rest) - k * LN2_LOW) - f);
    }

    /** Where the fraction is within 2^-20 of one. */
    private static double nearOne(double f, int exponent) {
        double k = exponent;
        if (f == 0) {
            return exponent == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
        }
        double rest = f * f * (0.5 - 0.33333333333333333 * f);
        return exponent == 0 ? f - rest : k * LN2_HIGH - ((rest - k * LN2_LOW) - f);
    }
}
