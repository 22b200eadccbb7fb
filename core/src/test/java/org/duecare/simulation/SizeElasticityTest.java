package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.RecordsCost;
import org.duecare.operation.Operation;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;

/** Cost by revenue and by records (reference case RC-77: Romanosky 2016, exponents 0.13 and 0.29). */
class SizeElasticityTest {
    private static final double STATED = 1e-6;
    private static final double OF_REVENUE = 0.13;
    private static final double OF_RECORDS = 0.29;

    private static Operation earning(double revenue) {
        return new Operation("a", "a", "energy", "DE", revenue, 1e9, 1e12, 0, ElementValues.uniform(0.5));
    }

    @Test
    void aTenthMoreRevenueCosts1012467() {
        ThreatType threat = new ScenarioBuilder()
                .threat("breach", 1, new Degenerate(1e5))
                .threats
                .get(0);

        double ratio = AttemptRates.size(earning(1.1e8), threat, OF_REVENUE)
                / AttemptRates.size(earning(1e8), threat, OF_REVENUE);

        assertThat(ratio).isEqualTo(1.012467, within(STATED));
    }

    @Test
    void aTenthMoreRecordsCosts1028025() {
        double ratio = RecordsCost.cost(1.1e6, 7.68, OF_RECORDS) / RecordsCost.cost(1e6, 7.68, OF_RECORDS);

        assertThat(ratio).isEqualTo(1.028025, within(STATED));
        assertThat(new RecordsCost(new Degenerate(1.1e6), 7.68, OF_RECORDS, 0).mean())
                .isEqualTo(1.028025 * new RecordsCost(new Degenerate(1e6), 7.68, OF_RECORDS, 0).mean(), within(1.0));
    }
}
