package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.MarketColumns;
import org.duecare.quantity.Money;
import org.duecare.statistics.TrialColumn;

/** The path of insurers, read from the store that the run was collected into. */
final class CollectedMarket implements RunResult.InsurerPath {
    private final MarketColumns market;
    private final int first;
    private final Columns columns;

    /** Reads a column of the variant by year and number. */
    @FunctionalInterface
    interface Columns {
        /** One column. */
        TrialColumn column(int year, int number);
    }

    CollectedMarket(MarketColumns market, int first, Columns columns) {
        this.market = market;
        this.first = first;
        this.columns = columns;
    }

    @Override
    public List<String> insurers() {
        return List.of(market.insurerName);
    }

    @Override
    public boolean limited(int insurer) {
        return market.capital[insurer] != Money.UNLIMITED;
    }

    @Override
    public List<String> treaties() {
        return List.of(market.treatyName);
    }

    @Override
    public TrialColumn due(int year) {
        return columns.column(year, first + MarketColumns.DUE);
    }

    @Override
    public TrialColumn guarantee(int year) {
        return columns.column(year, first + MarketColumns.GUARANTEE);
    }

    @Override
    public TrialColumn unpaid(int year) {
        return columns.column(year, first + MarketColumns.UNPAID);
    }

    @Override
    public TrialColumn refills(int year) {
        return columns.column(year, first + MarketColumns.REFILLS);
    }

    @Override
    public TrialColumn capital(int insurer, int year) {
        return columns.column(year, first + MarketColumns.ofInsurer(insurer, MarketColumns.CAPITAL));
    }

    @Override
    public TrialColumn claims(int insurer, int year) {
        return columns.column(year, first + MarketColumns.ofInsurer(insurer, MarketColumns.CLAIMS));
    }

    @Override
    public TrialColumn paid(int insurer, int year) {
        return columns.column(year, first + MarketColumns.ofInsurer(insurer, MarketColumns.PAID));
    }

    @Override
    public TrialColumn treaty(int treaty, int year) {
        return columns.column(year, first + market.ofTreaty(treaty));
    }
}
