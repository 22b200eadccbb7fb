package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.fund.LiabilityFund;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.jspecify.annotations.Nullable;

/** Turns the fund of one policy into columns. */
final class FundCompiler {
    private final List<Operation> operations;
    private final int operators;
    private final @Nullable LiabilityFund fund;
    private final @Nullable ExAntePrices prices;

    FundCompiler(List<Operation> operations, int operators, Policy policy, @Nullable ExAntePrices prices) {
        this.operations = operations;
        this.operators = operators;
        this.fund = policy.fund();
        this.prices = prices;
    }

    /** The columns; null without a fund. */
    @Nullable
    FundColumns compile(PostureColumns[] phases, int[] phaseOfYear) {
        if (fund == null) {
            return null;
        }
        FundColumns columns = new FundColumns(levies(fund.levy(), phases, phaseOfYear));
        columns.initial = Money.minor(fund.initial());
        columns.target = Money.minor(fund.target());
        columns.perEventLimit = Money.minor(fund.perEventLimit());
        columns.annualLimit = Money.minor(fund.annualLimit());
        columns.interestPerYear = fund.interestPerYear();
        columns.expensesPerYear = Money.minor(fund.expensesPerYear());
        columns.refundAbove = Money.minor(fund.refundAbove());
        loan(columns, fund.loan());
        call(columns, fund.call(), fund.sameYear());
        return columns;
    }

    private static void loan(FundColumns columns, LiabilityFund.@Nullable Loan loan) {
        if (loan != null) {
            columns.loanLimit = Money.minor(loan.facility());
            columns.loanInterestPerYear = loan.interestPerYear();
            columns.surcharge = loan.surcharge();
        }
    }

    private void call(FundColumns columns, LiabilityFund.@Nullable Call call, boolean sameYear) {
        if (call != null) {
            double paying = operators * (1 - call.defaultShare());
            columns.calls = true;
            columns.callLimit = Money.minor(times(call.perOperator(), paying));
            columns.callCap = Money.minor(times(call.annualCap(), paying));
            columns.callDelay = sameYear ? 0 : 1;
            columns.timeBarYears = call.timeBarYears();
        }
    }

    private static double times(double amount, double count) {
        return count == 0 ? 0 : amount * count;
    }

    private long[][] levies(LiabilityFund.@Nullable Levy levy, PostureColumns[] phases, int[] phaseOfYear) {
        long[][] byYear = new long[phaseOfYear.length][];
        for (int y = 0; y < byYear.length; y++) {
            boolean same = y > 0 && (levy == null || levy.grading() == 0 || phaseOfYear[y] == phaseOfYear[y - 1]);
            byYear[y] = same ? byYear[y - 1] : levies(levy, phases[phaseOfYear[y]].shortfall);
        }
        return byYear;
    }

    private long[] levies(LiabilityFund.@Nullable Levy levy, double[] shortfall) {
        long[] amounts = new long[operations.size()];
        for (int i = 0; i < amounts.length && levy != null; i++) {
            double main = levy.of(base(levy, i), shortfall[i]);
            amounts[i] = (long) Math.floor(main * Money.MINOR_PER_MAIN);
        }
        return amounts;
    }

    private double base(LiabilityFund.Levy levy, int i) {
        Operation operation = operations.get(i);
        return switch (levy.base()) {
            case REVENUE -> operation.revenue();
            case USERS -> operation.users();
            case FLAT -> 1;
            case UNIT -> unit(String.valueOf(levy.unit()), operation);
            case PREMIUM -> known().premiumBeforeTax(i);
            case EXPECTED_LOSS -> known().expectedDamages(i);
        };
    }

    private static double unit(String unit, Operation operation) {
        double size = operation.size(unit);
        if (size < 0) {
            throw new InvalidValueException(
                    "fund",
                    "has a levy by " + unit + ", which operation " + operation.operation() + " does not state",
                    "Give units: {" + unit + ": ...} for every operation, 0 where it has none");
        }
        return size;
    }

    private ExAntePrices known() {
        if (prices == null) {
            throw new IllegalStateException("a levy is measured by prices that were not found beforehand");
        }
        return prices;
    }
}
