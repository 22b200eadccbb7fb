package org.duecare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.assessment.Amounts;
import org.duecare.diligence.DiligenceElement;
import org.duecare.premium.Premium;
import org.duecare.underwriting.Quote;

/** A quote for people. */
final class QuoteText {
    private final Quote quote;

    private QuoteText(Quote quote) {
        this.quote = quote;
    }

    static String of(Quote quote) {
        QuoteText text = new QuoteText(quote);
        return text.head() + "\n" + Headlines.table(text.premium()) + "\n" + Headlines.table(text.options()) + "\n"
                + Headlines.table(text.posture()) + "\n" + text.improvements();
    }

    private String amount(double value) {
        return value == Double.POSITIVE_INFINITY ? "unlimited" : Amounts.of(value, quote.currency());
    }

    private String head() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s in %s: %s at %s a year%n",
                quote.operation().operation(),
                quote.operation().sector(),
                quote.operation().territory(),
                quote.decision().name().toLowerCase(Locale.ROOT),
                amount(quote.premium().total())));
        quote.rules().forEach(rule -> text.append("  ").append(rule).append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "  cover of variant %s: deductible %s, limit %s, %s a year; %s; %,d trial-years%n",
                quote.variant(),
                amount(quote.terms().deductible()),
                amount(quote.terms().limit()),
                amount(quote.terms().annualLimit()),
                quote.principle(),
                quote.trialYears()));
        if (quote.byTariff()) {
            text.append("  expected loss by tariff; simulated ")
                    .append(amount(quote.simulated().mean()))
                    .append(" (")
                    .append(range())
                    .append(")\n");
        }
        return text.toString();
    }

    private String range() {
        Quote.Range range = quote.simulated().range();
        return Amounts.bare(range.low()) + " to " + Amounts.bare(range.high());
    }

    private List<List<String>> premium() {
        Premium premium = quote.premium();
        return List.of(
                List.of(
                        "premium",
                        "expectedLoss",
                        "95 %",
                        "riskLoad",
                        "expenses",
                        "commission",
                        "reinsurance",
                        "levy",
                        "tax",
                        "total"),
                List.of(
                        quote.currency() + " a year",
                        Amounts.bare(premium.expectedLoss()),
                        quote.byTariff() ? "by tariff" : range(),
                        Amounts.bare(premium.riskLoad()),
                        Amounts.bare(premium.expenses()),
                        Amounts.bare(premium.commission()),
                        Amounts.bare(premium.reinsurance()),
                        Amounts.bare(premium.levy()),
                        Amounts.bare(premium.tax()),
                        Amounts.bare(premium.total())));
    }

    private List<List<String>> options() {
        List<List<String>> rows = new ArrayList<>();
        List<Double> limits = quote.options().stream()
                .map(option -> option.terms().limit())
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("deductible"));
        limits.forEach(limit -> head.add("limit " + limit(limit)));
        rows.add(head);
        List<String> row = new ArrayList<>();
        for (Quote.Option option : quote.options()) {
            if (row.isEmpty()) {
                row.add(Amounts.bare(option.terms().deductible()));
            }
            row.add(Amounts.bare(option.premium().total()));
            if (row.size() == head.size()) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    private static String limit(double limit) {
        return limit == Double.POSITIVE_INFINITY ? "none" : Amounts.bare(limit);
    }

    private List<List<String>> posture() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("care", "held", "declared"));
        double[] held = quote.operation().posture().toArray();
        double[] declared = quote.declared().toArray();
        for (DiligenceElement element : DiligenceElement.values()) {
            int k = element.ordinal();
            rows.add(List.of(element.key(), level(held[k]), level(declared[k])));
        }
        return rows;
    }

    private static String level(double level) {
        return String.format(Locale.ROOT, "%.2f", level);
    }

    private String improvements() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("improvement", "saves a year", "costs a year", "element"));
        for (Quote.Improvement one : quote.improvements()) {
            if (one.premiumSaved() > 0) {
                String what = one.evidence() ? " shown as " : " ";
                rows.add(List.of(
                        one.control() + what + one.to(),
                        Amounts.bare(one.premiumSaved()),
                        Amounts.bare(one.cost()),
                        one.element().key()));
            }
        }
        return rows.size() == 1 ? "No single improvement lowers this premium\n" : Headlines.table(rows);
    }
}
