package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledWorld;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Exponential;
import org.duecare.fund.LiabilityFund;
import org.duecare.liability.Liability;
import org.duecare.liability.LiabilityLimit;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.operation.Territory;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.Operations;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RandomScenarios;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.States;
import org.duecare.simulation.TestRuns;
import org.duecare.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;

/** Victims by territory: exact splits of every incident, shares of the matrix, and what equal treatment does. */
class VictimAssessorTest {
    private static final int SCHEMES = 1_000;
    private static final Map<String, Double> ROW = Map.of("DE", 0.6, "FR", 0.3, "PL", 0.1);

    @Test
    void groupsOfVictimsAddUpToHarmAndPaymentsInEveryTrialToTheCent() {
        long abroad = 0;
        for (int number = 0; number < SCHEMES; number++) {
            RunResult run = TestRuns.run(RandomScenarios.scheme(5_000_000 + number), 1);
            for (int v = 0; v < run.variants().size(); v++) {
                for (int year = 1; year <= run.scenario().years(); year++) {
                    abroad += splitAddsUp(run, v, year, "scheme " + number);
                }
            }
        }
        assertThat(abroad).as("harm abroad").isPositive();
    }

    private static long splitAddsUp(RunResult run, int v, int year, String name) {
        RunResult.VariantResult variant = run.variants().get(v);
        States states = run.scenario().policies().get(v).states();
        VictimSplit split = new VictimSplit(run.operations(), states);
        long[][] harm = new long[split.groups.size()][CompiledWorld.BLOCK];
        long[][] paid = new long[split.groups.size()][CompiledWorld.BLOCK];
        EventRows rows = run.events().read(v, 0, year);
        for (int i = 0; i < rows.size(); i++) {
            split.add(rows, i, harm, paid);
        }
        boolean live = variant.measures().contains(Measure.HARM);
        long[] whole = live ? TestRuns.cents(variant.sum(Measure.HARM, year)) : new long[0];
        long[] left = live ? TestRuns.cents(variant.sum(Measure.UNCOMPENSATED, year)) : new long[0];
        long abroad = 0;
        for (int t = 0; t < whole.length; t++) {
            long harmOfTrial = 0;
            long paidOfTrial = 0;
            for (int g = 0; g < harm.length; g++) {
                harmOfTrial += harm[g][t];
                paidOfTrial += paid[g][t];
                abroad += split.groups.get(g).home() ? 0 : harm[g][t];
                assertThat(paid[g][t] >= 0 && harm[g][t] >= paid[g][t]).as(name).isTrue();
            }
            assertThat(harmOfTrial == whole[t] && paidOfTrial == whole[t] - left[t])
                    .as("%s, variant %d, year %d, trial %d", name, v, year, t)
                    .isTrue();
        }
        return abroad;
    }

    /** A provider run in DE by an operation whose victims are all at home; dependants in EE and FR with victims abroad. */
    @Test
    void recourseMovesWhoOwesAndNeitherHarmNorIncidentsNorVictims() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        Diligence plain = ScenarioBuilder.diligence(0.03, 0.4, 0.6, 0.5);
        builder.diligence = new Diligence(plain.vulnerability(), plain.standard(), 0.5, 0.7);
        builder.operations.add(dependant("baltic", "EE"));
        builder.operations.add(dependant("gallic", "FR"));
        builder.operation("host", 0.2);
        builder.providers.add(cloud("host", 0.6));
        builder.threat("attack", 0.2, new Exponential(1e4));
        Map<String, Territory> territories = Map.of(
                "EE", territory(Map.of("EE", 0.5, "SE", 0.5)),
                "FR", territory(Map.of("FR", 0.7, "DE", 0.3)),
                "DE", territory(Map.of("DE", 1.0)));
        for (double recourse : new double[] {0, 1}) {
            builder.policy(
                    "recourse " + recourse,
                    granting(recourse),
                    List.of(ScenarioBuilder.layer(Payer.INSURER, 0, 1e9, ScenarioBuilder.NONE)),
                    List.of(),
                    new States(territories, StateLiability.NONE));
        }
        CompiledScenario compiled = builder.compile();
        RunResult run = TestRuns.run(compiled, SimulationPlan.of(compiled, 2));
        RunResult.VariantResult without = run.variants().get(0);
        RunResult.VariantResult with = run.variants().get(1);

        assertThat(TestRuns.cents(with.incidents(1))).isEqualTo(TestRuns.cents(without.incidents(1)));
        for (Measure measure : List.of(Measure.HARM, Measure.OWN_LOSS, Measure.DAMAGES)) {
            assertThat(TestRuns.cents(with.sum(measure, 1)))
                    .as(measure.toString())
                    .isEqualTo(TestRuns.cents(without.sum(measure, 1)));
        }
        int host = 2;
        assertThat(run.operations().get(host).operation()).isEqualTo("host");
        assertThat(with.operationTotals(Measure.DAMAGES)[host])
                .isGreaterThan(2 * without.operationTotals(Measure.DAMAGES)[host]);
        List<VictimAssessment> victims = VictimAssessor.assess(compiled, run);
        assertThat(victims.get(0).territories()).hasSize(5);
        for (int g = 0; g < 5; g++) {
            VictimAssessment.Group one = victims.get(0).territories().get(g);
            VictimAssessment.Group other = victims.get(1).territories().get(g);
            assertThat(other.territory() + other.home()).isEqualTo(one.territory() + one.home());
            assertThat(other.harm().estimate())
                    .as(one.territory() + ", at home " + one.home())
                    .isCloseTo(one.harm().estimate(), within(CENT * without.operationIncidents()[host]));
            assertThat(other.paid().estimate())
                    .isCloseTo(one.paid().estimate(), within(CENT * without.operationIncidents()[host]));
        }
    }

    /** A minor unit for each incident: two roundings in place of one. */
    private static final double CENT = 0.01;

    private static Operation dependant(String name, String territory) {
        return Operations.dependingOn(
                new Operation(
                        name,
                        name,
                        "energy",
                        territory,
                        1e8,
                        ScenarioBuilder.NONE,
                        ScenarioBuilder.NONE,
                        0,
                        ElementValues.uniform(0.3)),
                List.of("cloud"));
    }

    private static Provider cloud(String operation, double recourseShare) {
        return new Provider(
                "cloud",
                "cloud",
                2,
                0.9,
                new Exponential(8),
                new Provider.Hourly(10, 0, 0),
                new Provider.Hourly(1000, 0, 0),
                0,
                operation,
                recourseShare,
                List.of(),
                null,
                ElementValues.uniform(0));
    }

    private static Territory territory(Map<String, Double> row) {
        return new Territory(
                "",
                ElementValues.uniform(1),
                0,
                new Territory.Sanction(0, 0),
                new Territory.ClaimProbability(1, 1.0),
                row);
    }

    private static Liability granting(double recourse) {
        return new Liability(
                Liability.Rule.STRICT,
                new Liability.CourtNoise(0, Liability.NoiseScope.EVENT),
                0,
                0,
                Liability.Causation.NONE,
                LiabilityLimit.NONE,
                ScenarioBuilder.NONE,
                Liability.Answerable.VICTIM,
                recourse);
    }

    private static List<VictimAssessment> equalTreatment() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 10_000;
        builder.years = 2;
        builder.operation("acme", 0.5);
        builder.threat("attack", 2, new Exponential(1e5));
        Territory territory = new Territory(
                "",
                ElementValues.uniform(1),
                0,
                new Territory.Sanction(0, 0),
                new Territory.ClaimProbability(0.8, 0.2),
                ROW);
        for (double level : new double[] {0, 1}) {
            Adjustment.Posture set = new Adjustment.Posture(
                    new Adjustment.PartialElements(null, null, null, null, null, null, null, level, null));
            builder.policy(
                    "d8 = " + level,
                    ScenarioBuilder.strict(),
                    List.of(ScenarioBuilder.layer(Payer.INSURER, 0, 1e9, ScenarioBuilder.NONE)),
                    List.of(new Adjustment(new Adjustment.Where(null, null, null, null, 1), set, null, 1)),
                    new States(Map.of("DE", territory), StateLiability.NONE));
        }
        CompiledScenario compiled = builder.compile();
        return VictimAssessor.assess(compiled, TestRuns.run(compiled, SimulationPlan.of(compiled, 1)));
    }

    @Test
    void nonDiscriminationLowersTheIndexOfDiscrimination() {
        List<VictimAssessment> assessed = equalTreatment();
        ConfidenceInterval unequal = Objects.requireNonNull(assessed.get(0).discriminationIndex());
        ConfidenceInterval equal = Objects.requireNonNull(assessed.get(1).discriminationIndex());

        // 1 - 0.2 / 0.8 without equal treatment, 0 with it.
        assertThat(unequal.low()).isLessThan(0.75);
        assertThat(unequal.high()).isGreaterThan(0.75);
        assertThat(unequal.low()).isGreaterThan(0.7);
        assertThat(equal.estimate()).isCloseTo(0, within(1e-6));
        assertThat(equal.high()).isLessThan(unequal.low());
    }

    private static double sum(RunResult run, int v, Measure measure) {
        return Arrays.stream(TestRuns.cents(run.variants().get(v).sum(measure, 1)))
                .sum();
    }

    /** A fund that admits half of what foreigners are owed where nothing secures equal treatment; the insurer treats all alike. */
    @Test
    void aFundThatAdmitsLessOfForeignersPaysThemAtALowerLevel() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4_000;
        builder.operation("acme", 0.5);
        builder.threat("attack", 2, new Degenerate(1e5));
        Territory territory = new Territory(
                "",
                ElementValues.uniform(1),
                0,
                new Territory.Sanction(0, 0),
                new Territory.ClaimProbability(1, null),
                ROW);
        LiabilityFund fund = LiabilityFund.withBalance(1e12).foreignLevel(0.5).build();
        for (double level : new double[] {0, 0.4, 1}) {
            Adjustment.Posture set = new Adjustment.Posture(
                    new Adjustment.PartialElements(null, null, null, null, null, null, null, level, null));
            builder.policy(
                    "d8 = " + level,
                    ScenarioBuilder.strict(),
                    List.of(
                            ScenarioBuilder.layer(Payer.INSURER, 0, 6e4, ScenarioBuilder.NONE),
                            ScenarioBuilder.layer(Payer.FUND, 0, ScenarioBuilder.NONE, ScenarioBuilder.NONE)),
                    List.of(new Adjustment(new Adjustment.Where(null, null, null, null, 1), set, null, 1)),
                    new States(Map.of("DE", territory), StateLiability.NONE));
            int last = builder.policies.size() - 1;
            Policy policy = builder.policies.get(last);
            builder.policies.set(last, policy.with(policy.variant(), fund, policy.adjust()));
        }
        CompiledScenario compiled = builder.compile();
        RunResult run = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
        List<VictimAssessment> assessed = VictimAssessor.assess(compiled, run);

        // Insurers pay 60 of 100 alike; of the 40 left, 16 are owed to foreigners, of which the fund admits a part.
        double[] admitted = {0.5, 0.7, 1};
        for (int v = 0; v < 3; v++) {
            double fundPays = sum(run, v, Measure.FUND);
            double harm = sum(run, v, Measure.HARM);
            assertThat(fundPays / harm).isCloseTo(0.24 + 0.16 * admitted[v], within(1e-9));
            ConfidenceInterval index = Objects.requireNonNull(assessed.get(v).discriminationIndex());
            assertThat(index.estimate()).isCloseTo(1 - (0.6 + 0.4 * admitted[v]), within(1e-6));
        }
    }

    @Test
    void harmFallsOnTerritoriesByTheRowOfTheMatrix() {
        VictimAssessment victims = equalTreatment().get(0);
        double sum = victims.territories().stream()
                .mapToDouble(group -> group.harm().estimate())
                .sum();

        assertThat(victims.territories())
                .extracting(VictimAssessment.Group::territory)
                .containsExactly("DE", "FR", "PL");
        for (VictimAssessment.Group group : victims.territories()) {
            assertThat(group.home()).isEqualTo(group.territory().equals("DE"));
            assertThat(group.harm().estimate() / sum)
                    .as(group.territory())
                    .isCloseTo(Objects.requireNonNull(ROW.get(group.territory())), within(1e-6));
            double ofYears = victims.years().stream()
                    .filter(year -> year.territory().equals(group.territory()))
                    .mapToDouble(VictimAssessment.GroupYear::paid)
                    .sum();
            assertThat(ofYears / 2 / group.paid().estimate()).isCloseTo(1, within(1e-12));
        }
    }
}
