package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Hardening;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.diligence.Vulnerability;
import org.duecare.operation.Operation;
import org.duecare.simulation.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posture, standard, vulnerability and pillars as scenario files state them. */
class DiligenceReadingTest {
    private static final String FULL = Samples.SMALL
                    .replace("posture: 0.5}", "posture: 0.5, potentialHarm: 1e9, declared: 0.8, assurance: basic}")
                    .replace("posture: 0.7}", "posture: 0.7, potentialHarm: 1e7}")
            + """
            territories: {DE: {region: west, posture: 0.7}}
            diligence:
              vulnerability: {form: oddsRatio, undefended: 0.9, saturation: 2, effect: {necessaryMeasures: 1.6}}
              standard: {basis: peers, percentile: 60, floor: 0.4, proportionality: {perLog: 0.02, referenceHarm: 1e8}, feasibility: [[1e6, 0.5], [1e8, 0.9]]}
              territorialFactor: 0.5
              erosionPerYear: 8 %
              driftPerYear: 0.03
              upkeep: {necessaryMeasures: 0.02}
              hardening: {gain: {necessaryMeasures: 0.3}, years: 3}
              optimism: 0.2
              assurance: {substantial: {noiseFactor: 0.7, presumption: 0.05}}
            adjust: [{where: {sector: energy}, set: {assurance: high}}]
            pillars: {certification: {coverage: 0.5}, capacityPerYear: 0.01, guidance: 0.8, awareness: 0.9, communicationPerYear: 0.01}
            variants:
              base: {}
              steady: {diligence: {upkeep: stationary, erosionPerYear: 0.1}, pillars: none, territories: {DE: {posture: 0.2}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyKeyArrives() {
        LoadedScenario loaded = Samples.read(folder, FULL);
        Policy base = loaded.scenario().policies().get(0);
        Diligence care = base.diligence();
        Operation acme = loaded.scenario().operations().listed().get(0);

        assertThat(care.vulnerability().form()).isEqualTo(Vulnerability.Form.ODDS_RATIO);
        assertThat(care.vulnerability().saturation()).isEqualTo(2);
        assertThat(care.standard().basis()).isEqualTo(StandardOfCare.Basis.PEERS);
        assertThat(care.standard().feasible(1e7)).isBetween(0.69, 0.71);
        assertThat(care.erosionPerYear()).isEqualTo(0.08);
        assertThat(care.upkeep().perYear()).isEqualTo(new ElementValues(0, 0, 0, 0, 0.02, 0, 0, 0, 0));
        assertThat(care.hardening()).isEqualTo(new Hardening(new ElementValues(0, 0, 0, 0, 0.3, 0, 0, 0, 0), 3));
        assertThat(care.assurance().of(Assurance.Level.SUBSTANTIAL)).isEqualTo(new Assurance.Evidence(0.7, 0.05));
        assertThat(acme.declared()).isEqualTo(ElementValues.uniform(0.8));
        assertThat(acme.assurance()).isEqualTo(Assurance.Level.BASIC);
        assertThat(base.pillars())
                .isEqualTo(new Pillars(
                        new Pillars.Certification(0.5, Assurance.Level.SUBSTANTIAL), 0.01, 0.8, 0.9, 0.01, 0));
        assertThat(base.states().of("DE").region()).isEqualTo("west");
    }

    @Test
    void variantsOverlayPostureTerritoriesAndPillars() {
        Policy steady = Samples.read(folder, FULL).scenario().policies().get(1);

        assertThat(steady.pillars()).isEqualTo(Pillars.NONE);
        assertThat(steady.diligence().erosionPerYear()).isEqualTo(0.1);
        assertThat(Samples.given(steady.states().of("DE").posture())).isEqualTo(ElementValues.uniform(0.2));
        assertThat(steady.states().of("DE").region()).isEqualTo("west");
    }

    @Test
    void resolvedScenarioIsTheSameScenario() {
        LoadedScenario first = Samples.read(folder, FULL);
        LoadedScenario second =
                ScenarioFile.read(Samples.write(folder, "resolved.json", first.resolvedJson()), Overrides.NONE);

        assertThat(second.scenario()).isEqualTo(first.scenario());
        assertThat(second.scenarioSha256()).isEqualTo(first.scenarioSha256());
    }

    @Test
    void oneNumberStandsForAllElementsOfUpkeep() {
        Upkeep upkeep = Samples.read(folder, FULL, "diligence.upkeep=0.01")
                .scenario()
                .diligence()
                .upkeep();

        assertThat(upkeep.perYear()).isEqualTo(ElementValues.uniform(0.01));
    }
}
