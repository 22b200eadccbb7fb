package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.duecare.distribution.ReferenceFile.Parameters;
import org.duecare.quantity.CompensatedSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every count law against values of sixty digits, over all parameter sets. */
class CountLawReferenceTest {
    /** Relative tolerance of every value. */
    private static final double EXACT_REL = 1e-12;

    /** What compensated sums of all probabilities may miss. */
    private static final double SUM_REL = 1e-12;

    private static final int PROMISED_SETS_PER_FAMILY = 12;
    private static final double NEGLIGIBLE = 1e-25;
    private static final int LAST = 600_000;

    static List<Parameters> sets() {
        return ReferenceFile.read("counts.txt");
    }

    @Test
    void eachCountLawWithParametersHasTwelveSets() {
        CountLaws.NAMES.keySet().stream()
                .filter(name -> !name.equals("fixed") && !name.equals("discrete"))
                .forEach(name -> assertThat(
                                sets().stream().filter(set -> set.text().startsWith(name + " ")))
                        .as(name)
                        .hasSizeGreaterThanOrEqualTo(PROMISED_SETS_PER_FAMILY));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void probabilitiesAndMomentsAreExact(Parameters set) {
        CountLaw law = LawText.count(set.text());
        for (String[] row : set.rows()) {
            double expected = Double.parseDouble(row[row.length - 1]);
            double actual = row[0].equals("mean")
                    ? law.mean()
                    : row[0].equals("variance") ? law.variance() : law.probability(Integer.parseInt(row[1]));
            assertThat(actual)
                    .as("%s: %s", set, String.join(" ", row))
                    .isEqualTo(expected, within(EXACT_REL * expected));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void probabilitiesSumToOneAndToTheMean(Parameters set) {
        CountLaw law = LawText.count(set.text());
        CompensatedSum total = new CompensatedSum();
        CompensatedSum mean = new CompensatedSum();

        for (int n = 0; n < LAST; n++) {
            double probability = law.probability(n);
            total.add(probability);
            mean.add(n * probability);
            if (n > law.mean() && probability < NEGLIGIBLE) {
                break;
            }
        }

        assertThat(total.value()).isEqualTo(1, within(SUM_REL));
        assertThat(mean.value()).isEqualTo(law.mean(), within(SUM_REL * law.mean()));
    }
}
