package org.duecare.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.SizeColumns;
import org.duecare.compiled.SpreadColumns;
import org.duecare.compiled.TiltColumns;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.threat.ThreatType;

/**
 * From records to arrays: names become indices, closed choices become parameter columns. The last place with strings and
 * objects, and the one place where the cases of a closed family are told apart.
 */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /** Compiles a scenario with all measures. */
    public static CompiledScenario compile(Scenario scenario) {
        return compile(scenario, MeasurePlan.FULL);
    }

    /**
     * Compiles a scenario with some measures only, for runs of which only those are read.
     *
     * @param sums measures whose yearly sums are kept
     * @param largest measures whose largest events are kept
     */
    public static CompiledScenario compile(Scenario scenario, Set<Measure> sums, Set<Measure> largest) {
        return compile(scenario, new MeasurePlan(sums, largest));
    }

    /** Threats in the engine's order, the order of their keys. */
    public static List<ThreatType> threatsInOrder(Scenario scenario) {
        return WorldCompiler.inKeyOrder(scenario.threats());
    }

    /** The sectors of the operations of a scenario, each once, in alphabetical order. */
    public static List<String> sectors(Scenario scenario) {
        return PortfolioSynthesis.operations(scenario.operations(), scenario.portfolioSeed()).stream()
                .map(Operation::sector)
                .distinct()
                .sorted()
                .toList();
    }

    /** Harm of a stated event in main units, summed over the operations that it strikes, each up to its potential harm. */
    public static double harm(Scenario scenario, StatedEvent event) {
        return PortfolioSynthesis.operations(scenario.operations(), scenario.portfolioSeed()).stream()
                .filter(operation -> OperationFilter.matches(event.operations(), operation, scenario.portfolioSeed()))
                .mapToDouble(operation -> Math.min(event.harm().at(operation), operation.potentialHarm()))
                .sum();
    }

    /** Providers in the engine's order, the order of their identifiers. */
    public static List<Provider> providersInOrder(Scenario scenario) {
        return ProviderCompiler.inOrder(scenario.providers());
    }

    private static CompiledScenario compile(Scenario given, MeasurePlan plan) {
        Scenario described = VoluntaryPurchase.resolve(given);
        List<Operation> operations =
                PortfolioSynthesis.operations(described.operations(), described.portfolioSeed()).stream()
                        .sorted(Comparator.comparing(Operation::operator, Utf8Order.COMPARATOR)
                                .thenComparing(Operation::operation, Utf8Order.COMPARATOR))
                        .toList();
        CompiledWorld world = new WorldCompiler(described, operations).compile();
        Scenario scenario = CareResponse.resolve(JointChoice.resolve(described, operations, world), operations, world);
        if (world.couples() && scenario.policies().size() > SpreadColumns.MOST_VARIANTS) {
            throw new InvalidValueException(
                    "variants",
                    "= " + scenario.policies().size() + " are too many with contagion or providers: at most "
                            + SpreadColumns.MOST_VARIANTS,
                    "Split the variants over several scenarios");
        }
        MeasurePlan.WorldFacts facts = facts(world);
        Map<String, ExAntePrices> prices = ExAntePricing.forLevies(scenario);
        List<CompiledVariant> variants = scenario.policies().stream()
                .map(policy -> new VariantCompiler(scenario, operations, world, policy, prices.get(policy.variant()))
                        .compile(facts, plan))
                .toList();
        TiltColumns tilt = TiltCompiler.of(scenario, world, variants);
        return new CompiledScenario(scenario, operations, tilt == null ? world : world.with(tilt), variants, prices);
    }

    private static MeasurePlan.WorldFacts facts(CompiledWorld world) {
        boolean ownLoss = false;
        boolean harm = false;
        boolean same = true;
        for (int t = 0; t < world.threats.ownLoss.length; t++) {
            boolean own = world.threats.ownLoss[t].kind != SizeColumns.NONE;
            boolean law = world.threats.harm[t].kind != SizeColumns.NONE;
            ownLoss |= own;
            harm |= law || (own && world.threats.harmShare[t] > 0);
            same &= !law && world.threats.harmShare[t] == 1;
        }
        for (int operation = 0; operation < world.operationCount(); operation++) {
            for (int k = 0; k < world.events.ofOperation[operation].length; k++) {
                long own = world.events.ownLoss[operation][k];
                ownLoss |= own > 0;
                harm |= world.events.harm[operation][k] > 0;
                same &= own == world.events.harm[operation][k];
            }
        }
        for (int edge = 0; edge < world.providers.provider.length; edge++) {
            ownLoss |= world.providers.lossPerHour[edge] > 0;
            harm |= world.providers.harmPerHour[edge] > 0;
            same = false;
        }
        for (long cap : world.operators.potentialHarm) {
            same &= cap == Money.UNLIMITED;
        }
        return MeasurePlan.WorldFacts.of(ownLoss, harm, same, world.events);
    }
}
