package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Lognormal;
import org.duecare.harm.HarmLaw;
import org.duecare.operation.Operation;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Third parties' harm of an incident beside its own loss: law, correlation, share, size factor and cap. */
class HarmTest {
    /** Bound on a z-score; with twelve of them, a false alarm in 80,000 runs. */
    private static final double Z = 4.9;

    private record Sizes(long ownLoss, long harm) {}

    private static List<Sizes> incidents(
            @Nullable HarmLaw harm, @Nullable Double share, double posture, double potentialHarm) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = ScenarioBuilder.diligence(1, 0, 0.6, 1);
        builder.operations.add(new Operation(
                "a", "a", "energy", "DE", 1e8, ScenarioBuilder.NONE, potentialHarm, 0, ElementValues.uniform(posture)));
        builder.threat(
                "breach", 4.0, null, harm == null ? new Degenerate(100) : new Lognormal(10, 1), harm, share, null);
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        EventRows rows = TestRuns.run(builder.build(), 1).events().read(0, 0, 1);
        List<Sizes> sizes = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            sizes.add(new Sizes(rows.amount(Measure.OWN_LOSS, row), rows.amount(Measure.HARM, row)));
        }
        assertThat(sizes).hasSizeGreaterThan(7000);
        return sizes;
    }

    /** Logarithms are normal, so that their correlation is that of the scores; Fisher's transformation for its error. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void harmHasItsLawAndTheCorrelationOfScoresWithOwnLoss(double correlation) {
        List<Sizes> sizes = incidents(new HarmLaw(new Lognormal(12, 2), correlation), null, 1, ScenarioBuilder.NONE);
        double n = sizes.size();
        double own = 0;
        double harm = 0;
        double both = 0;
        double squares = 0;
        for (Sizes one : sizes) {
            double x = Math.log(one.ownLoss() / 100.0) - 10;
            double y = (Math.log(one.harm() / 100.0) - 12) / 2;
            own += x;
            harm += y;
            both += x * y;
            squares += y * y;
        }

        assertThat(own / Math.sqrt(n)).isBetween(-Z, Z);
        assertThat(harm / Math.sqrt(n)).isBetween(-Z, Z);
        assertThat((squares - n) / Math.sqrt(2 * n)).isBetween(-Z, Z);
        assertThat((both / n - correlation) * Math.sqrt(n / (1 + correlation * correlation)))
                .as("mean product of scores %.4f for %.1f", both / n, correlation)
                .isBetween(-Z, Z);
    }

    @Test
    void aShareOfOwnLossIsThatShareOfEveryIncident() {
        assertThat(incidents(null, 0.25, 1, ScenarioBuilder.NONE)).containsOnly(new Sizes(10_000, 2_500));
    }

    @Test
    void withoutLawAndShareThereIsNoHarm() {
        assertThat(incidents(null, null, 1, ScenarioBuilder.NONE)).containsOnly(new Sizes(10_000, 0));
    }

    /** Continuity 0.5 and a factor of 1: one and a half times the size, and the cap afterwards; own loss has none. */
    @Test
    void theSizeFactorWorksBeforeTheCapAndTheCapOnHarmAlone() {
        assertThat(incidents(null, 1.0, 0.5, ScenarioBuilder.NONE)).containsOnly(new Sizes(15_000, 15_000));
        assertThat(incidents(null, 1.0, 0.5, 120)).containsOnly(new Sizes(15_000, 12_000));
        assertThat(incidents(null, 1.0, 0.5, 160)).containsOnly(new Sizes(15_000, 15_000));
    }
}
