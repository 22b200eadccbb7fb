package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.StreamId;
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
        LayerColumns layers = layers();
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
                phaseOfYear,
                layers,
                fund,
                measures,
                postures.hardening());
    }

    private LayerColumns layers() {
        List<Layer> live = new ArrayList<>();
        List<Boolean> insuredOnly = new ArrayList<>();
        boolean retained = false;
        for (Layer layer : policy.compensation()) {
            Layer terms = termsOf(layer, retained);
            if (terms != null) {
                live.add(terms);
                boolean ofInsurance = layer.payer() == Payer.INSURER || layer.layer() == Layer.Kind.DEDUCTIBLE;
                insuredOnly.add(ofInsurance && policy.insurance() != null);
                retained |= layer.layer() == Layer.Kind.DEDUCTIBLE;
            }
        }
        requireOnePoolLayerEach(live);
        int count = live.size();
        int[] kind = new int[count];
        int[] payer = new int[count];
        long[][] amounts = new long[4][count];
        double[] coinsurance = new double[count];
        boolean[] perOperator = new boolean[count];
        boolean[] only = new boolean[count];
        for (int i = 0; i < count; i++) {
            Layer layer = live.get(i);
            boolean pool = layer.basis() == Layer.Basis.POOL;
            kind[i] = layer.layer() == Layer.Kind.NET_ASSETS
                    ? LayerColumns.NET_ASSETS
                    : pool ? LayerColumns.POOL : LayerColumns.TERMS;
            payer[i] = layer.payer().ordinal();
            amounts[0][i] = Money.minor(layer.deductible());
            amounts[1][i] = Money.minor(layer.limit());
            amounts[2][i] = Money.minor(layer.annualDeductible());
            amounts[3][i] = Money.minor(layer.annualLimit());
            coinsurance[i] = layer.coinsurance();
            perOperator[i] = layer.basis() == Layer.Basis.OPERATOR;
            only[i] = insuredOnly.get(i);
        }
        return new LayerColumns(kind, payer, amounts, coinsurance, perOperator, only, insured());
    }

    private static void requireOnePoolLayerEach(List<Layer> layers) {
        for (Payer payer : Payer.values()) {
            long count = layers.stream()
                    .filter(layer -> layer.basis() == Layer.Basis.POOL && layer.payer() == payer)
                    .count();
            if (count > 1) {
                throw new InvalidValueException(
                        "compensation",
                        "has " + count + " layers of the " + payer.key(),
                        "One layer of each pool is allowed");
            }
        }
    }

    /** The layer with its amounts filled in; null when its payer is absent. */
    private @Nullable Layer termsOf(Layer layer, boolean retained) {
        Insurance insurance = policy.insurance();
        boolean ofInsurance = layer.payer() == Payer.INSURER || layer.layer() == Layer.Kind.DEDUCTIBLE;
        if (ofInsurance && insurance != null) {
            if (insurance.obligation() == Insurance.Obligation.NONE) {
                return null;
            }
            return layer.layer() == Layer.Kind.DEDUCTIBLE ? retention(insurance) : cover(insurance, retained, layer);
        }
        boolean absent = layer.isBare() && (layer.payer() == Payer.INSURER || layer.layer() == Layer.Kind.DEDUCTIBLE);
        boolean noFund = layer.payer() == Payer.FUND && policy.fund() == null;
        return absent || noFund ? null : layer;
    }

    private static @Nullable Layer retention(Insurance insurance) {
        return insurance.deductible() == 0
                ? null
                : new Layer(
                        Payer.OPERATOR,
                        Layer.Kind.TERMS,
                        0,
                        insurance.deductible(),
                        0,
                        Double.POSITIVE_INFINITY,
                        1,
                        Layer.Basis.OPERATION);
    }

    private static Layer cover(Insurance insurance, boolean retained, Layer layer) {
        return new Layer(
                Payer.INSURER,
                Layer.Kind.TERMS,
                retained ? 0 : insurance.deductible(),
                insurance.limit(),
                insurance.annualDeductible(),
                insurance.annualLimit(),
                insurance.coinsurance(),
                layer.basis());
    }

    private boolean[] insured() {
        boolean[] insured = new boolean[operations.size()];
        Insurance insurance = policy.insurance();
        for (int i = 0; i < insured.length; i++) {
            Operation operation = operations.get(i);
            insured[i] = insurance == null
                    || OperationFilter.mark(operation, scenario.portfolioSeed(), StreamId.TAKE_UP)
                            < insurance.insuredShare(operation.revenue());
        }
        return insured;
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
