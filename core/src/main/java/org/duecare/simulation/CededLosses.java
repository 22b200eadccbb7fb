package org.duecare.simulation;

import java.util.Arrays;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Reinsurance;
import org.duecare.insurance.Treaty;
import org.duecare.premium.DiscreteLoss;
import org.duecare.premium.PremiumPrinciple;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.ReinsuranceCost;

/**
 * What treaties take of the yearly claims of a policy of each class, and what they cost, from a pilot in which they apply. The
 * price of excess treaties and stop losses is shared by what classes are expected to cede beyond proportional treaties.
 */
final class CededLosses {
    private final double[] paid;
    private final double[] ceded;
    private final DiscreteLoss[] whole;
    private final DiscreteLoss[] kept;
    private final double quota;
    private final double premiumShare;
    private final double price;
    private final double[] priceShare;

    /**
     * The cessions of one pilot.
     *
     * @param policies number of insured operations by class
     * @param whole law of a policy's yearly claims by class, before reinsurance
     * @param kept the same after it
     */
    CededLosses(
            Insurance insurance,
            Pilot pilot,
            int[] classOf,
            int[] policies,
            DiscreteLoss[] whole,
            DiscreteLoss[] kept) {
        this.whole = whole;
        this.kept = kept;
        this.paid = new double[policies.length];
        this.ceded = new double[policies.length];
        for (int e = 0; e < pilot.size(); e++) {
            paid[classOf[pilot.operation(e)]] += pilot.paid(e) / Pilot.trialYears();
            ceded[classOf[pilot.operation(e)]] += pilot.ceded(e) / Pilot.trialYears();
        }
        double left = 1;
        double cost = 0;
        double stated = 0;
        for (Reinsurance treaty : insurance.reinsurance()) {
            double share = share(treaty.toTreaty(), insurance.limit());
            cost += left * share * (1 - treaty.commission());
            left -= left * share;
            stated += treaty.premium();
        }
        this.quota = 1 - left;
        this.premiumShare = cost;
        this.price = stated + pilot.refills();
        this.priceShare = new double[policies.length];
        double sum = 0;
        for (int c = 0; c < priceShare.length; c++) {
            priceShare[c] = Math.max(0, ceded[c] - quota * paid[c]);
            sum += priceShare[c];
        }
        double[] by = sum > 0 ? priceShare : paid;
        double total = Arrays.stream(by).sum();
        for (int c = 0; c < priceShare.length; c++) {
            priceShare[c] = total > 0 ? by[c] / total : 0;
        }
    }

    private static double share(Treaty treaty, double limit) {
        if (treaty instanceof Treaty.QuotaShare share) {
            return share.share();
        }
        return treaty instanceof Treaty.Surplus surplus
                ? Treaty.surplusShare(limit, surplus.retained(), surplus.lines())
                : 0;
    }

    /** Cost by unit of expected loss of a class; that of the whole book for a class without claims. */
    ReinsuranceCost of(int riskClass, PrincipleChoice choice) {
        if (paid[riskClass] == 0) {
            return ofBook(choice);
        }
        PremiumPrinciple principle = choice.toPrinciple();
        double load = principle.price(whole[riskClass]) - whole[riskClass].mean();
        double loadKept = principle.price(kept[riskClass]) - kept[riskClass].mean();
        return new ReinsuranceCost(
                ceded[riskClass] / paid[riskClass],
                load > 0 ? Math.max(0, loadKept) / load : 1 - ceded[riskClass] / paid[riskClass],
                price * priceShare[riskClass] / paid[riskClass],
                premiumShare);
    }

    /** Cost by unit of expected loss of all policies together. */
    ReinsuranceCost ofBook(PrincipleChoice choice) {
        double all = Arrays.stream(paid).sum();
        if (all == 0) {
            return new ReinsuranceCost(0, 1, 0, premiumShare);
        }
        double cededShare = Arrays.stream(ceded).sum() / all;
        double keptLoad = 0;
        for (int c = 0; c < paid.length; c++) {
            keptLoad += paid[c] == 0 ? 0 : paid[c] / all * of(c, choice).retainedLoad();
        }
        return new ReinsuranceCost(cededShare, keptLoad, price / all, premiumShare);
    }
}
