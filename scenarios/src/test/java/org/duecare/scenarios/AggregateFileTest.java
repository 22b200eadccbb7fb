package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.duecare.distribution.NegativeBinomial;
import org.duecare.distribution.Poisson;
import org.duecare.premium.AggregateCase;
import org.duecare.scenarios.tree.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the exact engine: read as written, refused with place and advice. */
class AggregateFileTest {
    private static final String SMALL = """
            schemaVersion: 1
            aggregate: small
            currency: EUR
            count: {law: poisson, mean: 2.5}
            severity: {law: gamma, shape: 3, scale: 400}
            terms: {deductible: 0, limit: none, coinsurance: 1.0, annualDeductible: 0, annualLimit: none}
            layers: [{deductible: 1000, limit: 4 kEUR, annualLimit: 8000, reinstatements: [{premiumShare: 1.0}]}]
            points: [0, 500, 1000]
            quantiles: [0.95, 0.99]
            tolerance: 1e-9
            """;

    @TempDir
    private Path folder;

    private AggregateCase read(String text) {
        return AggregateFile.read(Samples.write(folder, "case.yaml", text).toString(), Overrides.NONE);
    }

    @Test
    void everyKeyIsReadAsWritten() {
        AggregateCase asked = read(SMALL);

        assertThat(asked.aggregate()).isEqualTo("small");
        assertThat(asked.count()).isEqualTo(new Poisson(2.5));
        assertThat(asked.layers()).hasSize(1);
        assertThat(asked.layers().get(0).limit()).isEqualTo(4000);
        assertThat(asked.layers().get(0).reinstatements()).hasSize(1);
        assertThat(asked.terms().limit()).isInfinite();
        assertThat(asked.points()).containsExactly(0.0, 500.0, 1000.0);
        assertThat(asked.tolerance()).isEqualTo(1e-9);
        assertThat(asked.step()).isNull();
    }

    @Test
    void keysCanBeSet() {
        String file = Samples.write(folder, "case.yaml", SMALL).toString();
        AggregateCase asked = AggregateFile.read(
                file, new Overrides(List.of("count={law: negativeBinomial, mean: 2, dispersion: 3}"), null, null));

        assertThat(asked.count()).isEqualTo(new NegativeBinomial(2, 3));
    }

    @Test
    void shippedCaseIsSound() {
        assertThat(AggregateFile.read("library:two-layers", Overrides.NONE).aggregate())
                .isEqualTo("two-layers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean: 2.5 | mean: -1 | mean = -1 must be between 0 and 10000",
                "law: poisson | law: poison | did you mean 'poisson'",
                "aggregate: small |  | 'aggregate' is missing",
                "currency: EUR | currency: euro | three capital letters",
                "limit: 4 kEUR | limit: 0 | Write none for unlimited",
                "limit: 4 kEUR | limit: 4 kUSD | EUR",
                "limit: 4 kEUR | limt: 4000 | did you mean 'limit'",
                "limit: 4 kEUR | deductible: 7 | deductible",
                "limit: 4 kEUR, | | need a limit to refill",
                "premiumShare: 1.0 | premiumShare: -1 | premiumShare",
                "points: [0, 500, 1000] | points: [0, -500] | points",
                "quantiles: [0.95, 0.99] | quantiles: [0.95, 1] | must lie between 0 and 1",
                "tolerance: 1e-9 | tolerance: 0 | tolerance",
                "tolerance: 1e-9 | buckets: 1000000 | must be a power of two",
                "tolerance: 1e-9 | method: magic | method",
                "annualLimit: none | annualLimit: 100 | do not go with layers",
                "schemaVersion: 1 | schemaVersion: 2 | newer than this build",
                "tolerance: 1e-9 | trials: 10 | unknown key 'trials'"
            })
    void badFilesAreRefusedWithPlaceAndAdvice(String written, String instead, String told) {
        String text = SMALL.replaceFirst(java.util.regex.Pattern.quote(written), instead == null ? "" : instead);
        assertThat(text).isNotEqualTo(SMALL);

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.render())
                                .contains(told)
                                .contains("case.yaml:")
                                .doesNotContain("Exception", "\tat "));
    }
}
