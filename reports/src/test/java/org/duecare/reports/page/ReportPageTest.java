package org.duecare.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duecare.reports.SampleAssessment;
import org.duecare.reports.SampleRun;
import org.duecare.simulation.RunResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>");

    @TempDir
    Path folder;

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "</title><script>alert(1)</script>",
                "</style><script>alert(1)</script>",
                "</svg><script>alert(1)</script>",
                "</textarea><img src=x onerror=alert(1)>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "` onmouseover=`alert(1)",
                "javascript:alert(1)",
                "<a href=javascript:alert(1)>x</a>",
                "<!--<script>",
                "-->",
                "]]><script>alert(1)</script>",
                "<![CDATA[<script>]]>",
                "&lt;script&gt;",
                "&#60;script&#62;",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content=0>",
                "<style>@import '//evil.example'</style>",
                "{{constructor.constructor('alert(1)')()}}",
                "${alert(1)}",
                "\\u003cscript\\u003e",
                "\u2028alert(1)\u2029",
                "\u202Egnp.exe",
                "=cmd|' /C calc'!A0",
                "a\u0000b\u001B[31mred\uD800");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStaysText(String text) {
        String plain = page("plain", "plain-fund", "plain");
        String page = page(text, text + "-fund", text);

        assertThat(count(page, SCRIPT)).isEqualTo(count(plain, SCRIPT));
        assertThat(count(page, Pattern.compile("<"))).isEqualTo(count(plain, Pattern.compile("<")));
        assertThat(page).doesNotContain("\u202E", "\u0000", "\u001B");
    }

    @Test
    void pageNamesNoAddressOfANetwork() {
        String page = page("Title", "joint-fund", "duecare run");

        assertThat(page.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("url(//");
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain("unsafe-");
        assertThat(page.length()).isLessThan(3_000_000);
    }

    @Test
    void findingHasTwoSentencesWithRanges() {
        String page = page("Title", "joint-fund", "");
        Matcher finding = Pattern.compile("<p class=\"finding\">([^<]*)</p>").matcher(page);

        assertThat(finding.find()).isTrue();
        assertThat(finding.group(1))
                .matches(
                        "Under status-quo, third parties suffer harm of EUR [^(]+\\([^)]+\\) in an average year, of which"
                                + " EUR [^(]+\\([^)]+\\) is paid by nobody\\. Compared with status-quo, joint-fund lowers what"
                                + " nobody pays by EUR [^(]+\\([^)]+\\) a year\\.");
    }

    @Test
    void everyChartHasAlternativeTextAndATable() {
        String page = page("Title", "joint-fund", "");
        int charts = count(page, Pattern.compile("<svg [^>]*class=\"chart\""));

        assertThat(charts).isGreaterThan(4);
        assertThat(count(page, Pattern.compile("<desc>[^<]{20,}</desc>"))).isEqualTo(charts);
        assertThat(count(page, Pattern.compile("<figure"))).isEqualTo(charts);
        assertThat(Pattern.compile("<figure.*?</figure>", Pattern.DOTALL)
                        .matcher(page)
                        .results())
                .allMatch(figure -> figure.group().contains("<table>"));
    }

    @Test
    void seriesColoursStandOutOnWhite() {
        for (SeriesStyle style : SeriesStyle.values()) {
            assertThat(1.05 / (luminance(style.colour()) + 0.05)).isGreaterThan(4.5);
        }
    }

    @Test
    void scriptsAreTheOnesShippedWithTheirLicence() throws IOException {
        for (String line : resource("uPlot.sha256").split("\n")) {
            String[] parts = line.split(" +");
            assertThat(sha256(resource(parts[1]))).isEqualTo(parts[0]);
        }
        assertThat(resource("uPlot.LICENSE")).contains("MIT License");
    }

    @Test
    void browserOpensThePageWithoutComplaint() throws Exception {
        Path browser = findBrowser();
        if (browser == null) {
            System.err.println("no Chromium found: the report was not opened in a browser");
            return;
        }
        Path file = Files.writeString(folder.resolve("report.html"), page("</script><b>Title", "joint-fund", "x"));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=2000",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectError(log.toFile())
                .redirectOutput(folder.resolve("dom").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readString(log)).doesNotContain("CONSOLE").doesNotContain("Content Security Policy");
        String dom = Files.readString(folder.resolve("dom"));
        assertThat(count(dom, Pattern.compile("<canvas"))).isEqualTo(4);
        assertThat(dom).contains("Save chart as SVG");
    }

    private static @Nullable Path findBrowser() {
        for (String part : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            for (String name : BROWSERS) {
                Path candidate = Path.of(part, name);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private static String page(String title, String variant, String command) {
        RunResult run = new SampleRun(title, 2000, 3, List.of("status-quo", variant)).result();
        return new ReportPage(run, SampleAssessment.of(run), Map.of("Command", command), List.of(10.0, 200.0)).html();
    }

    private static int count(String text, Pattern pattern) {
        return (int) pattern.matcher(text).results().count();
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * c, 3 + 2 * c), 16) / 255.0;
            sum += weights[c] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static String resource(String name) throws IOException {
        try (var in = ReportPage.class.getResourceAsStream("/org/duecare/reports/html/" + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static String sha256(String text) throws IOException {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
