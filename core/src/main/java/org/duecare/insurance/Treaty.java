package org.duecare.insurance;

import java.util.List;
import org.duecare.compensation.Reinstatement;
import org.duecare.quantity.Require;

/**
 * A treaty of reinsurance on all policies of the insurers together. Proportional treaties take a share of every payment,
 * excess treaties what passes an amount: of one operation in an event, of an event over all operations, of a year.
 */
public sealed interface Treaty {
    /** A share of every payment, cut at {@code limit} for an event. */
    record QuotaShare(double share, double limit, double annualLimit, double commission) implements Treaty {
        /** Checks shares and limits. */
        public QuotaShare {
            Treaty.proportional(share, "share", commission);
            Require.limit(limit, "limit");
            Require.limit(annualLimit, "annualLimit");
        }
    }

    /** Of every policy the part of its limit above the retained line, up to a number of lines. */
    record Surplus(double retained, double lines, double limit, double annualLimit, double commission)
            implements Treaty {
        /** Checks amounts. */
        public Surplus {
            Require.positive(retained, "retained");
            Require.positive(lines, "lines");
            Treaty.proportional(0, "share", commission);
            Require.limit(limit, "limit");
            Require.limit(annualLimit, "annualLimit");
        }
    }

    /** What the payments for one operation in one event pass the attachment by. */
    record RiskExcess(Excess excess) implements Treaty {}

    /** What the payments for one event over all operations pass the attachment by. */
    record EventExcess(Excess excess) implements Treaty {}

    /** What the payments of a year pass the attachment by; {@code share} is the part that is placed. */
    record StopLoss(double attachment, double limit, double share) implements Treaty {
        /** Checks amounts. */
        public StopLoss {
            Require.notNegative(attachment, "attachment");
            Require.limit(limit, "limit");
            Require.share(share, "share");
        }
    }

    /**
     * Terms of an excess treaty.
     *
     * @param share part that is placed
     * @param annualLimit most in a year at a share of 1, reinstatements counted in
     * @param refills prices of the refills in their order; refills beyond the list are free
     */
    record Excess(
            double attachment,
            double limit,
            double share,
            double annualDeductible,
            double annualLimit,
            List<Reinstatement> refills) {
        /** Checks amounts. */
        public Excess {
            Require.notNegative(attachment, "attachment");
            Require.limit(limit, "limit");
            Require.share(share, "share");
            Require.notNegative(annualDeductible, "annualDeductible");
            Require.limit(annualLimit, "annualLimit");
            refills = List.copyOf(refills);
        }
    }

    private static void proportional(double share, String name, double commission) {
        Require.share(share, name);
        Require.share(commission, "commission");
    }

    /** What a proportional treaty takes of a payment, minor units, rounded down. */
    static long ceded(long payment, double share) {
        return share == 1 ? payment : (long) (payment * share);
    }

    /** Share of a policy that a surplus treaty takes: {@code min(lines · retained, (sum insured - retained)+) / sum insured}. */
    static double surplusShare(double sumInsured, double retained, double lines) {
        return sumInsured <= retained ? 0 : Math.min(lines * retained, sumInsured - retained) / sumInsured;
    }
}
