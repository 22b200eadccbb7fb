package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.duecare.simulation.Prorations;
import org.duecare.statistics.RareEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rare shortages of the shipped joint fund: sharp where crude trials see nothing, equal to them where they see enough. */
@Tag("slow")
class RareProrationTest {
    private static RareEvent proration(String method, double initial, int trials, long seed) {
        Overrides overrides = Overrides.set(
                "variants=none",
                "compareTo=none",
                "accuracy.method=" + method,
                "fund.initial=" + initial,
                "trials=" + trials,
                "seed=" + seed);
        return Objects.requireNonNull(Prorations.of(
                        ScenarioFile.read("library:eu-joint-fund", overrides).scenario(), 2)
                .get(0));
    }

    @Test
    void oneInTenThousandIsKnownToTenPercent() {
        RareEvent rare = proration("twist", 7.5e8, 20_000, 20210309);

        assertThat(rare.probability()).isBetween(2e-5, 3e-4);
        assertThat(rare.relativeError()).isLessThan(0.1);
        assertThat(rare.effectiveHits()).isGreaterThan(100);
    }

    @Test
    void oneInAHundredThousandIsKnownToTenPercent() {
        RareEvent rare = proration("twist", 9.7e8, 20_000, 20210309);

        assertThat(rare.probability()).isBetween(5e-6, 2e-5);
        assertThat(rare.relativeError()).isLessThan(0.1);
        assertThat(rare.effectiveHits()).isGreaterThan(100);
    }

    @Test
    void oneInAThousandEqualsCrudeTrials() {
        RareEvent twist = proration("twist", 5.2e8, 20_000, 1);
        RareEvent crude = proration("crude", 5.2e8, 100_000, 2);
        double z =
                (twist.probability() - crude.probability()) / Math.hypot(twist.standardError(), crude.standardError());

        assertThat(crude.probability()).isBetween(3e-4, 3e-3);
        assertThat(z).as("%s %s", twist, crude).isBetween(-3.5, 3.5);
        assertThat(twist.relativeError()).isLessThan(0.1);
    }
}
