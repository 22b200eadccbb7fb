package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duecare.compensation.Reinstatement;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.GuaranteeScheme;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Insurer;
import org.duecare.insurance.Reinsurance;
import org.duecare.premium.PremiumRule;
import org.jspecify.annotations.Nullable;

/** Mandatory insurance with every key at hand, for tests. */
final class Insurances {
    static final double NONE = ScenarioBuilder.NONE;

    double deductible;
    double limit = NONE;
    double waitingHours;
    Exclusions exclusions = Exclusions.NONE;
    final List<Insurer> insurers = new ArrayList<>();
    final List<Reinsurance> treaties = new ArrayList<>();
    Insurance.AfterDefault afterDefault = Insurance.AfterDefault.REPLACED;

    @Nullable
    GuaranteeScheme guarantee;

    @Nullable
    PremiumRule premium;

    List<Reinstatement> reinstatements = List.of();

    Insurance make() {
        return new Insurance(
                Insurance.Obligation.MANDATORY,
                1,
                List.of(),
                deductible,
                limit,
                0,
                NONE,
                1,
                premium,
                waitingHours,
                reinstatements,
                exclusions,
                insurers,
                afterDefault,
                guarantee,
                treaties,
                null,
                List.of());
    }

    /** An insurer without expenses. */
    Insurances insurer(String name, double share, double capital, double premiumPerYear) {
        insurers.add(new Insurer(name, share, capital, premiumPerYear, 0.0, 0, NONE));
        return this;
    }

    Insurances quotaShare(String name, double share, @Nullable Integer order) {
        treaties.add(new Reinsurance(
                Reinsurance.Kind.QUOTA_SHARE,
                name,
                share,
                null,
                null,
                null,
                NONE,
                0,
                NONE,
                null,
                List.of(),
                0,
                0,
                order));
        return this;
    }

    Insurances excess(
            Reinsurance.Kind kind,
            String name,
            double attachment,
            double excessLimit,
            @Nullable Double placed,
            @Nullable Integer order) {
        return excess(kind, name, attachment, excessLimit, placed, 0, NONE, null, List.of(), 0, order);
    }

    Insurances excess(
            Reinsurance.Kind kind,
            String name,
            double attachment,
            double excessLimit,
            @Nullable Double placed,
            double annualDeductible,
            double annualLimit,
            @Nullable Integer reinstatements,
            List<Reinstatement> prices,
            double premium,
            @Nullable Integer order) {
        treaties.add(new Reinsurance(
                kind,
                name,
                placed,
                null,
                null,
                attachment,
                excessLimit,
                annualDeductible,
                annualLimit,
                reinstatements,
                prices,
                premium,
                0,
                order));
        return this;
    }
}
