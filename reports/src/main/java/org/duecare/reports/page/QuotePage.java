package org.duecare.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duecare.diligence.DiligenceElement;
import org.duecare.premium.Premium;
import org.duecare.underwriting.Quote;

/** A quote as one page without any network or script. */
public final class QuotePage {
    private static final int MOST_IMPROVEMENTS = 12;
    private static final double WIDTH = 720;
    private static final double BAR = 30;
    private static final String[] FILLS = {"#0b5394", "#6a3d9a", "#8c510a", "#a6761d", "#5b5b5b", "#1b7837", "#99000d"};
    private static final Map<DiligenceElement, String> NAMES = Map.of(
            DiligenceElement.GOOD_FAITH, "good faith",
            DiligenceElement.GOOD_NEIGHBOURLINESS, "good neighbourliness",
            DiligenceElement.TERRITORIAL_CONTROL, "territorial control",
            DiligenceElement.RISK_ASSESSMENT, "risk assessment",
            DiligenceElement.NECESSARY_MEASURES, "necessary measures",
            DiligenceElement.STATE_OF_THE_ART, "state of the art",
            DiligenceElement.INFORMATION_EXCHANGE, "information exchange",
            DiligenceElement.NON_DISCRIMINATION, "non-discrimination",
            DiligenceElement.CONTINUITY, "continuity");

    private final Quote quote;

    /** A page. */
    public QuotePage(Quote quote) {
        this.quote = quote;
    }

    /** The whole page. */
    public String html() {
        String style = ReportPage.resource("report.css") + ReportPage.resource("quote.css");
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.raw("<meta charset=\"utf-8\">\n");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src " + ReportPage.hashes(List.of(style))
                        + "; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", "Quote for " + title() + " \u2013 duecare");
        html.open("style").raw(style).close("style").close("head").open("body", "class", "quote");
        body(html);
        return html.close("body").close("html").toString();
    }

    private String title() {
        return quote.title().isBlank() ? quote.proposal() : quote.title();
    }

    private String money(double amount) {
        return amount == Double.POSITIVE_INFINITY ? "unlimited" : Amounts.money(amount, quote.currency());
    }

    private void body(Html html) {
        html.open("header").element("h1", "Quote for " + title());
        html.element(
                "p",
                quote.operation().operation() + ", " + quote.operation().sector() + ", "
                        + quote.operation().territory() + ", revenue "
                        + money(quote.operation().revenue()) + ". Cover of variant " + quote.variant()
                        + " of scenario " + quote.scenario() + ".");
        html.close("header").open("main");
        decision(html);
        html.open("div", "class", "two").open("section");
        premium(html);
        html.close("section").open("section");
        options(html);
        html.close("section").close("div");
        html.open("div", "class", "two").open("section");
        posture(html);
        html.close("section").open("section");
        improvements(html);
        html.close("section").close("div");
        html.close("main").open("footer");
        html.element(
                "p",
                "Risk load by " + quote.principle() + ". Losses from "
                        + String.format(Locale.ROOT, "%,d", quote.trialYears())
                        + " simulated first years of this operation in that world; a priced posture is what the answers"
                        + " amount to as far as they are shown. Costs, credits of evidence and bounds of rules are"
                        + " assumptions of the questionnaire and the scenario. No offer.",
                "class",
                "note");
        html.close("footer");
    }

    private void decision(Html html) {
        String word = switch (quote.decision()) {
            case ACCEPT -> "Accepted";
            case REFER -> "Referred to an underwriter";
            case DECLINE -> "Declined";
        };
        html.open("p", "class", "finding " + quote.decision().name().toLowerCase(Locale.ROOT));
        html.element("strong", word + ".");
        html.text(" " + money(quote.premium().total()) + " a year for "
                + money(quote.terms().limit())
                + " an incident above a deductible of " + money(quote.terms().deductible())
                + (quote.terms().annualLimit() == Double.POSITIVE_INFINITY
                        ? "."
                        : ", at most " + money(quote.terms().annualLimit()) + " a year."));
        html.close("p");
        if (!quote.rules().isEmpty()) {
            html.open("ul");
            quote.rules().forEach(rule -> html.element("li", rule));
            html.close("ul");
        }
    }

    private String range() {
        Quote.Range range = quote.simulated().range();
        return money(range.low()) + " to " + money(range.high());
    }

    private static Map<String, Double> parts(Premium premium) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("expected loss", premium.expectedLoss());
        parts.put("risk load", premium.riskLoad());
        parts.put("reinsurance", premium.reinsurance());
        parts.put("expenses", premium.expenses());
        parts.put("commission", premium.commission());
        parts.put("levy of the fund", premium.levy());
        parts.put("tax", premium.tax());
        return parts;
    }

    private void premium(Html html) {
        html.element("h2", "Premium");
        Map<String, Double> parts = parts(quote.premium());
        double total = quote.premium().total();
        Svg.open(html, WIDTH, BAR, "Premium by component", "A bar of the components, as in the table below.");
        double x = 0;
        int fill = 0;
        for (double part : parts.values()) {
            double width = total > 0 ? WIDTH * part / total : 0;
            if (width > 0) {
                html.empty(
                        "rect",
                        "x",
                        Svg.number(x),
                        "y",
                        "0",
                        "width",
                        Svg.number(width),
                        "height",
                        Svg.number(BAR),
                        "fill",
                        FILLS[fill],
                        "stroke",
                        "#fff");
            }
            x += width;
            fill++;
        }
        html.close("svg").open("table").open("tbody");
        fill = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            if (part.getValue() != 0) {
                html.open("tr").open("th", "scope", "row");
                html.open("svg", "width", "12", "height", "12", "aria-hidden", "true");
                html.empty("rect", "width", "12", "height", "12", "fill", FILLS[fill])
                        .close("svg");
                html.text(" " + part.getKey()).close("th");
                String range = fill == 0 && !quote.byTariff() ? " (" + range() + ")" : "";
                html.element("td", money(part.getValue()) + range).close("tr");
            }
            fill++;
        }
        html.open("tr", "class", "sum").element("th", "total", "scope", "row").element("td", money(total));
        html.close("tr").close("tbody").close("table");
        if (quote.byTariff()) {
            html.element(
                    "p",
                    "Expected loss by the tariff; the simulation expects "
                            + money(quote.simulated().mean()) + " (" + range() + ").",
                    "class",
                    "note");
        }
    }

    private void options(Html html) {
        html.element("h2", "Other terms");
        List<Double> limits = quote.options().stream()
                .map(option -> option.terms().limit())
                .distinct()
                .toList();
        List<Double> deductibles = quote.options().stream()
                .map(option -> option.terms().deductible())
                .distinct()
                .toList();
        html.open("table").open("thead").open("tr").element("th", "deductible", "class", "text");
        limits.forEach(limit -> html.element("th", "limit " + money(limit)));
        html.close("tr").close("thead").open("tbody");
        for (double deductible : deductibles) {
            html.open("tr").element("th", money(deductible), "scope", "row");
            for (double limit : limits) {
                for (Quote.Option option : quote.options()) {
                    boolean here = option.terms().deductible() == deductible
                            && option.terms().limit() == limit;
                    if (here) {
                        boolean asked = option.terms().equals(quote.terms());
                        html.element("td", money(option.premium().total()), "class", asked ? "asked" : "");
                    }
                }
            }
            html.close("tr");
        }
        html.close("tbody").close("table");
        html.element(
                "p",
                "Premium a year, all in. The annual limit keeps its ratio to the limit of an incident.",
                "class",
                "note");
    }

    private void posture(Html html) {
        html.element("h2", "Care");
        double[] held = quote.operation().posture().toArray();
        double[] declared = quote.declared().toArray();
        double row = 24;
        double left = 170;
        double width = 190;
        Svg.open(
                html,
                left + width + 110,
                row * held.length + 8,
                "Care on the nine elements",
                "Bars of the level held as far as shown; a mark where the answers alone would put it.");
        for (DiligenceElement element : DiligenceElement.values()) {
            int k = element.ordinal();
            double y = row * k + 4;
            Svg.label(html, left - 8, y + 14, "end", NAMES.getOrDefault(element, element.key()));
            bar(html, left, y, width, "#e4e4e4");
            bar(html, left, y, width * held[k], FILLS[0]);
            double mark = left + width * declared[k];
            Svg.line(html, mark, y - 1, mark, y + 19, "axis");
            Svg.label(html, left + width + 10, y + 14, "start", percent(held[k]) + " of " + percent(declared[k]));
        }
        html.close("svg");
        html.element("p", "Bar: held, as far as shown. Mark: declared, as answered.", "class", "note");
    }

    private static void bar(Html html, double x, double y, double width, String fill) {
        html.empty(
                "rect",
                "x",
                Svg.number(x),
                "y",
                Svg.number(y),
                "width",
                Svg.number(Math.max(0, width)),
                "height",
                "18",
                "fill",
                fill);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private void improvements(Html html) {
        html.element("h2", "What would save premium");
        List<Quote.Improvement> saving = quote.improvements().stream()
                .filter(improvement -> improvement.premiumSaved() > 0)
                .toList();
        if (saving.isEmpty()) {
            html.element("p", "No single improvement lowers this premium.");
            return;
        }
        html.open("table").open("thead").open("tr").element("th", "control", "class", "text");
        html.element("th", "better", "class", "text").element("th", "saves").element("th", "costs");
        html.close("tr").close("thead").open("tbody");
        saving.stream().limit(MOST_IMPROVEMENTS).forEach(improvement -> {
            boolean pays = improvement.premiumSaved() >= improvement.cost();
            html.open("tr", "class", pays ? "pays" : "");
            html.element("th", improvement.control().replace('-', ' '), "scope", "row");
            html.element(
                    "td",
                    (improvement.evidence() ? "evidence: " : "")
                            + improvement.to().replace('-', ' '),
                    "class",
                    "text");
            html.element("td", money(improvement.premiumSaved())).element("td", money(improvement.cost()));
            html.close("tr");
        });
        html.close("tbody").close("table");
        html.element(
                "p",
                "A year, each alone, cheapest first"
                        + (saving.size() > MOST_IMPROVEMENTS
                                ? "; the first " + MOST_IMPROVEMENTS + " of " + saving.size()
                                : "")
                        + ". Bold: the premium alone pays for it.",
                "class",
                "note");
    }
}
