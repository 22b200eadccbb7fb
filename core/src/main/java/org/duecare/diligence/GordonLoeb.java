package org.duecare.diligence;

/**
 * The two classes of security breach functions of L. A. Gordon and M. P. Loeb (The economics of information security
 * investment, ACM TISSEC 5(4), 2002), and the investment that pays best under each.
 */
public final class GordonLoeb {
    private GordonLoeb() {}

    /**
     * Class I: {@code v / (alpha z + 1)^beta}.
     *
     * @param spending z, at least 0
     * @param undefended v, success probability without spending, in [0, 1]
     * @param alpha productivity of money, 1 by unit of money, above 0
     * @param beta at least 1
     */
    public static double classOne(double spending, double undefended, double alpha, double beta) {
        return undefended * StrictMath.pow(alpha * spending + 1, -beta);
    }

    /** Class II: {@code v^(alpha z + 1)}; parameters as of {@link #classOne}. */
    public static double classTwo(double spending, double undefended, double alpha) {
        return StrictMath.pow(undefended, alpha * spending + 1);
    }

    /**
     * The spending z >= 0 that minimises {@code S(z, v) loss + z} in class I: where the last unit of money saves one unit of
     * expected loss, {@code ((v alpha beta loss)^(1/(beta+1)) - 1) / alpha}.
     */
    public static double bestSpendingOne(double undefended, double alpha, double beta, double loss) {
        double bracket = StrictMath.pow(undefended * alpha * beta * loss, 1 / (beta + 1));
        return Math.max(0, (bracket - 1) / alpha);
    }

    /** The same in class II: {@code ln(-1 / (alpha v loss ln v)) / (alpha ln v)}; 0 where v is 0 or 1. */
    public static double bestSpendingTwo(double undefended, double alpha, double loss) {
        double log = StrictMath.log(undefended);
        if (undefended <= 0 || undefended >= 1 || -alpha * undefended * loss * log <= 1) {
            return 0;
        }
        return StrictMath.log(-1 / (alpha * undefended * loss * log)) / (alpha * log);
    }
}
