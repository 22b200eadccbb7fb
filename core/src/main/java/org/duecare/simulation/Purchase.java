package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.insurance.Voluntary;
import org.jspecify.annotations.Nullable;

/**
 * Who buys cover by choice, and how that was found.
 *
 * @param buys by operation, in the engine's order
 * @param pool number of the pool of each operation
 * @param exposure size of each operation that the rate of its pool is multiplied by
 * @param insight share of the premium that follows an operation's own claims
 * @param iterations rounds of pricing and choice
 * @param undecided operations that would choose otherwise at the final rates; 0 at a fixed point
 * @param rateChange largest relative change of a pool's rate in the last round
 * @param claimsOfAll expected insured claims a unit of exposure if all bought
 * @param claimsOfBuyers the same of those who buy; not a number where nobody does
 * @param joint how care was chosen together with cover; null where operators do not choose care
 */
public record Purchase(
        List<Boolean> buys,
        List<Integer> pool,
        List<Double> exposure,
        double insight,
        int iterations,
        int undecided,
        double rateChange,
        double claimsOfAll,
        double claimsOfBuyers,
        @Nullable Joint joint) {
    /**
     * Cover and care chosen together.
     *
     * @param rounds in which all chose both
     * @param careChange largest change of a level of care in the last round
     * @param switched operations that chose otherwise than in the round before
     * @param converged whether the last round moved nobody
     */
    public record Joint(int rounds, double careChange, int switched, boolean converged) {}

    /** Copies the lists. */
    public Purchase {
        buys = List.copyOf(buys);
        pool = List.copyOf(pool);
        exposure = List.copyOf(exposure);
    }

    static Purchase of(
            boolean[] buys,
            int[] pool,
            double[] exposure,
            double insight,
            int iterations,
            int undecided,
            double change,
            double[] expected) {
        List<Boolean> bought = new ArrayList<>();
        List<Integer> pools = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        double all = 0;
        double exposed = 0;
        double claims = 0;
        double covered = 0;
        for (int i = 0; i < buys.length; i++) {
            bought.add(buys[i]);
            pools.add(pool[i]);
            sizes.add(exposure[i]);
            all += expected[i];
            exposed += exposure[i];
            claims += buys[i] ? expected[i] : 0;
            covered += buys[i] ? exposure[i] : 0;
        }
        return new Purchase(
                bought, pools, sizes, insight, iterations, undecided, change, all / exposed, claims / covered, null);
    }

    /** The same with how care was chosen. */
    Purchase with(Joint together) {
        return new Purchase(
                buys,
                pool,
                exposure,
                insight,
                iterations,
                undecided,
                rateChange,
                claimsOfAll,
                claimsOfBuyers,
                together);
    }

    /** Number of operations that buy. */
    public int buyers() {
        return (int) buys.stream().filter(b -> b).count();
    }

    /** An amount by operation as the insurer quotes it: shared within each pool of buyers. */
    double[] pooled(double[] amounts) {
        boolean[] bought = new boolean[amounts.length];
        int[] pools = new int[amounts.length];
        double[] sizes = new double[amounts.length];
        Arrays.setAll(pools, pool::get);
        Arrays.setAll(sizes, exposure::get);
        for (int i = 0; i < bought.length; i++) {
            bought[i] = buys.get(i);
        }
        int count = Arrays.stream(pools).max().orElse(0) + 1;
        return Voluntary.pooled(amounts, bought, pools, sizes, insight, new double[count]);
    }
}
