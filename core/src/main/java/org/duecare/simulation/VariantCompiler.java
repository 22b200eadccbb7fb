package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.fund.LiabilityFund;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.jspecify.annotations.Nullable;

/** Turns one policy into the arrays of a {@link CompiledVariant}. */
final class VariantCompiler {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final CompiledWorld world;
    private final Policy policy;

    VariantCompiler(Scenario scenario, List<Operation> operations, CompiledWorld world, Policy policy) {
        this.scenario = scenario;
        this.operations = operations;
        this.world = world;
        this.policy = policy;
    }

    CompiledVariant compile(MeasurePlan.WorldFacts facts, MeasurePlan plan) {
        Liability liability = policy.liability();
        int rule = switch (liability.rule()) {
            case NONE -> CompiledVariant.RULE_NONE;
            case NEGLIGENCE -> CompiledVariant.RULE_NEGLIGENCE;
            case STRICT -> CompiledVariant.RULE_STRICT;
        };
        LayerCompiler compiler = new LayerCompiler(scenario, operations, policy);
        LayerColumns[] layersOfYear = compiler.compile();
        LayerColumns layers = layersOfYear[0];
        FundColumns fund = fund();
        MeasureColumns measures = plan.columns(facts, rule, layers, fund != null, fund != null && fund.totalLevy > 0);
        int[] phaseOfYear = new int[scenario.years()];
        PostureCompiler postures = new PostureCompiler(scenario, operations, world, policy);
        PostureColumns[] phases = postures.phases(phaseOfYear);
        return new CompiledVariant(
                policy.variant(),
                rule,
                liability.causation() == Liability.Causation.BUT_FOR,
                liability.courtNoise().scope() == Liability.NoiseScope.OPERATION_YEAR,
                liability.courtNoise().scope() == Liability.NoiseScope.INCIDENT
                        && liability.courtNoise().sd() * policy.pillars().guidance() > 0,
                phases,
                postures.edges(),
                postures.dependence(),
                DrawAddress.threshold(policy.pillars().synergy()),
                phaseOfYear,
                layersOfYear,
                fund,
                measures,
                postures.hardening());
    }

    private @Nullable FundColumns fund() {
        LiabilityFund fund = policy.fund();
        if (fund == null) {
            return null;
        }
        long[] levy = new long[operations.size()];
        LiabilityFund.Levy rule = fund.levy();
        for (int i = 0; i < levy.length && rule != null; i++) {
            Operation operation = operations.get(i);
            double base = switch (rule.base()) {
                case REVENUE -> operation.revenue();
                case USERS -> operation.users();
                case FLAT -> 1;
            };
            levy[i] = (long) Math.floor(base * rule.ratePerYear() * Money.MINOR_PER_MAIN);
        }
        return new FundColumns(
                Money.minor(fund.initial()),
                Money.minor(fund.target()),
                Money.minor(fund.perEventLimit()),
                Money.minor(fund.annualLimit()),
                fund.interestPerYear(),
                Money.minor(fund.expensesPerYear()),
                levy);
    }
}
