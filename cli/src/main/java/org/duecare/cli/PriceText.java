package org.duecare.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duecare.assessment.Amounts;
import org.duecare.assessment.PilotTariff;
import org.duecare.assessment.PriceCalibration;
import org.duecare.assessment.PriceTable;
import org.duecare.premium.Premium;
import org.duecare.underwriting.Tariff;
import org.jspecify.annotations.Nullable;

/** The prices of one variant, for people and for programs. */
record PriceText(
        PriceTable table,
        @Nullable PilotTariff tariff,
        String tariffProblem,
        List<PriceCalibration> calibrations,
        String currency) {
    private static final List<String> PARTS = List.of(
            "expectedLoss", "riskLoad", "reinsurance", "expenses", "commission", "levy", "tax", "total", "lossRatio");
    private static final MathContext DIGITS = new MathContext(15);

    private static double[] parts(Premium premium) {
        return new double[] {
            premium.expectedLoss(),
            premium.riskLoad(),
            premium.reinsurance(),
            premium.expenses(),
            premium.commission(),
            premium.levy(),
            premium.tax(),
            premium.total(),
            premium.lossRatio()
        };
    }

    String text() {
        PriceTable.Portfolio portfolio = table.portfolio();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d insured operations, %s a year; expected losses: %s%n",
                table.variant(),
                table.insured(),
                currency,
                table.method()));
        text.append(grid(principleRows()))
                .append('\n')
                .append(grid(classRows()))
                .append('\n');
        if (table.classes().stream().anyMatch(row -> !Double.isNaN(row.coTvar()))) {
            text.append(grid(capitalRows())).append('\n');
        }
        text.append(String.format(
                Locale.ROOT,
                "Portfolio in the pilot: mean %s, sd %s, 1 in %.0f %s, beyond it %s; price of the sum %s%n",
                amount(portfolio.mean()),
                amount(portfolio.sd()),
                1 / (1 - portfolio.level()),
                amount(portfolio.assets()),
                amount(portfolio.tvar()),
                amount(portfolio.price())));
        for (PriceCalibration calibration : calibrations) {
            text.append(String.format(
                    Locale.ROOT,
                    "For a risk premium of %s: %s%n",
                    amount(calibration.premium()),
                    calibration.choice() == null
                            ? calibration.principle() + " does not reach it"
                            : calibration.principle() + " with " + calibration.parameter() + " "
                                    + String.format(Locale.ROOT, "%.6g", parameter(calibration))));
        }
        PilotTariff fitted = tariff;
        text.append(fitted == null ? "No tariff: " + tariffProblem + "\n" : grid(tariffRows(fitted)));
        return text.toString();
    }

    private static double parameter(PriceCalibration calibration) {
        return calibration.choice() == null ? Double.NaN : calibration.choice().parameter(calibration.parameter());
    }

    private String amount(double value) {
        return Amounts.of(value, currency);
    }

    private List<List<String>> principleRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head("principle"));
        for (PriceTable.ByPrinciple row : table.principles()) {
            rows.add(row(List.of(row.principle().label()), row.premium()));
        }
        return rows;
    }

    private static List<String> head(String... first) {
        List<String> head = new ArrayList<>(List.of(first));
        head.addAll(PARTS);
        return head;
    }

    private List<String> row(List<String> first, Premium premium) {
        List<String> row = new ArrayList<>(first);
        double[] parts = parts(premium);
        for (int p = 0; p < parts.length; p++) {
            boolean share = PARTS.get(p).equals("lossRatio");
            row.add(!share ? Amounts.bare(parts[p]) : percent(parts[p]));
        }
        return row;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private String classTitle() {
        return table.classes().isEmpty()
                ? "class"
                : table.classes().get(0).values().keySet().stream()
                        .map(dimension -> dimension.key())
                        .collect(Collectors.joining(" "));
    }

    private List<List<String>> classRows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = head(classTitle(), "insured");
        rows.add(head);
        for (PriceTable.ClassRow entry : table.classes()) {
            String name = String.join(" ", entry.values().values());
            rows.add(row(List.of(name, Integer.toString(entry.insured())), entry.premium()));
        }
        return rows;
    }

    /** How the portfolio's sum, assets, tail and price are split over classes; each column adds up to the figure of the whole. */
    private List<List<String>> capitalRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "allocated to " + classTitle(), "mean", "conditionalMean", "percentileLayer", "coTvar", "natural"));
        for (PriceTable.ClassRow entry : table.classes()) {
            rows.add(List.of(
                    String.join(" ", entry.values().values()),
                    Amounts.bare(entry.expected()),
                    Amounts.bare(entry.conditionalMean()),
                    Amounts.bare(entry.percentileLayer()),
                    Amounts.bare(entry.coTvar()),
                    Amounts.bare(entry.natural())));
        }
        return rows;
    }

    private List<List<String>> tariffRows(PilotTariff fitted) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("tariff: base " + amount(fitted.base()), "relativity", "claims", "95 %", "size", "95 %"));
        for (int f = 0; f < fitted.factors().size(); f++) {
            Tariff.Factor factor = fitted.factors().get(f);
            for (int level = 0; level < factor.levels().size(); level++) {
                rows.add(List.of(
                        factor.factor() + " " + factor.levels().get(level),
                        number(fitted.relativity(f, level)),
                        number(fitted.claims().relativity(f, level)),
                        range(fitted.claims(), f, level),
                        number(fitted.size().relativity(f, level)),
                        range(fitted.size(), f, level)));
            }
        }
        return rows;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String range(Tariff tariff, int f, int level) {
        if (Double.isNaN(tariff.low(f, level))) {
            return "-";
        }
        return tariff.low(f, level) == tariff.high(f, level)
                ? "base"
                : number(tariff.low(f, level)) + " to " + number(tariff.high(f, level));
    }

    private static String grid(List<List<String>> rows) {
        return Headlines.table(rows);
    }

    static String json(String scenario, String currency, List<PriceText> texts) {
        return "{\"price\": \"" + scenario.replace("\\", "\\\\").replace("\"", "\\\"") + "\", \"currency\": \""
                + currency + "\", \"variants\": ["
                + texts.stream().map(PriceText::json).collect(Collectors.joining(", ")) + "]}";
    }

    private String json() {
        PriceTable.Portfolio portfolio = table.portfolio();
        String principles = table.principles().stream()
                .map(row -> "{\"principle\": \"" + row.principle().label() + "\", " + premium(row.premium()) + "}")
                .collect(Collectors.joining(", "));
        String classes = table.classes().stream().map(this::json).collect(Collectors.joining(", "));
        String found = calibrations.stream()
                .map(c -> "{\"principle\": \"" + c.principle() + "\", \"parameter\": \"" + c.parameter()
                        + "\", \"value\": " + value(parameter(c)) + ", \"premium\": " + value(c.premium()) + "}")
                .collect(Collectors.joining(", "));
        return "{\"variant\": \"" + table.variant() + "\", \"method\": \"" + table.method() + "\", \"insured\": "
                + table.insured() + ", \"principles\": [" + principles + "], \"classes\": [" + classes
                + "], \"portfolio\": {\"level\": " + value(portfolio.level()) + ", \"mean\": " + value(portfolio.mean())
                + ", \"sd\": " + value(portfolio.sd()) + ", \"assets\": " + value(portfolio.assets()) + ", \"tvar\": "
                + value(portfolio.tvar()) + ", \"price\": " + value(portfolio.price()) + "}, \"calibration\": [" + found
                + "], \"tariff\": " + tariffJson() + "}";
    }

    private String json(PriceTable.ClassRow row) {
        String values = row.values().entrySet().stream()
                .map(entry -> "\"" + entry.getKey().key() + "\": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return "{" + values + ", \"insured\": " + row.insured() + ", " + premium(row.premium()) + ", \"expected\": "
                + value(row.expected()) + ", \"coTvar\": " + value(row.coTvar()) + ", \"percentileLayer\": "
                + value(row.percentileLayer()) + ", \"conditionalMean\": " + value(row.conditionalMean())
                + ", \"natural\": " + value(row.natural()) + "}";
    }

    private static String premium(Premium premium) {
        double[] parts = parts(premium);
        List<String> fields = new ArrayList<>();
        for (int p = 0; p < parts.length; p++) {
            fields.add("\"" + PARTS.get(p) + "\": " + value(parts[p]));
        }
        return String.join(", ", fields);
    }

    private String tariffJson() {
        PilotTariff fitted = tariff;
        if (fitted == null) {
            return "null";
        }
        List<String> entries = new ArrayList<>();
        for (int f = 0; f < fitted.factors().size(); f++) {
            Tariff.Factor factor = fitted.factors().get(f);
            for (int level = 0; level < factor.levels().size(); level++) {
                entries.add("{\"factor\": \"" + factor.factor() + "\", \"level\": \""
                        + factor.levels().get(level) + "\", \"relativity\": " + value(fitted.relativity(f, level))
                        + ", \"claims\": " + relativity(fitted.claims(), f, level) + ", \"size\": "
                        + relativity(fitted.size(), f, level) + "}");
            }
        }
        return "{\"base\": " + value(fitted.base()) + ", \"relativities\": [" + String.join(", ", entries) + "]}";
    }

    private static String relativity(Tariff tariff, int f, int level) {
        return "{\"estimate\": " + value(tariff.relativity(f, level)) + ", \"low\": " + value(tariff.low(f, level))
                + ", \"high\": " + value(tariff.high(f, level)) + "}";
    }

    private static String value(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
                : "null";
    }
}
