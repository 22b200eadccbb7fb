package org.duecare.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.duecare.assessment.Assessment;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.Scenario;

/**
 * {@code report.html}: one file that opens from disk without any network. Its policy forbids everything but the scripts
 * and styles that stand in it, by their hashes.
 */
public final class ReportPage {
    /** The address in the comment of the chart library, left out so that the page names no address at all. */
    private static final String HOME_OF_CHARTS = "https://github.com/";

    private final PageData data;
    private final Map<String, String> origin;

    /**
     * A page.
     *
     * @param origin what the last section tells of versions, command and hashes, by label
     * @param returnPeriods return periods of the headline table, in years; empty for the usual ones
     */
    public ReportPage(RunResult run, Assessment assessment, Map<String, String> origin, List<Double> returnPeriods) {
        data = new PageData(run, assessment, List.copyOf(returnPeriods));
        this.origin = new TreeMap<>(origin);
    }

    /** The whole page. */
    public String html() {
        String chartStyle = resource("uPlot.min.css");
        String style = resource("report.css");
        String chartScript = resource("uPlot.iife.min.js").replace(HOME_OF_CHARTS, "");
        String script = resource("report.js");
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.raw("<meta charset=\"utf-8\">\n");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                policy(List.of(chartScript, script), List.of(chartStyle, style)));
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", title() + " \u2013 duecare");
        html.open("style").raw(chartStyle).close("style");
        html.open("style").raw(style).close("style");
        html.close("head").open("body");
        body(html);
        html.open("script").raw(chartScript).close("script");
        html.open("script").raw(script).close("script");
        return html.close("body").close("html").toString();
    }

    private void body(Html html) {
        Scenario scenario = data.run().scenario();
        html.open("header").element("h1", title());
        html.element(
                "p",
                "Scenario " + scenario.scenario() + ": "
                        + data.run().operations().size() + " operations, "
                        + scenario.years() + (scenario.years() == 1 ? " year" : " years") + " from "
                        + scenario.firstYear() + ", " + scenario.trials() + " trials; amounts in "
                        + scenario.currency() + ".");
        html.close("header").open("main");
        new FindingSection(data).writeTo(html);
        new PayersSection(data).writeTo(html);
        new ExceedanceSection(data).writeTo(html);
        new FundSection(data).writeTo(html);
        new PostureSection(data).writeTo(html);
        new ElementsSection(data).writeTo(html);
        new VictimsSection(data).writeTo(html);
        new StressSection(data).writeTo(html);
        new AuditSection(data).writeTo(html);
        new PremiumSection(data).writeTo(html);
        new CareSection(data).writeTo(html);
        new WelfareSection(data).writeTo(html);
        new DifferencesSection(data).writeTo(html);
        new NumbersSection(data).writeTo(html);
        LimitsSection.writeTo(html);
        html.close("main");
        footer(html);
    }

    private String title() {
        Scenario scenario = data.run().scenario();
        return scenario.title().isBlank() ? scenario.scenario() : scenario.title();
    }

    private void footer(Html html) {
        html.open("footer").element("h2", "To make this again").open("dl");
        html.element("dt", "SHA-256 of the results").element("dd", data.run().resultSha256());
        html.element("dt", "Seed")
                .element("dd", Long.toString(data.run().scenario().seed()));
        origin.forEach((label, value) -> html.element("dt", label).element("dd", value));
        html.close("dl");
        html.element(
                "p",
                "The file manifest.json beside this page holds the whole scenario and the hash of every file.",
                "class",
                "note");
        html.open("details", "class", "licence").element("summary", "Licence of uPlot, which draws the charts");
        html.element("pre", resource("uPlot.LICENSE")).close("details");
        html.close("footer");
    }

    private static String policy(List<String> scripts, List<String> styles) {
        return "default-src 'none'; script-src " + hashes(scripts) + "; style-src " + hashes(styles)
                + "; base-uri 'none'; form-action 'none'";
    }

    static String hashes(List<String> sources) {
        StringBuilder hashes = new StringBuilder();
        for (String source : sources) {
            byte[] digest = sha256().digest(source.getBytes(StandardCharsets.UTF_8));
            hashes.append(hashes.isEmpty() ? "" : " ")
                    .append("'sha256-")
                    .append(Base64.getEncoder().encodeToString(digest))
                    .append('\'');
        }
        return hashes.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String resource(String name) {
        String path = "/org/duecare/reports/html/" + name;
        try (InputStream in = ReportPage.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
