package org.duecare.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.duecare.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, EUR 0",
        "0.004, EUR 0.00",
        "1.234, EUR 1.23",
        "999.4, EUR 999",
        "999.6, EUR 1.00 k",
        "12345, EUR 12.3 k",
        "999999, EUR 1.00 m",
        "1.2e9, EUR 1.20 bn",
        "4.56e15, EUR 4560 tn",
        "-2.5e6, EUR \u22122.50 m"
    })
    void threeDigitsAndAUnit(double amount, String text) {
        assertThat(Amounts.money(amount, "EUR")).isEqualTo(text);
    }

    @Test
    void rangeStandsInTheUnitOfTheEstimate() {
        ConfidenceInterval interval = new ConfidenceInterval(1.234e9, 9.87e8, 1.5e9, null);

        assertThat(Amounts.money(interval, "EUR")).isEqualTo("EUR 1.23 bn (0.99 to 1.50)");
    }

    @Test
    void missingNumbersSayWhy() {
        assertThat(Amounts.money(ConfidenceInterval.none("beyond the data"), "EUR"))
                .isEqualTo("no number: beyond the data");
        assertThat(Amounts.money(new ConfidenceInterval(5, Double.NaN, Double.NaN, "infinite variance"), "EUR"))
                .isEqualTo("EUR 5.00 (no range: infinite variance)");
    }

    @Test
    void zeroWithARangeKeepsTheUnitOfTheRange() {
        assertThat(Amounts.money(new ConfidenceInterval(0, 0, 2.5e6, null), "EUR"))
                .isEqualTo("EUR 0 (0.00 to 2.50 m)");
        assertThat(Amounts.money(new ConfidenceInterval(0, 0, 0, null), "EUR")).isEqualTo("EUR 0");
    }
}
