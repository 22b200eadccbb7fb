package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duecare.fund.Contribution;
import org.duecare.fund.FundBuilder;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.fund.Provisional;
import org.jspecify.annotations.Nullable;

/** Terms of funds for tests, in few words. */
final class Funds {
    private Funds() {}

    /** Claims paid at a level that is rounded down and raised. */
    static FundBuilder provisional(FundBuilder fund, double step, List<Double> reckoned) {
        return fund.shortage(LiabilityFund.Shortage.PROVISIONAL).provisional(new Provisional(step, reckoned));
    }

    /** Classes of claimants one after the other, by their shares of every claim. */
    static FundBuilder priority(FundBuilder fund, double... shares) {
        List<LiabilityFund.ClaimClass> classes = new ArrayList<>();
        for (double share : shares) {
            classes.add(new LiabilityFund.ClaimClass("class-" + classes.size(), share));
        }
        return fund.shortage(LiabilityFund.Shortage.PRIORITY).priority(classes);
    }

    /** A call with other bounds and defaults; the most paid in one year and the time bar stay. */
    static FundCall called(
            FundCall call,
            double perOperator,
            double defaultShare,
            FundCall.Defaults defaults,
            @Nullable Contribution contribution) {
        return new FundCall(
                call.rule(), perOperator, call.annualCap(), defaultShare, call.timeBarYears(), defaults, contribution);
    }

    /** A levy measured by another base. */
    static FundLevy measured(FundLevy levy, FundLevy.Base base, double ratePerYear, double deferredShare) {
        return new FundLevy(
                levy.rule(),
                base,
                ratePerYear,
                null,
                levy.threshold(),
                levy.floor(),
                levy.cap(),
                levy.grading(),
                deferredShare,
                levy.level(),
                levy.upToLevel());
    }
}
