package org.duecare.simulation;

import java.util.Arrays;
import org.duecare.fund.FundLevy;
import org.duecare.premium.Allocation;
import org.duecare.premium.DiscreteLoss;

/**
 * Each operation's mean share of what reaches the fund in years whose sum over all operations lies in a band of its
 * quantiles: conditional mean sharing, or co-TVaR where the band ends at 1. Found from the years of the pilot; the shares add
 * up to the mean of the sum in the band. Years of equal sum are one atom.
 */
final class FairShares {
    private FairShares() {}

    /**
     * Shares by operation, main units.
     *
     * @param trial year of each entry, from 0
     * @param operation operation of each entry
     * @param amount what reached the fund
     */
    static double[] of(FundLevy levy, int[] trial, int[] operation, double[] amount, int years, int operations) {
        double[] sums = new double[years];
        for (int e = 0; e < amount.length; e++) {
            sums[trial[e]] += amount[e];
        }
        double[] ones = new double[years];
        Arrays.fill(ones, 1);
        DiscreteLoss whole = DiscreteLoss.ofSample(sums, ones);
        double to = levy.base() == FundLevy.Base.CO_TVAR ? 1 : levy.upToLevel();
        double[] weights = Allocation.bandWeights(whole, levy.level(), to);
        double[] ofYear = new double[years];
        for (int y = 0; y < years; y++) {
            int atom = whole.atom(sums[y]);
            ofYear[y] = weights[atom] / whole.mass(atom) / years;
        }
        double[] shares = new double[operations];
        for (int e = 0; e < amount.length; e++) {
            shares[operation[e]] += ofYear[trial[e]] * amount[e];
        }
        return shares;
    }
}
