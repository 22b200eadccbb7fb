package org.duecare.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.assessment.Amounts;
import org.duecare.premium.RateTable;
import org.duecare.underwriting.BonusMalusScale;
import org.duecare.underwriting.CredibilityModel;
import org.duecare.underwriting.FittedCredibility;
import org.duecare.underwriting.FittedRelativities;
import org.duecare.underwriting.FittedRelativities.Estimate;
import org.duecare.underwriting.TariffAnswer;
import org.jspecify.annotations.Nullable;

/** The answer to a tariff file, for people. */
final class TariffText {
    private static final int MOST_RISKS = 40;

    private final TariffAnswer answer;

    private TariffText(TariffAnswer answer) {
        this.answer = answer;
    }

    static String of(TariffAnswer answer) {
        return new TariffText(answer).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(head());
        FittedRelativities relativities = answer.relativities();
        if (relativities != null) {
            text.append('\n').append(relativities(relativities));
        }
        FittedCredibility credibility = answer.credibility();
        if (credibility != null) {
            text.append('\n').append(credibility(credibility));
        }
        if (!answer.bonusMalus().isEmpty()) {
            text.append('\n').append(bonusMalus(answer.bonusMalus()));
        }
        RateTable rates = answer.rates();
        if (rates != null && relativities == null) {
            text.append(String.format(Locale.ROOT, "%nRates as stated, base %s a year%n", amount(rates.base())));
        }
        return text.toString();
    }

    private String amount(double value) {
        return Amounts.of(value, answer.asked().currency());
    }

    private String head() {
        String title =
                answer.asked().title().isBlank() ? "" : ": " + answer.asked().title();
        String record = answer.claims().rows().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  record of %,d rows: %,.0f policy-years, %,.0f claims, %s paid%n",
                        answer.claims().rows().size(),
                        answer.claims().exposure(),
                        answer.claims().claims(),
                        amount(answer.claims().amount()));
        return answer.asked().tariff() + title + String.format("%n") + record;
    }

    private String relativities(FittedRelativities fitted) {
        boolean apart = fitted.levels().stream().anyMatch(level -> level.claims() != null);
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("level", "exposure", "claims", "relativity", "95 %"));
        if (apart) {
            head.addAll(List.of("of claims", "95 %", "of size", "95 %"));
        }
        rows.add(head);
        for (FittedRelativities.Level level : fitted.levels()) {
            List<String> row = new ArrayList<>(List.of(
                    level.factor().key() + " " + level.level(),
                    String.format(Locale.ROOT, "%,.0f", level.exposure()),
                    String.format(Locale.ROOT, "%,.0f", level.numberOfClaims()),
                    number(level.relativity().value()),
                    range(level.relativity())));
            if (apart) {
                add(row, level.claims());
                add(row, level.size());
            }
            rows.add(row);
        }
        String dispersion = apart
                ? String.format(
                        Locale.ROOT,
                        "dispersion of claims %.2f, of sizes %.2f",
                        fitted.claimsDispersion(),
                        fitted.sizeDispersion())
                : String.format(Locale.ROOT, "dispersion %s", Amounts.bare(fitted.claimsDispersion()));
        return String.format(
                        Locale.ROOT,
                        "Pure premium of the base class %s a year (%s to %s); %s; fitted over paid %.3f%n",
                        amount(fitted.base().value()),
                        amount(fitted.base().low()),
                        amount(fitted.base().high()),
                        dispersion,
                        fitted.fitted())
                + Headlines.table(rows);
    }

    private static void add(List<String> row, @Nullable Estimate estimate) {
        row.add(estimate == null ? "-" : number(estimate.value()));
        row.add(estimate == null ? "-" : range(estimate));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A dash where no freedom is left, nothing at the base level, which is 1 by definition. */
    private static String range(Estimate estimate) {
        if (Double.isNaN(estimate.low())) {
            return "-";
        }
        return estimate.low() == estimate.high() ? "base" : number(estimate.low()) + " to " + number(estimate.high());
    }

    private String credibility(FittedCredibility fitted) {
        boolean line = Double.isNaN(fitted.collective());
        boolean grouped = !fitted.groups().isEmpty();
        StringBuilder text = new StringBuilder(
                "Credibility of " + TariffAnswer.word(fitted.model().of()) + ", model "
                        + TariffAnswer.word(fitted.model().model()));
        text.append(
                line
                        ? String.format(Locale.ROOT, ", premiums for period %s%n", plain(fitted.at()))
                        : String.format(
                                Locale.ROOT,
                                ": collective %s, variance within %.6g, between %.6g%s%n",
                                value(fitted, fitted.collective()),
                                fitted.within(),
                                fitted.betweenRisks(),
                                grouped
                                        ? String.format(Locale.ROOT, ", between groups %.6g", fitted.betweenGroups())
                                        : ""));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(grouped ? "group risk" : "risk", "weight", "own", "credibility", "premium"));
        for (FittedCredibility.Group group : fitted.groups()) {
            rows.add(List.of(group.group(), "", "", number(group.factor()), value(fitted, group.premium())));
        }
        fitted.risks().stream()
                .limit(MOST_RISKS)
                .forEach(risk -> rows.add(List.of(
                        grouped ? risk.group() + " " + risk.risk() : risk.risk(),
                        String.format(Locale.ROOT, "%,.0f", risk.weight()),
                        value(fitted, risk.own()),
                        Double.isNaN(risk.factor()) ? "-" : number(risk.factor()),
                        value(fitted, risk.premium()))));
        text.append(Headlines.table(rows));
        if (fitted.risks().size() > MOST_RISKS) {
            text.append(String.format(
                    Locale.ROOT,
                    "the first %d of %,d risks; --json has them all%n",
                    MOST_RISKS,
                    fitted.risks().size()));
        }
        return text.toString();
    }

    private static String plain(double period) {
        return period == Math.rint(period)
                ? String.format(Locale.ROOT, "%.0f", period)
                : String.format(Locale.ROOT, "%.3f", period);
    }

    /** Money for amounts, digits for frequencies and factors. */
    private static String value(FittedCredibility fitted, double value) {
        CredibilityModel.Basis of = fitted.model().of();
        boolean money = of == CredibilityModel.Basis.BURNING_COST || of == CredibilityModel.Basis.MEAN_SIZE;
        return money ? String.format(Locale.ROOT, "%,.2f", value) : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String bonusMalus(List<BonusMalusScale.LongRun> looks) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("claims a year"));
        looks.forEach(look -> head.add(new BigDecimal(look.claimsPerYear())
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString()));
        rows.add(head);
        for (int k = 0; k < looks.get(0).shares().size(); k++) {
            List<String> row = new ArrayList<>(List.of("class " + (k + 1)));
            for (BonusMalusScale.LongRun look : looks) {
                row.add(String.format(Locale.ROOT, "%.2f%%", 100 * look.shares().get(k)));
            }
            rows.add(row);
        }
        rows.add(row(
                "mean scale",
                looks.stream().map(BonusMalusScale.LongRun::meanScale).toList()));
        rows.add(row(
                "base for balance",
                looks.stream().map(BonusMalusScale.LongRun::balance).toList()));
        rows.add(row(
                "efficiency",
                looks.stream().map(BonusMalusScale.LongRun::efficiency).toList()));
        return "Bonus-malus in the long run, share of years by class\n" + Headlines.table(rows);
    }

    private static List<String> row(String name, List<Double> values) {
        List<String> row = new ArrayList<>(List.of(name));
        values.forEach(value -> row.add(String.format(Locale.ROOT, "%.4f", value)));
        return row;
    }
}
