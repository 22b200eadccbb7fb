package org.duecare.simulation;

import java.util.Arrays;
import java.util.List;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.fund.Contribution;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.FundLoan;
import org.duecare.fund.LiabilityFund;
import org.duecare.fund.Provisional;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.jspecify.annotations.Nullable;

/** Turns the fund of one policy into columns. */
final class FundCompiler {
    private final List<Operation> operations;
    private final int[] firstOperation;
    private final @Nullable LiabilityFund fund;
    private final @Nullable ExAntePrices prices;

    FundCompiler(List<Operation> operations, int[] firstOperation, Policy policy, @Nullable ExAntePrices prices) {
        this.operations = operations;
        this.firstOperation = firstOperation;
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
        columns.deferredShare = fund.levy() == null ? 0 : fund.levy().deferredShare();
        Provisional provisional = fund.provisional();
        if (provisional != null) {
            columns.reckoned = provisional.reckoned().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            columns.provisionalStep = provisional.step();
        }
        return columns;
    }

    private static void loan(FundColumns columns, @Nullable FundLoan loan) {
        if (loan != null) {
            columns.loanLimit = Money.minor(loan.facility());
            columns.loanInterestPerYear = loan.interestPerYear();
            columns.surcharge = loan.surcharge();
        }
    }

    private void call(FundColumns columns, @Nullable FundCall call, boolean sameYear) {
        if (call == null) {
            return;
        }
        int members = firstOperation.length - 1;
        double paying = 1 - call.defaultShare();
        columns.calls = true;
        columns.payingShare = paying;
        columns.callDelay = sameYear ? 0 : 1;
        columns.timeBarYears = call.timeBarYears();
        columns.drawnDefaults = call.defaults() == FundCall.Defaults.DRAWN;
        columns.defaultBelow = DrawAddress.threshold(call.defaultShare());
        columns.callCap = Money.minor(times(call.annualCap(), members * paying));
        columns.memberCap = Money.minor(call.annualCap());
        columns.memberCall = new long[members];
        columns.callWeight = new long[operations.size()];
        Contribution contribution = call.contribution();
        if (contribution == null) {
            columns.callLimit = Money.minor(times(call.perOperator(), members * paying));
            Arrays.fill(columns.memberCall, Money.minor(call.perOperator()));
            for (int member = 0; member < members; member++) {
                columns.callWeight[firstOperation[member]] = 1;
            }
        } else {
            contribute(columns, contribution, paying);
        }
    }

    private void contribute(FundColumns columns, Contribution contribution, double paying) {
        double[] size = new double[operations.size()];
        double[] share = new double[size.length];
        boolean[] free = new boolean[size.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = unit(contribution.unit(), operations.get(i), "contributions");
            share[i] = contribution.key() == null ? 0 : unit(contribution.key(), operations.get(i), "contributions");
            free[i] = contribution.uncapped().contains(operations.get(i).operation());
        }
        double[] owed = contribution.of(size, share, free);
        double all = 0;
        for (int member = 0; member < columns.memberCall.length; member++) {
            for (int i = firstOperation[member]; i < firstOperation[member + 1]; i++) {
                columns.callWeight[i] = Money.minor(owed[i]);
                columns.memberCall[member] += columns.callWeight[i];
                all += owed[i];
            }
        }
        columns.callLimit = Money.minor(all * paying);
    }

    private static double times(double amount, double count) {
        return count == 0 ? 0 : amount * count;
    }

    private long[][] levies(@Nullable FundLevy levy, PostureColumns[] phases, int[] phaseOfYear) {
        long[][] byYear = new long[phaseOfYear.length][];
        for (int y = 0; y < byYear.length; y++) {
            boolean same = y > 0 && (levy == null || levy.grading() == 0 || phaseOfYear[y] == phaseOfYear[y - 1]);
            byYear[y] = same ? byYear[y - 1] : levies(levy, phases[phaseOfYear[y]].shortfall);
        }
        return byYear;
    }

    private long[] levies(@Nullable FundLevy levy, double[] shortfall) {
        long[] amounts = new long[operations.size()];
        for (int i = 0; i < amounts.length && levy != null; i++) {
            double main = levy.of(base(levy, i), shortfall[i]);
            amounts[i] = (long) Math.floor(main * Money.MINOR_PER_MAIN);
        }
        return amounts;
    }

    private double base(FundLevy levy, int i) {
        Operation operation = operations.get(i);
        return switch (levy.base()) {
            case REVENUE -> operation.revenue();
            case USERS -> operation.users();
            case FLAT -> 1;
            case UNIT -> unit(String.valueOf(levy.unit()), operation, "a levy");
            case PREMIUM -> known().premiumBeforeTax(i);
            case EXPECTED_LOSS -> known().expectedDamages(i);
            case CONDITIONAL_MEAN, CO_TVAR -> known().fairShare(levy, i);
        };
    }

    private static double unit(String unit, Operation operation, String what) {
        double size = operation.size(unit);
        if (size < 0) {
            throw new InvalidValueException(
                    "fund",
                    "has " + what + " by " + unit + ", which operation " + operation.operation() + " does not state",
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
