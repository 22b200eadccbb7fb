package org.duecare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.operation.Operation;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.threat.Contagion;
import org.junit.jupiter.api.Test;

/** An operation that joins a sector draws secondary attempts to itself and moves no other. */
class ContagionTargetTest {
    private static final int OPERATIONS = 8;
    private static final String NEWCOMER = "newcomer";

    /** One incident: what it cost and when identify it, since the newcomer has no attempts of its own. */
    private record Incident(int slot, double time) {}

    private record Struck(String operation, long event) {}

    private static CompiledScenario scenario(boolean withNewcomer, int year) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.years = year;
        builder.contagion = new Contagion(0.7, Contagion.Among.SECTOR, 20, 0.5);
        for (int i = 0; i < OPERATIONS; i++) {
            builder.operation("op-" + i, 0);
        }
        builder.threat("ransomware", 0.3, new Exponential(1000));
        if (withNewcomer) {
            // Without revenue it has no attempts of its own.
            builder.operations.add(new Operation(
                    NEWCOMER,
                    NEWCOMER,
                    "energy",
                    "DE",
                    0,
                    ScenarioBuilder.NONE,
                    ScenarioBuilder.NONE,
                    0,
                    ElementValues.uniform(0)));
        }
        builder.threats.set(0, growingWithRevenue(builder.threats.get(0)));
        builder.policy("base", ScenarioBuilder.strict(), java.util.List.of());
        return builder.compile();
    }

    private static org.duecare.threat.ThreatType growingWithRevenue(org.duecare.threat.ThreatType t) {
        return new org.duecare.threat.ThreatType(
                t.type(),
                t.sectors(),
                t.incidentsPerYear(),
                t.count(),
                t.counts(),
                t.referencePosture(),
                t.referenceRevenue(),
                1,
                t.severityElasticity(),
                t.mixing(),
                t.contagion(),
                t.trendPerYear(),
                t.changeRate(),
                t.changeEffect(),
                t.severity(),
                t.harm(),
                t.thirdPartyShare(),
                t.effect(),
                t.ceilingFactor(),
                t.stateBackedShare(),
                t.source(),
                t.confidence());
    }

    private static Map<Incident, Struck> incidents(CompiledScenario scenario, int year) {
        CompiledWorld world = scenario.world();
        EventReader reader = new EventReader(world, scenario.variants().toArray(CompiledVariant[]::new));
        long[] empty = new long[CompiledWorld.BLOCK];
        EventRows rows = reader.read(0, 0, year, CompiledWorld.BLOCK, empty, empty, empty);
        Map<Incident, Struck> found = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String operation = scenario.operations().get(rows.operation(row)).operation();
            Incident incident = new Incident(rows.slot(row), rows.time(row));
            assertThat(found.put(incident, new Struck(operation, rows.event(row))))
                    .isNull();
        }
        return found;
    }

    @Test
    void onlyWhatIsDrawnToTheNewcomerMoves() {
        for (int year = 1; year <= 2; year++) {
            Map<Incident, Struck> before = incidents(scenario(false, 2), year);
            Map<Incident, Struck> after = incidents(scenario(true, 2), year);

            assertThat(after.keySet()).as("the same incidents").isEqualTo(before.keySet());
            Map<Long, Boolean> touched = new HashMap<>();
            int drawn = 0;
            for (Map.Entry<Incident, Struck> entry : after.entrySet()) {
                if (entry.getValue().operation().equals(NEWCOMER)) {
                    touched.put(eventOf(entry.getKey(), entry.getValue()), true);
                    drawn++;
                }
            }
            int movedOtherwise = 0;
            for (Map.Entry<Incident, Struck> entry : after.entrySet()) {
                Struck was = java.util.Objects.requireNonNull(before.get(entry.getKey()));
                boolean moved = !was.operation().equals(entry.getValue().operation());
                boolean toNewcomer = entry.getValue().operation().equals(NEWCOMER);
                if (moved && !toNewcomer) {
                    movedOtherwise++;
                    if (year == 1) {
                        assertThat(touched)
                                .as("it follows one that the newcomer drew")
                                .containsKey(eventOf(entry.getKey(), entry.getValue()));
                    }
                }
            }
            assertThat(drawn).isGreaterThan(100);
            assertThat(movedOtherwise).isLessThan(drawn / 4);
        }
    }

    private static long eventOf(Incident incident, Struck struck) {
        return ((long) incident.slot() << 32) | struck.event();
    }
}
