package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.FundAssessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.FundRisk;

/** The path of each variant's fund, year by year. */
final class FundPathTable {
    private static final int YEAR = 1;
    private static final int BALANCE_MEAN = 2;

    private final Assessment assessment;
    private final List<TableColumn> columns = new ArrayList<>();

    FundPathTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns.add(TableColumn.name("variant"));
        columns.add(TableColumn.code("year", "number from 1"));
        columns.add(TableColumn.optional("balance_mean", currency));
        for (double level : FundYear.BALANCE_LEVELS) {
            String percent = String.format(Locale.ROOT, "%02d", Math.round(level * 100));
            columns.add(TableColumn.optional("balance_p" + percent, currency));
        }
        columns.add(TableColumn.optional("levy", currency + ", mean"));
        columns.add(TableColumn.optional("claims", currency + ", mean"));
        columns.add(TableColumn.optional("payments", currency + ", mean"));
        columns.add(TableColumn.optional("probability_of_proration", "share of trials"));
        columns.add(TableColumn.optional("level_of_payments", "mean payments over mean claims"));
        columns.add(TableColumn.optional("calls", currency + ", mean"));
        columns.add(TableColumn.optional("carried", currency + ", mean"));
        columns.add(TableColumn.optional("paid_out", currency + ", mean"));
        columns.add(TableColumn.optional("probability_of_ruin", "share of trials, in this year or before"));
        columns.add(TableColumn.optional("probability_of_depletion", "share of trials, in this year or before"));
        columns.add(TableColumn.optional("shortfall", currency + ", mean"));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("fund_path", columns, metadata, out)) {
            for (VariantAssessment variant : assessment.variants()) {
                FundAssessment fund = variant.fund();
                if (fund != null) {
                    writeFund(file, variant.variant(), fund);
                }
            }
        }
    }

    private void writeFund(TableFile file, String variant, FundAssessment fund) throws IOException {
        RowBatch batch = new RowBatch(columns, fund.years().size());
        batch.fill(0, variant);
        int row = 0;
        for (FundYear year : fund.years()) {
            batch.wholes(YEAR)[row] = year.year();
            int c = BALANCE_MEAN;
            batch.numbers(c++)[row] = Tables.money(year.balanceMean().estimate());
            for (double quantile : year.balanceQuantiles()) {
                batch.numbers(c++)[row] = Tables.money(quantile);
            }
            batch.numbers(c++)[row] = Tables.money(year.levyMean());
            batch.numbers(c++)[row] = Tables.money(year.claimsMean());
            batch.numbers(c++)[row] = Tables.money(year.paymentsMean());
            batch.numbers(c++)[row] =
                    Tables.number(year.probabilityOfProration().estimate());
            batch.numbers(c++)[row] = Tables.number(year.levelOfPayments());
            Assessment.Calls calls = year.calls();
            batch.numbers(c++)[row] = calls == null ? Double.NaN : Tables.money(calls.callsMean());
            batch.numbers(c++)[row] = calls == null ? Double.NaN : Tables.money(calls.carriedMean());
            batch.numbers(c++)[row] = calls == null ? Double.NaN : Tables.money(calls.paidOutMean());
            FundRisk risk = fund.risk();
            FundRisk.Year at = risk == null ? null : risk.years().get(row);
            batch.numbers(c++)[row] =
                    at == null ? Double.NaN : Tables.number(at.ruin().estimate());
            batch.numbers(c++)[row] =
                    at == null ? Double.NaN : Tables.number(at.depletion().estimate());
            batch.numbers(c)[row] =
                    at == null ? Double.NaN : Tables.money(at.shortfall().estimate());
            row++;
        }
        file.write(batch, row);
    }
}
