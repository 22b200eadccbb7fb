package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Exponential;
import org.duecare.liability.Liability;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Provider;
import org.duecare.operation.Territory;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;

/** Pairs of variants on one history, for tests of what posture and its levers move. */
final class PostureRuns {
    static final Adjustment.Where ALL = new Adjustment.Where(null, null, null, null, 1);

    private PostureRuns() {}

    /** Ten years, five operations of middling posture, one threat, a court with some noise. */
    static ScenarioBuilder scenario(Diligence care) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.years = 10;
        builder.diligence = care;
        for (int i = 0; i < 5; i++) {
            builder.operation("op-" + i, 0.45 + 0.05 * i);
        }
        builder.threat("attack", 0.5, new Exponential(1e5));
        return builder;
    }

    /** Care with an effect of one element, and factors that are 0 unless given. */
    static Diligence care(ElementValues effect, double continuityFactor, double territorialFactor, double erosion) {
        return care(effect, continuityFactor, territorialFactor, erosion, 0);
    }

    static Diligence care(
            ElementValues effect, double continuityFactor, double territorialFactor, double erosion, double drift) {
        return new Diligence(
                new Vulnerability(Vulnerability.Form.EXPONENTIAL, 0.01, effect),
                new StandardOfCare(0.5, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                continuityFactor,
                0,
                territorialFactor,
                erosion,
                drift,
                Upkeep.STATIONARY,
                null,
                0.2,
                Assurance.WITHOUT_EFFECT);
    }

    /** Effect of one element alone. */
    static ElementValues effectOf(DiligenceElement element, double effect) {
        double[] effects = new double[DiligenceElement.COUNT];
        effects[element.ordinal()] = effect;
        return ElementValues.of(effects);
    }

    /** A change of one element for everybody from the first year on. */
    static Adjustment set(DiligenceElement element, double level) {
        Double[] values = new Double[DiligenceElement.COUNT];
        values[element.ordinal()] = level;
        Adjustment.PartialElements elements = new Adjustment.PartialElements(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
        return new Adjustment(ALL, new Adjustment.Posture(elements), null, 1);
    }

    static Policy policy(ScenarioBuilder builder, String name, List<Adjustment> adjust, Pillars pillars) {
        return policy(builder, name, adjust, pillars, Map.of());
    }

    static Policy policy(
            ScenarioBuilder builder,
            String name,
            List<Adjustment> adjust,
            Pillars pillars,
            Map<String, Territory> territories) {
        return new Policy(
                name,
                builder.diligence,
                ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.1, Liability.Causation.NONE),
                null,
                List.of(),
                null,
                adjust,
                List.of(),
                Map.of(),
                new States(territories, StateLiability.NONE),
                pillars);
    }

    /** Runs with an element at 0 in the first variant and at 1 in the second. */
    static RunResult elementOffAndOn(ScenarioBuilder builder, DiligenceElement element) {
        builder.policies.add(policy(builder, "off", List.of(set(element, 0)), Pillars.NONE));
        builder.policies.add(policy(builder, "on", List.of(set(element, 1)), Pillars.NONE));
        return TestRuns.run(builder.build(), 2);
    }

    /** Runs without and with a pillar. */
    static RunResult pillarOffAndOn(ScenarioBuilder builder, Pillars pillars) {
        builder.policies.add(policy(builder, "off", List.of(), Pillars.NONE));
        builder.policies.add(policy(builder, "on", List.of(), pillars));
        return TestRuns.run(builder.build(), 2);
    }

    /** Paired difference of the second variant to the first, with its interval. */
    static ConfidenceInterval difference(
            RunResult result, BiFunction<RunResult.VariantResult, Integer, TrialColumn> column) {
        List<TrialColumn> first = new ArrayList<>();
        List<TrialColumn> second = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            first.add(column.apply(result.variants().get(0), year));
            second.add(column.apply(result.variants().get(1), year));
        }
        return PairedDifference.of(second, first, TrialWeights.UNIFORM, 1, TailMoments.FINITE_VARIANCE);
    }

    /** Makes all operations depend on one provider, whose events come half a time a year. */
    static void cloud(ScenarioBuilder builder, ElementValues effect) {
        builder.operations.replaceAll(operation -> Operations.dependingOn(operation, List.of("cloud")));
        builder.providers.add(new Provider(
                "cloud",
                "",
                0.5,
                0.8,
                new Exponential(8),
                new Provider.Hourly(10, 0, 0),
                new Provider.Hourly(100, 0, 0),
                0,
                null,
                0,
                List.of(),
                null,
                effect));
    }
}
