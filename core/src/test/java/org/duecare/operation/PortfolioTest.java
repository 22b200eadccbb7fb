package org.duecare.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.junit.jupiter.api.Test;

/** Which operations a portfolio will have, before they are made. */
class PortfolioTest {
    private static OperationGroup group(String sector, int count) {
        OperationGroup.Sized none = new OperationGroup.Sized(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new OperationGroup(
                sector,
                "DE",
                count,
                new Degenerate(1),
                none,
                none,
                new Degenerate(0),
                new OperationGroup.PostureLaw(0.5, 0, 0),
                List.of(),
                Assurance.Level.NONE);
    }

    @Test
    void holdsListedAndSynthesisedOperationsOfAllGroupsOfAName() {
        Operation listed = new Operation(
                "own",
                "",
                "energy",
                "DE",
                1,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                0,
                ElementValues.uniform(0.5));
        Portfolio portfolio =
                new Portfolio(List.of(listed), List.of(group("energy", 3), group("health", 1), group("energy", 2)));

        assertThat(List.of("own", "energy-DE-00001", "energy-DE-00005", "health-DE-00001"))
                .allMatch(portfolio::holds);
        assertThat(List.of(
                        "energy-DE-00006", "energy-DE-00000", "energy-DE-1", "energy-DE-", "health-DE-x", "other", ""))
                .noneMatch(portfolio::holds);
    }
}
