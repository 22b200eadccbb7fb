package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;

/** The standard normal law, exact in both tails, with the same bits on every machine and Java release. */
public final class Normal {
    static final double CENTRE = 0.425;
    private static final double FAR_TAIL = 5;

    /** Where the mapping of [0, infinity) on [-1, 1] has its middle. */
    private static final double MAP = 5.25;

    /** Chebyshev coefficients of (z + 5.25) exp(z^2 / 2) P(Z > z) in t = (z - 5.25) / (z + 5.25), by mpmath. */
    private static final double[] MILLS = {
        1.1117915257962800693,
        -0.99121019743503704926,
        0.36916520290522971492,
        -0.11540597157369895236,
        0.03000809872300754765,
        -0.0063154106887108996023,
        0.0010074473765327621341,
        -0.000099448293476847300412,
        -8.5165917925088612736e-7,
        2.1844595777816199885e-6,
        -2.9193108313142460847e-7,
        -1.5849452461403267584e-8,
        9.2114206434179089833e-9,
        -4.462962201718960203e-10,
        -2.2681467550804812935e-10,
        2.8959348558101337386e-11,
        5.4621700433197910251e-12,
        -1.1920309159308093686e-12,
        -1.4389983894827534221e-13,
        4.5326245754815469555e-14,
        4.563180549142326335e-15,
        -1.7199406721279390594e-15,
        -1.8233000204467965015e-16,
        6.5913526678346884709e-17,
        8.7716458209259611166e-18,
        -2.5005096454216417645e-18,
    };

    /** Wichura, algorithm AS 241 (Applied Statistics 37, 1988), PPND16: numerator and denominator, three regions. */
    private static final double[][] AS241 = {
        {
            3.3871328727963666080e0,
            1.3314166789178437745e+2,
            1.9715909503065514427e+3,
            1.3731693765509461125e+4,
            4.5921953931549871457e+4,
            6.7265770927008700853e+4,
            3.3430575583588128105e+4,
            2.5090809287301226727e+3
        },
        {
            1,
            4.2313330701600911252e+1,
            6.8718700749205790830e+2,
            5.3941960214247511077e+3,
            2.1213794301586595867e+4,
            3.9307895800092710610e+4,
            2.8729085735721942674e+4,
            5.2264952788528545610e+3
        },
        {
            1.42343711074968357734e0,
            4.63033784615654529590e0,
            5.76949722146069140550e0,
            3.64784832476320460504e0,
            1.27045825245236838258e0,
            2.41780725177450611770e-1,
            2.27238449892691845833e-2,
            7.74545014278341407640e-4
        },
        {
            1,
            2.05319162663775882187e0,
            1.67638483018380384940e0,
            6.89767334985100004550e-1,
            1.48103976427480074590e-1,
            1.51986665636164571966e-2,
            5.47593808499534494600e-4,
            1.05075007164441684324e-9
        },
        {
            6.65790464350110377720e0,
            5.46378491116411436990e0,
            1.78482653991729133580e0,
            2.96560571828504891230e-1,
            2.65321895265761230930e-2,
            1.24266094738807843860e-3,
            2.71155556874348757815e-5,
            2.01033439929228813265e-7
        },
        {
            1,
            5.99832206555887937690e-1,
            1.36929880922735805310e-1,
            1.48753612908506148525e-2,
            7.86869131145613259100e-4,
            1.84631831751005468180e-5,
            1.42151175831644588870e-7,
            2.04426310338993978564e-15
        },
    };

    private Normal() {}

    /** exp(z^2 / 2) P(Z > z), Mills' ratio over sqrt(2 pi), for z at or above 0; relative accuracy about 1e-15. */
    static double scaledSurvival(double z) {
        double t = 2 * (1 - 2 * MAP / (z + MAP));
        double b1 = 0;
        double b2 = 0;
        for (int k = MILLS.length - 1; k > 0; k--) {
            double b = t * b1 - b2 + MILLS[k];
            b2 = b1;
            b1 = b;
        }
        return (0.5 * t * b1 - b2 + MILLS[0]) / (z + MAP);
    }

    /** exp(-z^2 / 2) with the rounding error of the square removed. */
    static double halfSquareDecay(double z) {
        double coarse = Math.floor(Math.abs(z) * 16) / 16;
        double rest = (Math.abs(z) - coarse) * (Math.abs(z) + coarse);
        return exp(-0.5 * coarse * coarse) * exp(-0.5 * rest);
    }

    /** P(Z > z), relative accuracy about 1e-15 down to 1e-300. */
    public static double survival(double z) {
        return z < 0 ? 1 - survival(-z) : z > 40 ? 0 : halfSquareDecay(z) * scaledSurvival(z);
    }

    /** P(Z at most z), relative accuracy about 1e-15 down to 1e-300. */
    public static double cdf(double z) {
        return survival(-z);
    }

    /** Density. */
    public static double density(double z) {
        return halfSquareDecay(z) / StableMath.SQRT_TWO_PI;
    }

    /**
     * The z with P(Z at most z) = p: algorithm AS 241, in the tails refined by one step of Halley's method.
     *
     * @param p in [0, 1]
     */
    public static double inverse(double p) {
        if (Math.abs(p - 0.5) <= CENTRE) {
            return centre(p - 0.5);
        }
        return p < 0.5 ? -upperTail(p) : upperTail(1 - p);
    }

    /** The z with P(Z above z) = q, exact for small q. */
    public static double inverseUpper(double q) {
        return -inverse(q);
    }

    /** The z with P(Z at most z) = 1/2 + d, relative accuracy kept for small d; |d| at most {@link #CENTRE}. */
    static double centre(double d) {
        double r = CENTRE * CENTRE - d * d;
        return d * polynomial(AS241[0], r) / polynomial(AS241[1], r);
    }

    private static double upperTail(double q) {
        if (q <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double r = Math.sqrt(-log(q));
        double z = r <= FAR_TAIL
                ? polynomial(AS241[2], r - 1.6) / polynomial(AS241[3], r - 1.6)
                : polynomial(AS241[4], r - FAR_TAIL) / polynomial(AS241[5], r - FAR_TAIL);
        if (q < Double.MIN_NORMAL) {
            return z;
        }
        double step = (survival(z) - q) / density(z);
        return z + step / (1 - 0.5 * z * step);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
