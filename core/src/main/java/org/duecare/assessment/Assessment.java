package org.duecare.assessment;

import java.util.List;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;
import org.jspecify.annotations.Nullable;

/**
 * The estimates of a run, each with its interval; amounts in main units.
 *
 * @param variants in the order of the file
 * @param differences of each variant against the one compared to; empty without comparison
 * @param findings sentences that hold for the run as a whole
 * @param warnings what a reader must know before using the numbers
 * @param sharpness how well the probability of proration is known, for each variant with a fund
 * @param onRequest what is assessed only where it is asked for
 */
public record Assessment(
        List<VariantAssessment> variants,
        List<Difference> differences,
        List<String> findings,
        List<String> warnings,
        List<Sharpness> sharpness,
        OnRequest onRequest) {

    /**
     * What is assessed only where it is asked for.
     *
     * @param victims harm and payments by territory, one entry for each variant
     * @param stress named disasters and what else a stress test answers
     * @param audits treatment of equal risks of different nationality, one entry for each variant
     * @param welfare what each variant costs everybody together
     * @param elements what each of the nine elements does
     */
    public record OnRequest(
            List<VictimAssessment> victims,
            @Nullable StressAssessment stress,
            List<DiscriminationAudit> audits,
            List<Welfare> welfare,
            @Nullable ElementEffects elements) {
        /** Nothing was asked for. */
        public static final OnRequest NOTHING = new OnRequest(List.of(), null, List.of(), List.of(), null);
    }

    /** An assessment of which nothing more was asked for. */
    public Assessment(
            List<VariantAssessment> variants,
            List<Difference> differences,
            List<String> findings,
            List<String> warnings,
            List<Sharpness> sharpness) {
        this(variants, differences, findings, warnings, sharpness, OnRequest.NOTHING);
    }

    private Assessment with(OnRequest more) {
        return new Assessment(variants, differences, findings, warnings, sharpness, more);
    }

    /** The same with victims by territory. */
    public Assessment withVictims(List<VictimAssessment> assessed) {
        return with(new OnRequest(List.copyOf(assessed), stress(), audits(), welfare(), elements()));
    }

    /** The same with the answers of a stress test. */
    public Assessment withStress(@Nullable StressAssessment answers) {
        return with(new OnRequest(victims(), answers, audits(), welfare(), elements()));
    }

    /** The same with an audit of non-discrimination. */
    public Assessment withAudits(List<DiscriminationAudit> audited) {
        return with(new OnRequest(victims(), stress(), List.copyOf(audited), welfare(), elements()));
    }

    /** The same with the account of welfare. */
    public Assessment withWelfare(List<Welfare> assessed) {
        return with(new OnRequest(victims(), stress(), audits(), List.copyOf(assessed), elements()));
    }

    /** The same with what each of the nine elements does. */
    public Assessment withElements(ElementEffects effects) {
        return with(new OnRequest(victims(), stress(), audits(), welfare(), effects));
    }

    /** Harm and payments by territory, one entry for each variant; empty unless asked for. */
    public List<VictimAssessment> victims() {
        return onRequest.victims();
    }

    /** Named disasters and what else a stress test answers; null unless asked for. */
    public @Nullable StressAssessment stress() {
        return onRequest.stress();
    }

    /** Treatment of equal risks of different nationality, one entry for each variant; empty unless asked for. */
    public List<DiscriminationAudit> audits() {
        return onRequest.audits();
    }

    /** What each variant costs everybody together; empty unless asked for. */
    public List<Welfare> welfare() {
        return onRequest.welfare();
    }

    /** What each of the nine elements does; null unless asked for. */
    public @Nullable ElementEffects elements() {
        return onRequest.elements();
    }

    /** Audit of a variant; null where it was not asked for. */
    public @Nullable DiscriminationAudit auditOf(String variant) {
        return audits().stream()
                .filter(entry -> entry.variant().equals(variant))
                .findFirst()
                .orElse(null);
    }

    /** Account of welfare of a variant; null where it was not asked for. */
    public @Nullable Welfare welfareOf(String variant) {
        return welfare().stream()
                .filter(entry -> entry.variant().equals(variant))
                .findFirst()
                .orElse(null);
    }

    /** Victims of a variant; null where they were not asked for. */
    public @Nullable VictimAssessment victimsOf(String variant) {
        return victims().stream()
                .filter(entry -> entry.variant().equals(variant))
                .findFirst()
                .orElse(null);
    }

    /**
     * One variant.
     *
     * @param annual one entry for each live measure, years pooled
     * @param fund null without a fund
     * @param premium null where no premium is stated
     * @param layers layers of the scheme that are reported on their own
     */
    public record VariantAssessment(
            String variant,
            List<MeasureAssessment> annual,
            ConfidenceInterval incidentsPerYear,
            ConfidenceInterval breachesPerYear,
            @Nullable FundAssessment fund,
            @Nullable PremiumAssessment premium,
            List<String> findings,
            List<LayerAssessment> layers) {
        /** A variant without premium and layers of their own. */
        public VariantAssessment(
                String variant,
                List<MeasureAssessment> annual,
                ConfidenceInterval incidentsPerYear,
                ConfidenceInterval breachesPerYear,
                @Nullable FundAssessment fund,
                List<String> findings) {
            this(variant, annual, incidentsPerYear, breachesPerYear, fund, null, findings, List.of());
        }
    }

    /**
     * One layer of the scheme.
     *
     * @param payer word for its payer
     * @param mean annual mean of what it pays, years pooled
     */
    public record LayerAssessment(String layer, String payer, ConfidenceInterval mean) {}

    /**
     * One measure of one variant.
     *
     * @param mean annual mean, years pooled, interval clustered by trial
     * @param sd standard deviation of a year
     * @param exact annual mean by closed form or exact engine; null where there is none
     * @param curves exceedance curves: year 0 is pooled, then each year where there are several
     */
    public record MeasureAssessment(
            Measure measure,
            ConfidenceInterval mean,
            double sd,
            @Nullable Exact exact,
            List<Curve> curves) {
        /** The same estimates for a measure that is equal by construction. */
        MeasureAssessment of(Measure twin) {
            return twin == measure ? this : new MeasureAssessment(twin, mean, sd, exact, curves);
        }
    }

    /**
     * What is known without simulation.
     *
     * @param method how the mean was found
     * @param differenceInStandardErrors of the simulated mean
     * @param sd standard deviation of a year by the exact engine; NaN where it is not known
     * @param aep points of the exceedance curve by the exact engine, at the return periods of the simulated one; empty where
     *     the law is not known
     */
    public record Exact(
            double mean, String method, double differenceInStandardErrors, double sd, List<ExactPoint> aep) {
        /** A mean alone. */
        public Exact(double mean, String method, double differenceInStandardErrors) {
            this(mean, method, differenceInStandardErrors, Double.NaN, List.of());
        }
    }

    /**
     * One point of an exceedance curve by the exact engine.
     *
     * @param differenceInStandardErrors of the simulated loss, by the width of its interval; NaN where it has none
     */
    public record ExactPoint(double returnPeriod, double loss, double tvar, double differenceInStandardErrors) {}

    /** An exceedance curve. */
    public record Curve(int year, EpType type, List<CurvePoint> points) {}

    /** Kinds of exceedance curves. */
    public enum EpType {
        /** Aggregate exceedance: the sum of a year. */
        AEP,
        /** Occurrence exceedance: the largest event of a year. */
        OEP
    }

    /**
     * One point of an exceedance curve.
     *
     * @param loss the loss exceeded once in the return period, with its interval
     * @param tvar mean loss at or beyond that point, with its interval
     */
    public record CurvePoint(double returnPeriod, ConfidenceInterval loss, ConfidenceInterval tvar) {}

    /**
     * The fund of a variant.
     *
     * @param classes what classes of claimants get, in the order in which they are paid; empty without classes
     */
    public record FundAssessment(
            ConfidenceInterval probabilityOfProrationWithinHorizon, List<FundYear> years, List<ClassLevel> classes) {
        /** A fund without classes of claimants. */
        public FundAssessment(ConfidenceInterval probabilityOfProrationWithinHorizon, List<FundYear> years) {
            this(probabilityOfProrationWithinHorizon, years, List.of());
        }
    }

    /**
     * What a class of claimants gets.
     *
     * @param share its share of every claim
     * @param levelOfPayments mean payments to the class over its mean claims, years pooled; 1 without claims
     */
    public record ClassLevel(String name, double share, double levelOfPayments) {}

    /** Means of one year of a fund that calls upon its members: calls paid, claims carried, money paid out. */
    public record Calls(double callsMean, double carriedMean, double paidOutMean) {}

    /**
     * One year of the fund.
     *
     * @param balanceQuantiles quantiles of the closing balance at {@link #BALANCE_LEVELS}
     * @param levelOfPayments mean payments over mean claims of the year; 1 without claims
     * @param calls null where the fund does not call upon its members
     */
    public record FundYear(
            int year,
            ConfidenceInterval balanceMean,
            double[] balanceQuantiles,
            double levyMean,
            double claimsMean,
            double paymentsMean,
            ConfidenceInterval probabilityOfProration,
            double levelOfPayments,
            @Nullable Calls calls) {
        /** A year without calls. */
        public FundYear(
                int year,
                ConfidenceInterval balanceMean,
                double[] balanceQuantiles,
                double levyMean,
                double claimsMean,
                double paymentsMean,
                ConfidenceInterval probabilityOfProration,
                double levelOfPayments) {
            this(
                    year,
                    balanceMean,
                    balanceQuantiles,
                    levyMean,
                    claimsMean,
                    paymentsMean,
                    probabilityOfProration,
                    levelOfPayments,
                    null);
        }

        /** Levels of {@code balanceQuantiles}. */
        public static final List<Double> BALANCE_LEVELS = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);
    }

    /** How well the probability of proration within the horizon is known. */
    public record Sharpness(String variant, RareEvent proration) {}

    /** Paired difference of annual means: variant minus the one compared to, on the same history. */
    public record Difference(String variant, String against, Measure measure, ConfidenceInterval mean) {}
}
