package org.duecare.simulation;

import java.util.List;
import org.duecare.compensation.NetAssets;
import org.duecare.compensation.Payer;
import org.duecare.compiled.AssetColumns;
import org.duecare.compiled.CareColumns;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MarketColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.jspecify.annotations.Nullable;

/** Turns one policy into the arrays of a {@link CompiledVariant}. */
final class VariantCompiler {
    /** Operators whose net assets may be carried: bounds memory. */
    private static final int MOST_CARRIED = 20_000;

    private final Scenario scenario;
    private final List<Operation> operations;
    private final CompiledWorld world;
    private final Policy policy;
    private final @Nullable ExAntePrices prices;

    VariantCompiler(
            Scenario scenario,
            List<Operation> operations,
            CompiledWorld world,
            Policy policy,
            @Nullable ExAntePrices prices) {
        this.scenario = scenario;
        this.operations = operations;
        this.world = world;
        this.policy = policy;
        this.prices = prices;
    }

    CompiledVariant compile(MeasurePlan.WorldFacts facts, MeasurePlan plan) {
        Liability liability = policy.liability();
        int rule = switch (liability.rule()) {
            case NONE -> CompiledVariant.RULE_NONE;
            case NEGLIGENCE -> CompiledVariant.RULE_NEGLIGENCE;
            case STRICT -> CompiledVariant.RULE_STRICT;
        };
        LayerCompiler compiler = new LayerCompiler(scenario, operations, policy, prices);
        LayerColumns[] layersOfYear = compiler.compile();
        LayerColumns layers = layersOfYear[0];
        int[] phaseOfYear = new int[scenario.years()];
        PostureCompiler postures = new PostureCompiler(scenario, operations, world, policy);
        PostureColumns[] phases = postures.phases(phaseOfYear);
        CareColumns care = postures.care();
        FundColumns fund = new FundCompiler(operations, world.operators.firstOperation, policy, prices)
                .compile(phases, phaseOfYear);
        if (fund != null && fund.provisional() && layers.layersOf(Payer.FUND.ordinal()) > 1) {
            throw new InvalidValueException(
                    "fund",
                    "has provisional levels and more than one layer in the scheme",
                    "A level of payment is that of one layer: leave one {payer: fund}");
        }
        boolean sourceAnswers = world.spread.active
                && rule != CompiledVariant.RULE_NONE
                && liability.contagion() == Liability.Answerable.SOURCE;
        MeasurePlan.VariantFacts effects = MeasurePlan.VariantFacts.of(
                phases, sourceAnswers, care != null, policy.netAssets().carried());
        MarketColumns market = new MarketCompiler(operations, policy, layers, prices).compile();
        MeasureColumns measures = plan.columns(facts, effects, rule, layers, fund, market);
        CompiledVariant compiled = new CompiledVariant(
                policy.variant(),
                rule,
                liability.causation() == Liability.Causation.BUT_FOR,
                liability.courtNoise().scope() == Liability.NoiseScope.OPERATION_YEAR,
                liability.courtNoise().scope() == Liability.NoiseScope.INCIDENT
                        && liability.courtNoise().sd() * policy.pillars().guidance() > 0,
                sourceAnswers,
                phases,
                postures.edges(),
                postures.dependence(),
                DrawAddress.threshold(policy.pillars().synergy()),
                liability.recourse(),
                phaseOfYear,
                layersOfYear,
                fund,
                market,
                MarketCompiler.exclusions(policy, ScenarioCompiler.threatsInOrder(scenario)),
                measures,
                postures.hardening(),
                care);
        compiled.assets = assets();
        return compiled;
    }

    private @Nullable AssetColumns assets() {
        NetAssets netAssets = policy.netAssets();
        if (!netAssets.carried()) {
            return null;
        }
        int[] first = world.operators.firstOperation;
        if (first.length - 1 > MOST_CARRIED) {
            throw new InvalidValueException(
                    "netAssets",
                    "are carried for " + (first.length - 1) + " operators: at most " + MOST_CARRIED,
                    "Each needs 16 kB for each variant and thread; restore them each year, or describe fewer operators");
        }
        long[] retained = new long[first.length - 1];
        for (int operator = 0; operator < retained.length; operator++) {
            for (int i = first[operator]; i < first[operator + 1]; i++) {
                double earned = operations.get(i).revenue() * netAssets.retainedOfRevenue();
                retained[operator] = Math.min(Money.UNLIMITED, retained[operator] + Money.minor(earned));
            }
        }
        return new AssetColumns(world.operators.netAssets, retained, netAssets.atZero() == NetAssets.AtZero.EXIT);
    }
}
