package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.duecare.operation.RiskClass;
import org.duecare.premium.RateTable;
import org.duecare.underwriting.BonusMalusScale;
import org.duecare.underwriting.FittedCredibility;
import org.duecare.underwriting.FittedRelativities;
import org.duecare.underwriting.FittedRelativities.Estimate;
import org.duecare.underwriting.Relativities;
import org.duecare.underwriting.TariffAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The answer to a tariff file: as one JSON document, and as a tariff file of its own that holds the rates found. */
public final class TariffReport {
    /** Name of the layout. */
    public static final String SCHEMA = "duecare-tariff-1";

    private static final String NO_FREEDOM = "the record leaves no freedom to judge the error";
    private static final String NO_CLAIM = "no claim at this level";
    private static final String A_LINE = "a regression has lines in place of it";

    private final TariffAnswer answer;

    /** A report. */
    public TariffReport(TariffAnswer answer) {
        this.answer = answer;
    }

    /** Writes the document; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        try (JsonFile file = new JsonFile(out)) {
            JsonGenerator json = file.json();
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("tariff", answer.asked().tariff());
            json.writeStringProperty("currency", answer.asked().currency());
            json.writeObjectPropertyStart("record");
            json.writeNumberProperty("rows", answer.claims().rows().size());
            file.number("exposure", answer.claims().exposure(), null);
            file.number("claims", answer.claims().claims(), null);
            file.number("amount", answer.claims().amount(), null);
            json.writeEndObject();
            relativities(file, answer.relativities());
            credibility(file, answer.credibility());
            bonusMalus(file);
            rates(file, answer.rates());
            json.writeEndObject();
        }
    }

    private static void relativities(JsonFile file, @Nullable FittedRelativities fitted) {
        if (fitted == null) {
            return;
        }
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("relativities");
        json.writeStringProperty("method", TariffAnswer.word(fitted.method()));
        estimate(file, "base", fitted.base());
        file.number("fittedOverPaid", fitted.fitted(), null);
        file.number("claimsDispersion", fitted.claimsDispersion(), NO_FREEDOM);
        if (fitted.method() == Relativities.Method.FREQUENCY_SEVERITY) {
            file.number("sizeDispersion", fitted.sizeDispersion(), NO_FREEDOM);
        }
        json.writeArrayPropertyStart("levels");
        for (FittedRelativities.Level level : fitted.levels()) {
            json.writeStartObject();
            json.writeStringProperty("factor", level.factor().key());
            json.writeStringProperty("level", level.level());
            file.number("exposure", level.exposure(), null);
            file.number("claims", level.numberOfClaims(), null);
            file.number("amount", level.amount(), null);
            estimate(file, "relativity", level.relativity());
            Estimate claims = level.claims();
            Estimate size = level.size();
            if (claims != null && size != null) {
                estimate(file, "ofClaims", claims);
                estimate(file, "ofSize", size);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void estimate(JsonFile file, String name, Estimate estimate) {
        file.json().writeObjectPropertyStart(name);
        file.number("estimate", estimate.value(), null);
        file.number("low", estimate.low(), null);
        file.number("high", estimate.high(), estimate.value() == 0 ? NO_CLAIM : NO_FREEDOM);
        file.json().writeEndObject();
    }

    private static void credibility(JsonFile file, @Nullable FittedCredibility fitted) {
        if (fitted == null) {
            return;
        }
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("credibility");
        json.writeStringProperty("model", TariffAnswer.word(fitted.model().model()));
        json.writeStringProperty("of", TariffAnswer.word(fitted.model().of()));
        file.number("collective", fitted.collective(), A_LINE);
        file.number("withinVariance", fitted.within(), null);
        file.number("betweenVariance", fitted.betweenRisks(), null);
        if (!fitted.groups().isEmpty()) {
            file.number("betweenGroupsVariance", fitted.betweenGroups(), null);
        }
        if (!Double.isNaN(fitted.at())) {
            file.number("period", fitted.at(), null);
        }
        json.writeArrayPropertyStart("risks");
        for (FittedCredibility.Risk risk : fitted.risks()) {
            json.writeStartObject();
            json.writeStringProperty("risk", risk.risk());
            if (!risk.group().isEmpty()) {
                json.writeStringProperty("group", risk.group());
            }
            file.number("weight", risk.weight(), null);
            file.number("own", risk.own(), null);
            file.number("credibility", risk.factor(), A_LINE);
            file.number("premium", risk.premium(), null);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!fitted.groups().isEmpty()) {
            json.writeArrayPropertyStart("groups");
            for (FittedCredibility.Group group : fitted.groups()) {
                json.writeStartObject();
                json.writeStringProperty("group", group.group());
                file.number("credibility", group.factor(), null);
                file.number("premium", group.premium(), null);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void bonusMalus(JsonFile file) {
        if (answer.bonusMalus().isEmpty()) {
            return;
        }
        JsonGenerator json = file.json();
        json.writeArrayPropertyStart("bonusMalus");
        for (BonusMalusScale.LongRun look : answer.bonusMalus()) {
            json.writeStartObject();
            file.number("claimsPerYear", look.claimsPerYear(), null);
            json.writeArrayPropertyStart("shares");
            look.shares().forEach(file::writeNumber);
            json.writeEndArray();
            file.number("meanScale", look.meanScale(), null);
            file.number("balance", look.balance(), null);
            file.number("efficiency", look.efficiency(), null);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void rates(JsonFile file, @Nullable RateTable rates) {
        if (rates == null) {
            return;
        }
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("rates");
        file.number("base", rates.base(), null);
        parts(rates).forEach((factor, relativities) -> {
            json.writeObjectPropertyStart(factor);
            relativities.forEach((level, relativity) -> file.number(level, relativity, null));
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** The rating factors that a table has, and the factors of experience. */
    private static Map<String, Map<String, Double>> parts(RateTable rates) {
        Map<String, Map<String, Double>> parts = new LinkedHashMap<>();
        for (RiskClass.Dimension factor : RiskClass.Dimension.values()) {
            Map<String, Double> ranked = new TreeMap<>(Comparator.comparing(factor::rank));
            ranked.putAll(rates.of(factor));
            parts.put(factor.key(), ranked);
        }
        parts.put("experience", new TreeMap<>(rates.experience()));
        parts.values().removeIf(Map::isEmpty);
        return parts;
    }

    /** The rates as a tariff file that a premium can name; empty where there are none. */
    public List<String> ratesFile() {
        RateTable rates = answer.rates();
        if (rates == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("# Rates of the tariff " + shown(answer.asked().tariff())
                + "; a premium names this file: premium: {tariff: rates.yaml}");
        lines.add("schemaVersion: 1");
        lines.add("tariff: " + shown(answer.asked().tariff()));
        lines.add("currency: " + answer.asked().currency());
        lines.add("rates:");
        lines.add("  base: " + number(rates.base()));
        parts(rates).forEach((factor, relativities) -> {
            lines.add("  " + factor + ":");
            relativities.forEach((level, relativity) -> lines.add("    " + shown(level) + ": " + number(relativity)));
        });
        return lines;
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** A word as YAML text in double quotes, whatever is in it. */
    private static String shown(String word) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : word.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** Bytes of the rates file. */
    public byte[] ratesBytes() {
        return (String.join("\n", ratesFile()) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
