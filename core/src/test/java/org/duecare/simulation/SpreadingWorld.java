package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Hardening;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Exponential;
import org.duecare.liability.Liability;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Provider;
import org.duecare.operation.Territory;
import org.duecare.threat.Contagion;
import org.jspecify.annotations.Nullable;

/** A small world in which incidents spread, providers fail and operations learn, for tests of them together. */
public final class SpreadingWorld {
    static final double POSTURE = 0.3;

    private SpreadingWorld() {}

    /** Everything at once: the world under a policy that learns in full, and under the policies of reference. */
    public static Scenario learning(int trials) {
        ScenarioBuilder builder = coupled(trials);
        policy(builder, "learns", full());
        ReferencePolicies.add(builder);
        return builder.build();
    }

    static Diligence care(ElementValues effect, @Nullable Hardening hardening) {
        return new Diligence(
                new Vulnerability(Vulnerability.Form.EXPONENTIAL, 0, effect),
                new StandardOfCare(0.6, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0.8,
                0,
                0,
                0,
                0,
                Upkeep.STATIONARY,
                hardening,
                0,
                Assurance.WITHOUT_EFFECT);
    }

    static final ElementValues MEASURES = PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, 2);

    static Hardening full() {
        return new Hardening(ElementValues.uniform(1), 1000);
    }

    /** Six operations, a threat that spreads by branching, one that spreads as a worm, and two providers. */
    static ScenarioBuilder coupled(int trials) {
        return coupled(trials, MEASURES);
    }

    static ScenarioBuilder coupled(int trials, ElementValues effect) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = trials;
        builder.years = 4;
        builder.diligence = care(effect, null);
        for (int i = 0; i < 6; i++) {
            builder.operation("op-" + i, POSTURE + 0.05 * i);
            List<String> on = i == 0 ? List.of() : List.of(i % 2 == 0 ? "cloud" : "dns");
            builder.operations.set(i, Operations.dependingOn(builder.operations.get(i), on));
        }
        builder.contagion = new Contagion(0.8, Contagion.Among.SECTOR, 60, 0.6);
        builder.threat("ransomware", 0.1, new Exponential(1e5));
        builder.contagion = new Contagion(1.2, Contagion.Among.ALL, 0, 0.6, Contagion.Form.WORM);
        builder.threat("worm", 0.05, new Exponential(2e5));
        builder.providers.add(provider("cloud", null, effect));
        builder.providers.add(provider("dns", "op-0", effect));
        return builder;
    }

    static Provider provider(String id, @Nullable String operation, ElementValues effect) {
        return new Provider(
                id,
                "",
                0.2,
                0.7,
                new Exponential(8),
                new Provider.Hourly(10, 0, 0),
                new Provider.Hourly(100, 0, 0),
                0,
                operation,
                operation == null ? 0 : 0.4,
                List.of(),
                null,
                effect);
    }

    static void policy(ScenarioBuilder builder, String name, Diligence care, Map<String, Territory> states) {
        builder.policies.add(new Policy(
                name,
                care,
                ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.1, Liability.Causation.BUT_FOR),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                Map.of(),
                new States(states, StateLiability.NONE),
                Pillars.NONE));
    }

    static void policy(ScenarioBuilder builder, String name, @Nullable Hardening hardening) {
        policy(builder, name, care(MEASURES, hardening), Map.of());
    }
}
