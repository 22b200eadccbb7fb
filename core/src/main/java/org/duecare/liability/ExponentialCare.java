package org.duecare.liability;

import org.duecare.distribution.Normal;

/**
 * The care that costs its taker least when care x costs x and lowers expected harm to {@code harm exp(-productivity x)}: the
 * textbook model of the economic analysis of accident law (S. Shavell, Economic analysis of accident law, 1987), under each
 * liability rule. All amounts are in one unit of money; harm and productivity are above 0.
 */
public final class ExponentialCare {
    /** Steps of the search for the cell of the least cost under an uncertain standard, which may have two low points. */
    private static final int CELLS = 4096;

    /** Steps of the golden section inside that cell: its width shrinks below 1e-12 of the range. */
    private static final int SECTIONS = 60;

    private static final double GOLDEN = 0.6180339887498949;

    private ExponentialCare() {}

    /** Cost of care and expected harm together. */
    public static double socialCost(double care, double harm, double productivity) {
        return care + harm * StrictMath.exp(-productivity * care);
    }

    /** The care that minimises {@link #socialCost}: the rule of Hand, {@code ln(productivity harm) / productivity}. */
    public static double efficient(double harm, double productivity) {
        return Math.max(0, StrictMath.log(productivity * harm) / productivity);
    }

    /**
     * Care under strict liability of somebody who can pay only a share of the harm (S. Shavell, The judgment proof problem,
     * 1986).
     *
     * @param payable share of the harm that can be paid, in (0, 1]
     */
    public static double strict(double harm, double productivity, double payable) {
        return efficient(harm * payable, productivity);
    }

    /**
     * Care under negligence with a certain standard: the standard, unless paying for harm with less care costs less.
     *
     * @param standard care that frees from liability
     * @param payable share of the harm that can be paid, in (0, 1]
     */
    public static double negligence(double harm, double productivity, double standard, double payable) {
        double careless = Math.min(standard, strict(harm, productivity, payable));
        double cost = socialCost(careless, harm * payable, productivity);
        return careless < standard && cost < standard ? careless : standard;
    }

    /**
     * Care under negligence with a standard that is normal around a mean: over- and under-compliance as of R. Craswell and
     * J. E. Calfee (Deterrence and uncertain legal standards, 1986).
     *
     * @param mean mean of the standard
     * @param spread standard deviation of the standard, above 0
     */
    public static double underUncertainStandard(double harm, double productivity, double mean, double spread) {
        double most = socialCost(0, harm, productivity);
        double step = most / CELLS;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= CELLS; i++) {
            double cost = privateCost(i * step, harm, productivity, mean, spread);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        double low = Math.max(0, (best - 1) * step);
        double high = (best + 1) * step;
        for (int i = 0; i < SECTIONS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean down = privateCost(left, harm, productivity, mean, spread)
                    > privateCost(right, harm, productivity, mean, spread);
            low = down ? left : low;
            high = down ? high : right;
        }
        return (low + high) / 2;
    }

    private static double privateCost(double care, double harm, double productivity, double mean, double spread) {
        double liable = Normal.survival(Liability.liableAbove(mean - care, 0, spread, 0));
        return care + harm * StrictMath.exp(-productivity * care) * liable;
    }
}
