package org.duecare.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.Reinstatement;
import org.duecare.compensation.SizedAmount;
import org.duecare.compensation.TimeBar;
import org.duecare.compiled.LayerColumns;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/** Turns the order of compensation of one policy into columns, one set for each run of years with the same amounts. */
final class LayerCompiler {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final Policy policy;
    private final @Nullable ExAntePrices prices;

    LayerCompiler(Scenario scenario, List<Operation> operations, Policy policy, @Nullable ExAntePrices prices) {
        this.prices = prices;
        this.scenario = scenario;
        this.operations = operations;
        this.policy = policy;
    }

    /** A layer that pays, and whether it does so for insured operations alone. */
    private record Live(Layer layer, boolean insuredOnly) {}

    /** Columns by year, {@code [year - 1]}; the same object where nothing changes. */
    LayerColumns[] compile() {
        List<Live> live = live();
        boolean[] insured = insured();
        boolean @Nullable [] stateAnswers = StateCompiler.answering(policy, operations);
        LayerColumns[] byYear = new LayerColumns[scenario.years()];
        for (int year = 1; year <= byYear.length; year++) {
            int calendar = scenario.firstYear() + year - 1;
            boolean changed = live.stream()
                    .flatMap(one -> one.layer().schedule().stream())
                    .anyMatch(change -> change.fromYear() == calendar);
            byYear[year - 1] = year > 1 && !changed ? byYear[year - 2] : columns(live, insured, stateAnswers, calendar);
        }
        return byYear;
    }

    private List<Live> live() {
        List<Live> live = new ArrayList<>();
        boolean retained = false;
        for (Layer layer : policy.compensation()) {
            Layer terms = termsOf(layer, retained);
            if (terms != null) {
                boolean ofInsurance = layer.payer() == Payer.INSURER || layer.layer() == Layer.Kind.DEDUCTIBLE;
                live.add(new Live(terms, ofInsurance && policy.insurance() != null));
                retained |= layer.layer() == Layer.Kind.DEDUCTIBLE;
            }
        }
        return live;
    }

    private LayerColumns columns(
            List<Live> live, boolean[] insured, boolean @Nullable [] stateAnswers, int calendarYear) {
        int count = live.size() + (stateAnswers == null ? 0 : 1);
        LayerColumns columns = new LayerColumns(count, insured, stateAnswers);
        if (stateAnswers != null) {
            columns.payer[count - 1] = Payer.STATE.ordinal();
        }
        for (int i = 0; i < live.size(); i++) {
            Layer layer = live.get(i).layer().inYear(calendarYear);
            boolean pool = layer.basis() == Layer.Basis.POOL || layer.basis() == Layer.Basis.TERRITORY;
            columns.kind[i] = layer.layer() == Layer.Kind.NET_ASSETS
                    ? LayerColumns.NET_ASSETS
                    : pool ? LayerColumns.POOL : LayerColumns.TERMS;
            columns.payer[i] = layer.payer().ordinal();
            columns.coinsurance[i] = layer.coinsurance();
            columns.perOperator[i] = layer.basis() == Layer.Basis.OPERATOR;
            columns.perTerritory[i] = layer.basis() == Layer.Basis.TERRITORY;
            columns.insuredOnly[i] = live.get(i).insuredOnly();
            columns.coversUnattributed[i] = layer.coversUnattributed();
            columns.name[i] = layer.name();
            columns.waiting[i] = Math.round(layer.waitingHours() * Layer.MILLIS_PER_HOUR);
            TimeBar bar = layer.timeBar();
            columns.inTime[i] = bar == null ? 1 : bar.inTime();
            Insurance insurance = policy.insurance();
            columns.excludes[i] = layer.payer() == Payer.INSURER
                    && insurance != null
                    && insurance.exclusions().any();
            LiabilityFund fund = policy.fund();
            columns.withholds[i] = layer.payer() == Payer.FUND && fund != null && fund.foreignLevel() < 1;
            amounts(columns, i, layer);
            if (live.get(i).insuredOnly() && layer.payer() == Payer.INSURER) {
                leastLimits(columns, i, layer);
            }
            reinstatements(columns, i, layer);
        }
        return columns;
    }

    private void amounts(LayerColumns columns, int i, Layer layer) {
        columns.deductible[i] = Money.minor(layer.deductible());
        columns.limit[i] = Money.minor(layer.limit());
        columns.annualDeductible[i] = Money.minor(layer.annualDeductible());
        columns.annualLimit[i] = Money.minor(layer.annualLimit());
        columns.franchise[i] = Money.minor(layer.franchise());
        columns.upTo[i] = Money.minor(layer.upTo());
        columns.trigger[i] = Money.minor(layer.trigger());
        columns.limitOf[i] = bySize(layer.limitBySize(), "limitBySize");
        columns.annualLimitOf[i] = bySize(layer.annualLimitBySize(), "annualLimitBySize");
    }

    /** Raises the limits of operations for which the law asks for more. */
    private void leastLimits(LayerColumns columns, int i, Layer layer) {
        Insurance insurance = policy.insurance();
        if (insurance == null || insurance.minimumLimit().isEmpty()) {
            return;
        }
        long[] limits = new long[operations.size()];
        long[] annual = new long[operations.size()];
        for (int o = 0; o < limits.length; o++) {
            double least = insurance.leastLimit(operations.get(o).revenue());
            limits[o] = Money.minor(Math.max(layer.limit(), least));
            annual[o] = Money.minor(Math.max(layer.annualLimit(), least));
        }
        columns.limitOf[i] = limits;
        columns.annualLimitOf[i] = annual;
    }

    private void reinstatements(LayerColumns columns, int i, Layer layer) {
        List<Reinstatement> refills = layer.reinstatements();
        if (refills.isEmpty()) {
            return;
        }
        columns.premium[i] = Money.minor(layer.premium());
        columns.premiumOf[i] = columns.insuredOnly[i] ? policyPremiums(layer.basis() == Layer.Basis.OPERATOR) : null;
        columns.annualLimit[i] = Math.min(Money.UNLIMITED, (refills.size() + 1) * columns.limit[i]);
        columns.reinstatementShare[i] =
                refills.stream().mapToDouble(Reinstatement::premiumShare).toArray();
        columns.proRataTime[i] = new boolean[refills.size()];
        for (int r = 0; r < refills.size(); r++) {
            columns.proRataTime[i][r] = refills.get(r).proRataTime();
        }
    }

    /** Premiums before tax by operation, or for each operation those of its operator; null where none are made. */
    private long @Nullable [] policyPremiums(boolean byOperator) {
        if (prices == null || prices.rule() == null) {
            return null;
        }
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            sums.merge(operations.get(i).operator(), prices.premiumBeforeTax(i), Double::sum);
        }
        long[] premiums = new long[operations.size()];
        for (int i = 0; i < premiums.length; i++) {
            double own = prices.premiumBeforeTax(i);
            premiums[i] =
                    Money.minor(byOperator ? sums.getOrDefault(operations.get(i).operator(), own) : own);
        }
        return premiums;
    }

    private long @Nullable [] bySize(@Nullable SizedAmount amount, String key) {
        if (amount == null) {
            return null;
        }
        long[] amounts = new long[operations.size()];
        for (int i = 0; i < amounts.length; i++) {
            double size = operations.get(i).size(amount.unit());
            if (size < 0) {
                throw new InvalidValueException(
                        "compensation",
                        "has " + key + " by " + amount.unit() + ", which operation "
                                + operations.get(i).operation() + " does not state",
                        "Give units: {" + amount.unit() + ": ...} for every operation");
            }
            amounts[i] = Money.minor(amount.at(size));
        }
        return amounts;
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
                layer.basis(),
                0,
                Double.POSITIVE_INFINITY,
                false,
                0,
                null,
                null,
                insurance.reinstatements(),
                0,
                List.of(),
                layer.name(),
                insurance.waitingHours(),
                null,
                null);
    }

    private boolean[] insured() {
        boolean[] insured = new boolean[operations.size()];
        Insurance insurance = policy.insurance();
        if (policy.purchase() != null) {
            for (int i = 0; i < insured.length; i++) {
                insured[i] = policy.purchase().buys().get(i);
            }
            return insured;
        }
        for (int i = 0; i < insured.length; i++) {
            Operation operation = operations.get(i);
            insured[i] = insurance == null
                    || OperationFilter.mark(operation, scenario.portfolioSeed(), StreamId.TAKE_UP)
                            < insurance.insuredShare(operation.revenue());
        }
        return insured;
    }
}
