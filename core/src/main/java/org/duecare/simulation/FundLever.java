package org.duecare.simulation;

import org.duecare.fund.LiabilityFund;
import org.duecare.quantity.Require;

/** What of a fund is solved for. */
public enum FundLever {
    /** Balance before the first year. */
    INITIAL {
        @Override
        public double of(LiabilityFund fund) {
            return fund.initial();
        }

        @Override
        LiabilityFund set(LiabilityFund fund, double value) {
            return fund.withInitial(value);
        }
    },
    /** Levy a year for each unit of its base. */
    LEVY {
        @Override
        public double of(LiabilityFund fund) {
            LiabilityFund.Levy levy = fund.levy();
            return levy == null ? 0 : levy.ratePerYear();
        }

        @Override
        LiabilityFund set(LiabilityFund fund, double value) {
            LiabilityFund.Levy levy = fund.levy();
            Require.that(levy != null, "fund", "has no levy that could be solved for", "Give fund.levy");
            return levy == null ? fund : fund.withLevy(levy.withRate(value));
        }
    };

    /** Its value in a fund. */
    public abstract double of(LiabilityFund fund);

    /** The fund with another value. */
    abstract LiabilityFund set(LiabilityFund fund, double value);

    /** The policy under another name, its fund with another value. */
    public Policy policy(Policy policy, String name, double value) {
        LiabilityFund fund = policy.fund();
        return fund == null ? policy : policy.with(name, set(fund, value), policy.adjust());
    }
}
