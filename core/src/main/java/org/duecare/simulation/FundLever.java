package org.duecare.simulation;

import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Require;

/** What of a fund is solved for. */
public enum FundLever {
    /** Balance before the first year. */
    INITIAL("fund.initial") {
        @Override
        public double of(LiabilityFund fund) {
            return fund.initial();
        }

        @Override
        LiabilityFund set(LiabilityFund fund, double value) {
            return fund.but().initial(value).build();
        }
    },
    /** Levy a year for each unit of its base. */
    LEVY("fund.levy.ratePerYear") {
        @Override
        public double of(LiabilityFund fund) {
            return levy(fund).ratePerYear();
        }

        @Override
        LiabilityFund set(LiabilityFund fund, double value) {
            return fund.but().levy(levy(fund).withRate(value)).build();
        }
    },
    /** Most that each operator owes for the claims of one year; what it pays in one year does not decide who is paid. */
    CALL_CAP("fund.call.perOperator") {
        @Override
        public double of(LiabilityFund fund) {
            return bounded(call(fund).perOperator());
        }

        @Override
        LiabilityFund set(LiabilityFund fund, double value) {
            return fund.but().call(call(fund).capped(value)).build();
        }
    };

    private final String key;

    FundLever(String key) {
        this.key = key;
    }

    /** Path of the key in a scenario. */
    public String key() {
        return key;
    }

    /** Its value in a fund. */
    public abstract double of(LiabilityFund fund);

    /** The fund with another value. */
    abstract LiabilityFund set(LiabilityFund fund, double value);

    /** The policy under another name, its fund with another value. */
    public Policy policy(Policy policy, String name, double value) {
        LiabilityFund fund = policy.fund();
        return fund == null ? policy : policy.with(name, set(fund, value), policy.adjust());
    }

    private static FundLevy levy(LiabilityFund fund) {
        FundLevy levy = fund.levy();
        if (levy == null) {
            throw missing("levy", "Give fund.levy");
        }
        return levy;
    }

    private static FundCall call(LiabilityFund fund) {
        FundCall call = fund.call();
        if (call == null) {
            throw missing("call", "Give fund.call with a perOperator to start from");
        }
        return call;
    }

    private static InvalidValueException missing(String what, String advice) {
        return new InvalidValueException(
                "stress.solveFor", "asks for a " + what + " that the fund does not have", advice);
    }

    private static double bounded(double cap) {
        Require.that(
                Double.isFinite(cap),
                "stress.solveFor",
                "asks for fund.call.perOperator, which is unlimited",
                "Give it an amount to start from");
        return cap;
    }
}
