package org.duecare.underwriting;

import java.util.List;
import java.util.Locale;
import org.duecare.premium.RateTable;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a tariff file.
 *
 * @param claims the record that it was found from; empty for none
 * @param relativities null where none were asked for
 * @param credibility null where none was asked for
 * @param bonusMalus the scale in the long run, by rate of claims; empty where none was asked for
 * @param rates the tariff as scenarios can name it; null where there is none
 */
public record TariffAnswer(
        TariffCase asked,
        Claims claims,
        @Nullable FittedRelativities relativities,
        @Nullable FittedCredibility credibility,
        List<BonusMalusScale.LongRun> bonusMalus,
        @Nullable RateTable rates) {
    /** Copies the list. */
    public TariffAnswer {
        bonusMalus = List.copyOf(bonusMalus);
    }

    /** The word of a closed choice, as files write it: {@code BUHLMANN_STRAUB} is buhlmannStraub. */
    public static String word(Enum<?> choice) {
        StringBuilder word = new StringBuilder();
        for (String part : choice.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    /**
     * Answers a file.
     *
     * @param claims the record: that of the file, or the simulated one
     */
    public static TariffAnswer of(TariffCase asked, Claims claims) {
        Relativities wanted = asked.relativities();
        FittedRelativities fitted = wanted == null ? null : FittedRelativities.fit(wanted, claims);
        RateTable rates = fitted == null ? asked.rates() : fitted.rates();
        CredibilityModel model = asked.credibility();
        FittedCredibility credibility = model == null ? null : FittedCredibility.fit(model, claims, rates);
        if (rates != null && credibility != null && credibility.model().of() == CredibilityModel.Basis.TARIFF) {
            rates = rates.with(credibility.experience());
        }
        BonusMalusScale scale = asked.bonusMalus();
        double mean = claims.rows().isEmpty() ? 0 : claims.claims() / claims.exposure();
        return new TariffAnswer(
                asked, claims, fitted, credibility, scale == null ? List.of() : scale.longRun(mean), rates);
    }
}
