package org.duecare.simulation;

import java.util.List;
import org.duecare.fund.Contribution;
import org.duecare.fund.LiabilityFund;
import org.duecare.fund.Provisional;
import org.jspecify.annotations.Nullable;

/** A fund with every key at hand, for tests. */
final class Funds {
    static final double NONE = ScenarioBuilder.NONE;

    double target = NONE;
    double initial;
    LiabilityFund.@Nullable Levy levy;
    double perEventLimit = NONE;
    double annualLimit = NONE;
    double interestPerYear;
    double expensesPerYear;
    LiabilityFund.Shortage shortage = LiabilityFund.Shortage.PRO_RATA;
    LiabilityFund.@Nullable Call call;
    boolean sameYear;
    LiabilityFund.@Nullable Loan loan;
    double refundAbove = NONE;
    List<LiabilityFund.ClaimClass> priority = List.of();

    @Nullable
    Provisional provisional;

    /** A fund to start from. */
    static Funds like(LiabilityFund fund) {
        Funds copy = new Funds();
        copy.target = fund.target();
        copy.initial = fund.initial();
        copy.levy = fund.levy();
        copy.perEventLimit = fund.perEventLimit();
        copy.annualLimit = fund.annualLimit();
        copy.interestPerYear = fund.interestPerYear();
        copy.expensesPerYear = fund.expensesPerYear();
        copy.shortage = fund.shortage();
        copy.call = fund.call();
        copy.sameYear = fund.sameYear();
        copy.loan = fund.loan();
        copy.refundAbove = fund.refundAbove();
        copy.priority = fund.priority();
        copy.provisional = fund.provisional();
        return copy;
    }

    LiabilityFund make() {
        return new LiabilityFund(
                target,
                initial,
                levy,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                call,
                sameYear,
                loan,
                refundAbove,
                priority,
                provisional);
    }

    /** Claims paid at a level that is rounded down and raised. */
    Funds provisional(double step, List<Double> reckoned) {
        shortage = LiabilityFund.Shortage.PROVISIONAL;
        provisional = new Provisional(step, reckoned);
        return this;
    }

    /** Classes of claimants one after the other, by their shares of every claim. */
    Funds priority(double... shares) {
        shortage = LiabilityFund.Shortage.PRIORITY;
        List<LiabilityFund.ClaimClass> classes = new java.util.ArrayList<>();
        for (double share : shares) {
            classes.add(new LiabilityFund.ClaimClass("class-" + classes.size(), share));
        }
        priority = List.copyOf(classes);
        return this;
    }

    /** A call; the bound on one year's payments and the time bar are those of the call that stands, or none. */
    Funds call(
            double perOperator,
            double defaultShare,
            LiabilityFund.Call.Defaults defaults,
            @Nullable Contribution contribution) {
        LiabilityFund.Call before = call;
        call = new LiabilityFund.Call(
                LiabilityFund.Call.Rule.RETROSPECTIVE,
                perOperator,
                before == null ? NONE : before.annualCap(),
                defaultShare,
                before == null ? 1_000 : before.timeBarYears(),
                defaults,
                contribution);
        return this;
    }

    /** The levy that stands, measured by another base. */
    static LiabilityFund.Levy measured(
            LiabilityFund.Levy levy, LiabilityFund.Levy.Base base, double ratePerYear, double deferredShare) {
        return new LiabilityFund.Levy(
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
