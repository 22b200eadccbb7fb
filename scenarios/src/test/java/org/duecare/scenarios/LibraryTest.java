package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped scenarios and threat sets. */
class LibraryTest {
    private static final double ROUNDING_REL = 1e-12;

    static List<String> scenarios() {
        return Library.list().stream()
                .filter(item -> item.kind().equals("scenario"))
                .map(Library.Item::name)
                .toList();
    }

    private static Scenario read(String name) {
        return ScenarioFile.read(Library.PREFIX + name, Overrides.NONE).scenario();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shippedScenarioIsSoundAndSilent(String name) {
        LoadedScenario loaded = ScenarioFile.read(Library.PREFIX + name, Overrides.NONE);

        assertThat(loaded.scenario().scenario()).isEqualTo(name);
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void everyEntryHasADescription() {
        assertThat(Library.list())
                .allSatisfy(item -> assertThat(item.description()).hasSizeBetween(20, 120));
    }

    @Test
    void commonTaskHasTheAgreedRatesAndSizes() {
        Scenario task = read("common-task");
        List<Operation> operators = task.operations().listed();

        assertThat(operators).hasSize(1000);
        assertThat(operators.get(0).revenue()).isEqualTo(1e8 * (0.5 + 0.5 / 1000), within(1e-4));
        double rate =
                operators.stream().mapToDouble(o -> 0.3 * o.revenue() / 1e8).sum();
        assertThat(rate).isEqualTo(300, within(300 * ROUNDING_REL));
        ThreatType threat = task.threats().get(0);
        assertThat(threat.severity().survival(1606722.99)).isEqualTo(0.05, within(1e-6));
    }

    @Test
    void jointFundHasAThousandOperationsInTwelveSectorsAndTenTerritories() {
        Scenario scenario = read("eu-joint-fund");
        List<OperationGroup> groups = scenario.operations().synthesise();

        assertThat(groups.stream().mapToInt(OperationGroup::count).sum()).isEqualTo(1000);
        assertThat(groups.stream().map(OperationGroup::sector).distinct()).hasSize(12);
        assertThat(groups.stream().map(OperationGroup::territory).distinct()).hasSize(10);
        assertThat(scenario.policies())
                .extracting(Policy::variant)
                .containsExactly("status-quo", "voluntary", "mandatory", "joint-fund");
        assertThat(scenario.compareTo()).isEqualTo("status-quo");
    }

    @Test
    void everyThreatOfTheBaselineNamesItsSourceAndHasAFiniteMean() {
        assertThat(read("eu-joint-fund").threats()).hasSize(6).allSatisfy(threat -> {
            assertThat(threat.source()).isNotBlank();
            assertThat(threat.severity().mean()).isLessThan(1e9);
        });
    }

    @Test
    void unknownEntryIsSuggested() {
        assertThatThrownBy(() -> Library.open("eu-joint-fnd"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("did you mean 'eu-joint-fund'?");
    }

    @Test
    void explanationFindsKeysByTheEndOfTheirPath() {
        KeyCatalogue catalogue = KeyCatalogue.scenario();

        assertThat(catalogue.find("fund.target").matches()).hasSize(1);
        assertThat(catalogue.find("annualLimit").matches())
                .extracting(KeyCatalogue.Explanation::path)
                .containsExactlyInAnyOrder(
                        "insurance.annualLimit",
                        "insurance.guarantee.annualLimit",
                        "insurance.reinsurance.annualLimit",
                        "compensation.annualLimit",
                        "compensation.schedule.annualLimit",
                        "fund.annualLimit");
        assertThat(catalogue.find("threats[0].severity.sigma").matches()).isNotEmpty();
        assertThat(catalogue.find("anualLimit").suggestions()).contains("insurance.annualLimit");
        assertThat(catalogue.all()).allSatisfy(key -> assertThat(key.doc()).isNotBlank());
    }
}
