package org.duecare.fund;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fund put together by the names of its terms; what is not said is as in a file that does not say it. */
public final class FundBuilder {
    private double target = Double.POSITIVE_INFINITY;
    private double initial;
    private @Nullable FundLevy levy;
    private double perEventLimit = Double.POSITIVE_INFINITY;
    private double annualLimit = Double.POSITIVE_INFINITY;
    private double interestPerYear;
    private double expensesPerYear;
    private LiabilityFund.Shortage shortage = LiabilityFund.Shortage.PRO_RATA;
    private @Nullable FundCall call;
    private boolean sameYear;
    private @Nullable FundLoan loan;
    private double refundAbove = Double.POSITIVE_INFINITY;
    private List<LiabilityFund.ClaimClass> priority = List.of();
    private @Nullable Provisional provisional;
    private double foreignLevel = 1;

    FundBuilder() {}

    /** Balance above which no levy is raised. */
    public FundBuilder target(double value) {
        target = value;
        return this;
    }

    /** Balance before the first year. */
    public FundBuilder initial(double value) {
        initial = value;
        return this;
    }

    /** Levy on operators. */
    public FundBuilder levy(@Nullable FundLevy value) {
        levy = value;
        return this;
    }

    /** Most paid for one event. */
    public FundBuilder perEventLimit(double value) {
        perEventLimit = value;
        return this;
    }

    /** Most paid in a year. */
    public FundBuilder annualLimit(double value) {
        annualLimit = value;
        return this;
    }

    /** Interest on the opening balance. */
    public FundBuilder interestPerYear(double value) {
        interestPerYear = value;
        return this;
    }

    /** Running expenses. */
    public FundBuilder expensesPerYear(double value) {
        expensesPerYear = value;
        return this;
    }

    /** What happens when claims exceed the means. */
    public FundBuilder shortage(LiabilityFund.Shortage value) {
        shortage = value;
        return this;
    }

    /** Call on members. */
    public FundBuilder call(@Nullable FundCall value) {
        call = value;
        return this;
    }

    /** Whether a call already arrives in the year of the claims. */
    public FundBuilder sameYear(boolean value) {
        sameYear = value;
        return this;
    }

    /** Loan that bridges a shortage. */
    public FundBuilder loan(@Nullable FundLoan value) {
        loan = value;
        return this;
    }

    /** Closing balance above which money goes back to the members. */
    public FundBuilder refundAbove(double value) {
        refundAbove = value;
        return this;
    }

    /** Classes of claimants in their order. */
    public FundBuilder priority(List<LiabilityFund.ClaimClass> value) {
        priority = value;
        return this;
    }

    /** How levels of payment are set while claims are uncertain. */
    public FundBuilder provisional(@Nullable Provisional value) {
        provisional = value;
        return this;
    }

    /** What the fund admits of claims from abroad where nothing secures equal treatment. */
    public FundBuilder foreignLevel(double value) {
        foreignLevel = value;
        return this;
    }

    /** The fund. */
    public LiabilityFund build() {
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
                provisional,
                foreignLevel);
    }
}
