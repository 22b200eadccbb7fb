package org.duecare.simulation;

import java.util.Arrays;
import java.util.List;
import org.duecare.compensation.Payer;
import org.duecare.compensation.Reinstatement;
import org.duecare.compiled.ExclusionColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MarketColumns;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.GuaranteeScheme;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Insurer;
import org.duecare.insurance.Reinsurance;
import org.duecare.insurance.Treaty;
import org.duecare.operation.Operation;
import org.duecare.premium.PremiumRule;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Turns the insurers, treaties and exclusions of one policy into columns. */
final class MarketCompiler {
    private final List<Operation> operations;
    private final @Nullable Insurance insurance;
    private final LayerColumns layers;
    private final @Nullable ExAntePrices prices;

    MarketCompiler(List<Operation> operations, Policy policy, LayerColumns layers, @Nullable ExAntePrices prices) {
        this.operations = operations;
        this.insurance = policy.insurance();
        this.layers = layers;
        this.prices = prices;
    }

    /** What insurers do not cover; null where they cover everything. */
    static @Nullable ExclusionColumns exclusions(Policy policy, List<ThreatType> threats) {
        Insurance insurance = policy.insurance();
        if (insurance == null || !insurance.exclusions().any()) {
            return null;
        }
        Exclusions.StateBacked stateBacked = insurance.exclusions().stateBacked();
        long[] below = new long[threats.size()];
        for (int t = 0; t < below.length && stateBacked != null; t++) {
            Double stated = stateBacked.share();
            double share = stated == null ? threats.get(t).stateBackedShare() : stated;
            below[t] = DrawAddress.threshold(Exclusions.StateBacked.excluded(share, stateBacked.proof()));
        }
        return new ExclusionColumns(below, insurance.exclusions().infrastructure());
    }

    /** The market; null where insurers always pay and keep everything, or pay nothing at all. */
    @Nullable
    MarketColumns compile() {
        if (insurance == null || !insurance.hasMarket() || layers.lastLayerOf(Payer.INSURER.ordinal()) < 0) {
            return null;
        }
        List<Insurer> insurers = insurance.insurers().isEmpty()
                ? List.of(new Insurer("insurers", 1, Double.POSITIVE_INFINITY, null, null, 0, Double.POSITIVE_INFINITY))
                : insurance.insurers();
        MarketColumns columns =
                new MarketColumns(insurers.size(), insurance.reinsurance().size());
        for (int t = 0; t < columns.treaties; t++) {
            treaty(columns, t, insurance.reinsurance().get(t));
        }
        for (int k = 0; k < columns.insurers; k++) {
            insurer(columns, k, insurers.get(k), insurance);
        }
        columns.replaced = insurance.afterDefault() == Insurance.AfterDefault.REPLACED;
        GuaranteeScheme guarantee = insurance.guarantee();
        if (guarantee != null) {
            columns.guaranteeShare = guarantee.share();
            columns.guaranteeLimit = Money.minor(guarantee.limit());
            columns.guaranteeAnnualLimit = Money.minor(guarantee.annualLimit());
        }
        return columns;
    }

    private void insurer(MarketColumns columns, int k, Insurer insurer, Insurance terms) {
        PremiumRule rule = terms.premium();
        Double stated = insurer.premiumPerYear();
        double premium = stated == null ? insurer.share() * marketPremium() : stated;
        Double share = insurer.expenses();
        double ofRule = rule == null ? 0 : rule.expenses() + rule.commission();
        columns.insurerName[k] = insurer.insurer();
        columns.weight[k] = Math.max(1, Math.round(insurer.share() * MarketColumns.WHOLE));
        columns.capital[k] = Money.minor(insurer.capital());
        columns.premium[k] = Money.minor(premium);
        columns.expenses[k] = Money.minor(premium * (share == null ? ofRule : share) + insurer.expensesPerYear());
        columns.reinsurance[k] = Money.minor(insurer.share() * priceOfReinsurance(columns));
        columns.dividendAbove[k] = Money.minor(insurer.dividendAbove());
    }

    /** Premiums of all policies before tax, main units. */
    private double marketPremium() {
        return prices == null || prices.rule() == null
                ? 0
                : Arrays.stream(policies()).sum();
    }

    private double[] policies() {
        double[] premiums = new double[operations.size()];
        for (int i = 0; i < premiums.length && prices != null && prices.rule() != null; i++) {
            premiums[i] = prices.premiumBeforeTax(i);
        }
        return premiums;
    }

    /** Price of all treaties for a year: premiums of excess treaties, ceded premiums less commission of proportional ones. */
    private double priceOfReinsurance(MarketColumns columns) {
        double[] left = policies();
        double price = 0;
        for (int t = 0; t < columns.treaties; t++) {
            price += Money.main(columns.treatyPremium[t]);
            for (int i = 0; i < columns.cededShare[t].length; i++) {
                double ceded = left[i] * columns.cededShare[t][i];
                price += ceded * (1 - insurance().reinsurance().get(t).commission());
                left[i] -= ceded;
            }
        }
        return price;
    }

    private Insurance insurance() {
        if (insurance == null) {
            throw new IllegalStateException("a market without insurance");
        }
        return insurance;
    }

    private void treaty(MarketColumns columns, int t, Reinsurance treaty) {
        columns.treatyName[t] = treaty.label();
        Integer order = treaty.inuringOrder();
        columns.order[t] = order == null ? t + 1 : order;
        columns.treatyPremium[t] = Money.minor(treaty.premium());
        columns.limit[t] = Money.minor(treaty.limit());
        columns.annualLimit[t] = Money.minor(treaty.annualLimit());
        columns.share[t] = 1;
        Treaty terms = treaty.toTreaty();
        if (terms instanceof Treaty.QuotaShare quota) {
            columns.kind[t] = MarketColumns.PROPORTIONAL;
            columns.cededShare[t] = new double[operations.size()];
            Arrays.fill(columns.cededShare[t], quota.share());
        } else if (terms instanceof Treaty.Surplus surplus) {
            columns.kind[t] = MarketColumns.PROPORTIONAL;
            columns.cededShare[t] = surplusShares(surplus);
        } else if (terms instanceof Treaty.RiskExcess risk) {
            excess(columns, t, MarketColumns.RISK_EXCESS, risk.excess());
        } else if (terms instanceof Treaty.EventExcess event) {
            excess(columns, t, MarketColumns.EVENT_EXCESS, event.excess());
        } else if (terms instanceof Treaty.StopLoss stop) {
            columns.kind[t] = MarketColumns.STOP_LOSS;
            columns.attachment[t] = Money.minor(stop.attachment());
            columns.share[t] = stop.share();
        } else {
            throw new IllegalStateException("a kind of treaty that nobody compiles: " + terms);
        }
    }

    private static void excess(MarketColumns columns, int t, int kind, Treaty.Excess terms) {
        columns.kind[t] = kind;
        columns.attachment[t] = Money.minor(terms.attachment());
        columns.share[t] = terms.share();
        columns.annualDeductible[t] = Money.minor(terms.annualDeductible());
        columns.annualLimit[t] = Money.minor(terms.annualLimit());
        columns.refillShare[t] = terms.refills().stream()
                .mapToDouble(Reinstatement::premiumShare)
                .toArray();
        columns.refillTime[t] = new boolean[terms.refills().size()];
        for (int r = 0; r < columns.refillTime[t].length; r++) {
            columns.refillTime[t][r] = terms.refills().get(r).proRataTime();
        }
    }

    /** By the limits of the policies, which are the sums insured. */
    private double[] surplusShares(Treaty.Surplus surplus) {
        double[] shares = new double[operations.size()];
        Arrays.fill(shares, Treaty.surplusShare(insurance().limit(), surplus.retained(), surplus.lines()));
        return shares;
    }
}
