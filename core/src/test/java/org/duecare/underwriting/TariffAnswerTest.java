package org.duecare.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.duecare.operation.RiskClass;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

/** The answer to a tariff file against closed forms, and its intervals against the truth that the record was drawn from. */
class TariffAnswerTest {
    private static final double EQUATION_REL = 1e-9;
    private static final double PRINTED = 1e-9;
    private static final List<RiskClass.Dimension> BY_SECTOR = List.of(RiskClass.Dimension.SECTOR);

    private static ClaimsRow row(String sector, String posture, double exposure, double claims, double amount) {
        return new ClaimsRow("", "", 0, sector, "", "", posture, "", exposure, claims, amount);
    }

    private static TariffAnswer answer(
            List<RiskClass.Dimension> factors, Relativities.Method method, ClaimsRow... rows) {
        Claims claims = new Claims(List.of(rows));
        Relativities wanted = new Relativities(factors, method);
        return TariffAnswer.of(new TariffCase(1, "test", "", "EUR", claims, null, wanted, null, null, null), claims);
    }

    private static FittedRelativities fitted(TariffAnswer answer) {
        FittedRelativities fitted = answer.relativities();
        assertThat(fitted).isNotNull();
        return java.util.Objects.requireNonNull(fitted);
    }

    private static FittedRelativities.Level level(FittedRelativities fitted, String name) {
        return fitted.levels().stream()
                .filter(level -> level.level().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneFactorIsTheQuotientOfFrequenciesTimesThatOfSizes() {
        FittedRelativities fitted = fitted(answer(
                BY_SECTOR,
                Relativities.Method.FREQUENCY_SEVERITY,
                row("energy", "", 400, 40, 4e6),
                row("health", "", 100, 20, 3e6),
                row("water", "", 50, 0, 0)));

        assertThat(fitted.base().value()).isCloseTo(1e4, within(1e4 * EQUATION_REL));
        FittedRelativities.Level health = level(fitted, "health");
        assertThat(java.util.Objects.requireNonNull(health.claims()).value()).isCloseTo(2, within(EQUATION_REL));
        assertThat(java.util.Objects.requireNonNull(health.size()).value()).isCloseTo(1.5, within(EQUATION_REL));
        assertThat(health.relativity().value()).isCloseTo(3, within(EQUATION_REL));
        assertThat(level(fitted, "energy").relativity().value()).isEqualTo(1);
        assertThat(level(fitted, "water").relativity().value()).isZero();
        assertThat(fitted.rates().sector()).containsOnlyKeys("energy", "health");
        assertThat(fitted.fitted()).isCloseTo(1, within(EQUATION_REL));
    }

    /** With one factor the errors of both models are known: dispersion over the number of claims of each level. */
    @Test
    void intervalsJoinTheErrorsOfClaimsAndSizes() {
        FittedRelativities fitted = fitted(answer(
                BY_SECTOR,
                Relativities.Method.FREQUENCY_SEVERITY,
                row("energy", "", 200, 25, 2e6),
                row("energy", "", 200, 15, 2e6),
                row("health", "", 50, 12, 1e6),
                row("health", "", 50, 8, 2e6)));

        double perClaim = 1 / 40.0 + 1 / 20.0;
        double claims = (25 - 20) * (25 - 20) / 20.0 * 2 + 2 * 2 / 10.0 * 2;
        double sizeEnergy = 25 * Math.pow(2e6 / 25 / 1e5 - 1, 2) + 15 * Math.pow(2e6 / 15 / 1e5 - 1, 2);
        double sizeHealth = 12 * Math.pow(1e6 / 12 / 1.5e5 - 1, 2) + 8 * Math.pow(2e6 / 8 / 1.5e5 - 1, 2);
        assertThat(fitted.claimsDispersion()).isCloseTo(claims / 2, within(EQUATION_REL));
        assertThat(fitted.sizeDispersion()).isCloseTo((sizeEnergy + sizeHealth) / 2, within(EQUATION_REL));
        double error = Math.sqrt(perClaim * (fitted.claimsDispersion() + fitted.sizeDispersion()));
        FittedRelativities.Estimate health = level(fitted, "health").relativity();
        assertThat(Math.log(health.high() / health.value()) / 1.959963984540054).isCloseTo(error, within(EQUATION_REL));
        assertThat(health.value() / health.low()).isCloseTo(health.high() / health.value(), within(EQUATION_REL));
    }

    @Test
    void burningCostKeepsWhatEveryLevelPaid() {
        ClaimsRow[] rows = {
            row("energy", "25-50", 100, 10, 1e6),
            row("energy", "50-75", 300, 12, 1.1e6),
            row("health", "25-50", 80, 15, 2.4e6),
            row("health", "50-75", 40, 2, 1.5e5)
        };
        FittedRelativities fitted = fitted(answer(
                List.of(RiskClass.Dimension.SECTOR, RiskClass.Dimension.POSTURE),
                Relativities.Method.BURNING_COST,
                rows));

        for (String sector : List.of("energy", "health")) {
            double paid = 0;
            double expected = 0;
            for (ClaimsRow row : rows) {
                if (row.sector().equals(sector)) {
                    paid += row.amount();
                    expected += row.exposure()
                            * fitted.rates().pure(new RiskClass(sector, "", "", row.posture(), ""), "anybody");
                }
            }
            assertThat(expected).isCloseTo(paid, within(EQUATION_REL * paid));
        }
        assertThat(level(fitted, "health").claims()).isNull();
    }

    /**
     * 300 records are drawn from known relativities; nine hundred intervals of three relativities each hold the truth in 95 %.
     * The bounds are four standard errors of a share of 900, as if independent; dispersion is estimated from 54 freedoms.
     */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(20210309);
        Map<String, Double> sectors = Map.of("a", 1.0, "b", 1.6, "c", 0.5);
        Map<String, Double> postures = Map.of("25-50", 1.0, "50-75", 0.7);
        int held = 0;
        int asked = 0;
        for (int record = 0; record < 300; record++) {
            List<ClaimsRow> rows = new ArrayList<>();
            for (int year = 0; year < 10; year++) {
                sectors.forEach((sector, frequency) -> postures.forEach((posture, care) -> {
                    double exposure = sector.equals("a") && posture.equals("25-50") ? 150 : 100;
                    int claims = poisson(random, 0.2 * frequency * care * exposure);
                    double amount = 0;
                    for (int k = 0; k < claims; k++) {
                        amount -= 1e5 * (sector.equals("b") ? 1.5 : 1) * Math.log(random.nextDouble());
                    }
                    rows.add(row(sector, posture, exposure, claims, amount));
                }));
            }
            FittedRelativities fitted = fitted(answer(
                    List.of(RiskClass.Dimension.SECTOR, RiskClass.Dimension.POSTURE),
                    Relativities.Method.FREQUENCY_SEVERITY,
                    rows.toArray(ClaimsRow[]::new)));
            Map<String, Double> truth = Map.of("b", 2.4, "c", 0.5, "50-75", 0.7);
            for (Map.Entry<String, Double> one : truth.entrySet()) {
                FittedRelativities.Estimate estimate =
                        level(fitted, one.getKey()).relativity();
                held += estimate.low() <= one.getValue() && one.getValue() <= estimate.high() ? 1 : 0;
                asked++;
            }
        }
        double error = Math.sqrt(0.95 * 0.05 / asked);
        assertThat((double) held / asked).isCloseTo(0.95, within(4 * error));
    }

    private static int poisson(SplittableRandom random, double mean) {
        int count = -1;
        for (double time = 0; time < mean; time -= Math.log(random.nextDouble())) {
            count++;
        }
        return Math.max(0, count);
    }

    /** A tariff as weight: the factor of each risk is Buhlmann-Straub on paid over expected, and is kept with the rates. */
    @Test
    void experienceIsCredibilityOnPaidOverExpected() {
        RateTable rates = new RateTable(
                100, Map.of("energy", 1.0, "health", 2.0), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        List<ClaimsRow> rows = new ArrayList<>();
        double[][] paid = {{110, 90, 130}, {500, 380, 420}, {40, 90, 20}};
        String[] sectors = {"energy", "health", "energy"};
        double[][] weights = {{100, 100, 100}, {400, 400, 400}, {100, 100, 100}};
        double[][] ratios = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int year = 0; year < 3; year++) {
                double exposure = i == 1 ? 2 : 1;
                rows.add(new ClaimsRow("risk" + i, "", year, sectors[i], "", "", "", "", exposure, 1, paid[i][year]));
                ratios[i][year] = paid[i][year] / weights[i][year];
            }
        }
        Credibility exact = BuhlmannStraub.fit(ratios, weights, BuhlmannStraub.Between.UNBIASED);
        CredibilityModel model = new CredibilityModel(
                CredibilityModel.Model.BUHLMANN_STRAUB, CredibilityModel.Basis.TARIFF, null, null, null);
        TariffAnswer answer = TariffAnswer.of(
                new TariffCase(1, "test", "", "EUR", new Claims(rows), null, null, model, null, rates),
                new Claims(rows));

        RateTable found = java.util.Objects.requireNonNull(answer.rates());
        for (int i = 0; i < 3; i++) {
            assertThat(found.experience()).containsEntry("risk" + i, exact.premium(i));
            assertThat(found.pure(new RiskClass(sectors[i], "", "", "", ""), "risk" + i))
                    .isCloseTo(100 * (i == 1 ? 2 : 1) * exact.premium(i), within(EQUATION_REL * 100));
        }
    }

    /** RC-54. */
    @Test
    void scaleInTheLongRun() {
        BonusMalusScale scale = new BonusMalusScale(List.of(0.5, 0.75, 1.0), 1, 2, List.of(), List.of(0.1));
        BonusMalusScale.LongRun look = TariffAnswer.of(
                        new TariffCase(1, "test", "", "EUR", new Claims(List.of()), null, null, null, scale, null),
                        new Claims(List.of()))
                .bonusMalus()
                .get(0);

        assertThat(look.shares().get(0)).isCloseTo(0.818730753, within(PRINTED));
        assertThat(look.shares().get(1)).isCloseTo(0.0861066650, within(PRINTED));
        assertThat(look.shares().get(2)).isCloseTo(0.0951625820, within(PRINTED));
        assertThat(look.meanScale()).isCloseTo(0.569107957, within(PRINTED));
        assertThat(look.balance()).isCloseTo(1 / 0.569107957, within(1e-8));
        BonusMalusScale table = new BonusMalusScale(
                List.of(0.5, 0.75, 1.0),
                null,
                null,
                List.of(List.of(0, 2), List.of(0, 2), List.of(1, 2)),
                List.of(0.1));
        assertThat(table.longRun(0).get(0)).isEqualTo(look);
    }

    @Test
    void whatTheRecordDoesNotBearIsRefused() {
        assertThatThrownBy(() -> answer(
                        List.of(RiskClass.Dimension.SECTOR, RiskClass.Dimension.POSTURE),
                        Relativities.Method.BURNING_COST,
                        row("energy", "25-50", 1, 1, 10),
                        row("health", "50-75", 1, 1, 20)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("does not tell these factors apart");
        assertThatThrownBy(() -> answer(
                        BY_SECTOR,
                        Relativities.Method.FREQUENCY_SEVERITY,
                        row("energy", "", 1, 1, 10),
                        row("", "", 1, 0, 0)))
                .hasMessageContaining("claims.rows[1] has no sector");
        assertThatThrownBy(() -> answer(
                        BY_SECTOR,
                        Relativities.Method.FREQUENCY_SEVERITY,
                        row("energy", "", 10, 3, 10),
                        row("energy", "", 9, 2, 0)))
                .hasMessageContaining("claims.rows[1] has claims for which nothing was paid");
        assertThatThrownBy(() -> answer(BY_SECTOR, Relativities.Method.BURNING_COST, row("energy", "", 10, 0, 0)))
                .hasMessageContaining("holds no claim");
        assertThatThrownBy(() -> row("energy", "", 1, 0, 5)).hasMessageContaining("was paid for no claim");
        assertThatThrownBy(() -> row("energy", "30-60", 1, 1, 5)).hasMessageContaining("is none of 0-25");
    }
}
