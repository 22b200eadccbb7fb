package org.duecare.insurance;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Purchase of cover by choice: an operation buys iff what it bears with cover, premium included, is worth more to it than what
 * it bears without. Its utility is exponential with an absolute risk aversion of {@code riskAversion} over its wealth, the net
 * assets of its operator or, where these are without bound, its revenue.
 */
public record Voluntary(
        @Key(
                doc = "Relative risk aversion at the wealth of the operation.",
                min = 0,
                max = 100,
                fallback = "2",
                source =
                        "R. Chetty, A new method of estimating risk aversion, American Economic Review 96 (2006): about 1, at"
                                + " most 2; that firms are like households is an assumption")
        double riskAversion,

        @Key(
                doc =
                        "What the insurer tells operations apart by: they share one rate for each combination; none of them for one"
                                + " rate.",
                fallback = "[sector]")
        List<Pooling> pooledBy,

        @Key(
                doc = "Within a pool the premium grows with revenue to this power.",
                min = 0,
                max = 2,
                fallback = "0.5",
                source = "assumption: the sum of usual elasticities of frequency and size")
        double exposureElasticity,

        @Key(
                doc =
                        "Share of the premium that follows an operation's own expected claims; the rest follows those of its pool."
                                + " 0: the insurer cannot see care; 1: it sees all of it.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0")
        double insight) {

    /** What pools are made by. */
    public enum Pooling {
        /** Economic sector. */
        SECTOR,
        /** Territory. */
        TERRITORY,
        /** Class of revenue. */
        SIZE
    }

    /** Checks ranges. */
    public Voluntary {
        Require.between(riskAversion, 0, 100, "riskAversion");
        pooledBy = List.copyOf(pooledBy);
        Require.between(exposureElasticity, 0, 2, "exposureElasticity");
        Require.share(insight, "insight");
    }

    /**
     * Certainty equivalent of a loss under exponential utility, {@code ln E[exp(a L)] / a}, its mean at {@code a = 0}.
     *
     * @param losses the outcomes above 0
     * @param from first outcome
     * @param to one past the last outcome
     * @param outcomes number of all outcomes, those of 0 included
     * @param aversion absolute risk aversion
     */
    public static double certaintyEquivalent(double[] losses, int from, int to, double outcomes, double aversion) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += aversion == 0 ? losses[k] : StrictMath.expm1(aversion * losses[k]);
        }
        return aversion == 0 ? sum / outcomes : StrictMath.log1p(sum / outcomes) / aversion;
    }

    /**
     * Premiums from the expected claims of those who buy: each pool's sum is shared by exposure, as far as the insurer lacks
     * insight into the single operation. Operations that do not buy are quoted the rate of those who do; in a pool without
     * buyers the rate of before holds.
     *
     * @param expected amount of each operation: its own claims, or these with a load
     * @param buys who buys
     * @param pool number of the pool of each operation
     * @param exposure size that the rate is multiplied by
     * @param rates rate of each pool, updated
     */
    public static double[] pooled(
            double[] expected, boolean[] buys, int[] pool, double[] exposure, double insight, double[] rates) {
        double[] claims = new double[rates.length];
        double[] exposed = new double[rates.length];
        for (int i = 0; i < expected.length; i++) {
            claims[pool[i]] += buys[i] ? expected[i] : 0;
            exposed[pool[i]] += buys[i] ? exposure[i] : 0;
        }
        for (int p = 0; p < rates.length; p++) {
            rates[p] = exposed[p] > 0 ? claims[p] / exposed[p] : rates[p];
        }
        double[] quoted = new double[expected.length];
        for (int i = 0; i < quoted.length; i++) {
            quoted[i] = insight * expected[i] + (1 - insight) * rates[pool[i]] * exposure[i];
        }
        return quoted;
    }
}
