package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.underwriting.BonusMalusScale;
import org.duecare.underwriting.FittedCredibility;
import org.duecare.underwriting.FittedRelativities;
import org.duecare.underwriting.FittedRelativities.Estimate;
import org.duecare.underwriting.TariffAnswer;
import org.jspecify.annotations.Nullable;

/** The tables of a tariff file's answer. */
public enum TariffTable {
    /** Every level of every rating factor. */
    RELATIVITIES {
        @Override
        public boolean isEmpty(TariffAnswer answer) {
            return answer.relativities() == null;
        }

        @Override
        List<TableColumn> columns(String currency) {
            return List.of(
                    TableColumn.name("factor"),
                    TableColumn.name("level"),
                    TableColumn.number("exposure", "policy-years"),
                    TableColumn.number("claims", "claims"),
                    TableColumn.number("amount", currency),
                    TableColumn.number("relativity", "factor"),
                    TableColumn.optional("low", "factor"),
                    TableColumn.optional("high", "factor"),
                    TableColumn.optional("of_claims", "factor"),
                    TableColumn.optional("of_claims_low", "factor"),
                    TableColumn.optional("of_claims_high", "factor"),
                    TableColumn.optional("of_size", "factor"),
                    TableColumn.optional("of_size_low", "factor"),
                    TableColumn.optional("of_size_high", "factor"));
        }

        @Override
        void fill(TariffAnswer answer, Rows rows) throws IOException {
            FittedRelativities fitted = answer.relativities();
            for (FittedRelativities.Level level :
                    fitted == null ? List.<FittedRelativities.Level>of() : fitted.levels()) {
                Estimate claims = orNothing(level.claims());
                Estimate size = orNothing(level.size());
                rows.add(
                        level.factor().key(),
                        level.level(),
                        level.exposure(),
                        level.numberOfClaims(),
                        level.amount(),
                        level.relativity().value(),
                        level.relativity().low(),
                        level.relativity().high(),
                        claims.value(),
                        claims.low(),
                        claims.high(),
                        size.value(),
                        size.low(),
                        size.high());
            }
        }
    },
    /** Every risk with its own record and what it pays. */
    CREDIBILITY {
        @Override
        public boolean isEmpty(TariffAnswer answer) {
            return answer.credibility() == null;
        }

        @Override
        List<TableColumn> columns(String currency) {
            return List.of(
                    TableColumn.name("risk"),
                    TableColumn.name("group"),
                    TableColumn.number("weight", ""),
                    TableColumn.optional("own", ""),
                    TableColumn.optional("credibility", "share"),
                    TableColumn.number("premium", ""));
        }

        @Override
        void fill(TariffAnswer answer, Rows rows) throws IOException {
            FittedCredibility fitted = answer.credibility();
            for (FittedCredibility.Risk risk : fitted == null ? List.<FittedCredibility.Risk>of() : fitted.risks()) {
                rows.add(risk.risk(), risk.group(), risk.weight(), risk.own(), risk.factor(), risk.premium());
            }
        }
    },
    /** Every class of a scale at every rate of claims. */
    BONUS_MALUS {
        @Override
        public boolean isEmpty(TariffAnswer answer) {
            return answer.bonusMalus().isEmpty();
        }

        @Override
        List<TableColumn> columns(String currency) {
            return List.of(
                    TableColumn.number("claims_per_year", "1/year"),
                    TableColumn.code("class", "class, 1 the best"),
                    TableColumn.number("share", "share of years"),
                    TableColumn.number("mean_scale", "factor"),
                    TableColumn.number("efficiency", "elasticity"));
        }

        @Override
        void fill(TariffAnswer answer, Rows rows) throws IOException {
            for (BonusMalusScale.LongRun look : answer.bonusMalus()) {
                for (int k = 0; k < look.shares().size(); k++) {
                    rows.add(
                            look.claimsPerYear(),
                            (long) k + 1,
                            look.shares().get(k),
                            look.meanScale(),
                            look.efficiency());
                }
            }
        }
    };

    private static final Estimate NOTHING = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    private static Estimate orNothing(@Nullable Estimate estimate) {
        return estimate == null ? NOTHING : estimate;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Rows {
        void add(Object... values) throws IOException;
    }

    /** Whether the answer has nothing to write in this table. */
    public abstract boolean isEmpty(TariffAnswer answer);

    abstract List<TableColumn> columns(String currency);

    abstract void fill(TariffAnswer answer, Rows rows) throws IOException;

    /** Its file within the folder. */
    public String fileName() {
        return "tables/" + name().toLowerCase(java.util.Locale.ROOT) + ".parquet";
    }

    /** Writes the whole table; the stream stays open. */
    public void write(TariffAnswer answer, OutputStream out) throws IOException {
        List<TableColumn> columns = columns(answer.asked().currency());
        String name = name().toLowerCase(java.util.Locale.ROOT);
        try (TableFile file =
                new TableFile(name, columns, Map.of("tariff", answer.asked().tariff()), out)) {
            RowBatch batch = new RowBatch(columns, 1);
            fill(answer, values -> {
                batch.set(0, values);
                file.write(batch, 1);
            });
        }
    }
}
