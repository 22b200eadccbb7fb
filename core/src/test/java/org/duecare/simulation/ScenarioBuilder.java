package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.LossLaw;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.harm.HarmLaw;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.MinimumLimit;
import org.duecare.insurance.Voluntary;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.operation.Provider;
import org.duecare.premium.PremiumRule;
import org.duecare.threat.Contagion;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Small scenarios for tests, in few words. */
public final class ScenarioBuilder {
    public static final double NONE = Double.POSITIVE_INFINITY;

    public long seed = 1;
    public int trials = 2048;
    public int years = 1;
    public Scenario.Generator generator = Scenario.Generator.KEYED_HASH;
    public final List<Operation> operations = new ArrayList<>();
    public final List<ThreatType> threats = new ArrayList<>();
    public final List<Provider> providers = new ArrayList<>();
    public final List<StatedEvent> events = new ArrayList<>();
    public final List<Policy> policies = new ArrayList<>();
    public Diligence diligence = undefended();
    public List<Season> season = List.of();
    public @Nullable String compareTo;
    public double stateBackedShare;

    /** How threats that are added from here on spread. */
    public @Nullable Contagion contagion;

    public static Diligence undefended() {
        return new Diligence(new Vulnerability(Vulnerability.Form.NONE, 0, ElementValues.uniform(0)), standard(0.6), 0);
    }

    public static Diligence diligence(double floor, double effectOfMeasures, double standard, double continuityFactor) {
        ElementValues effect = new ElementValues(0, 0, 0, 0, effectOfMeasures, 0, 0, 0, 0);
        return new Diligence(
                new Vulnerability(Vulnerability.Form.EXPONENTIAL, floor, effect), standard(standard), continuityFactor);
    }

    public static StandardOfCare standard(double level) {
        return new StandardOfCare(level, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED);
    }

    public static Liability strict() {
        return liability(Liability.Rule.STRICT, 0, Liability.Causation.NONE);
    }

    public static Liability liability(Liability.Rule rule, double sd, Liability.Causation causation) {
        return new Liability(rule, new Liability.CourtNoise(sd, Liability.NoiseScope.EVENT), 0, 0, causation);
    }

    public static Layer layer(Payer payer, double deductible, double limit, double annualLimit) {
        return new Layer(payer, Layer.Kind.TERMS, deductible, limit, 0, annualLimit, 1, null);
    }

    public static LiabilityFund fund(double initial, double annualLimit, double ratePerYear, double target) {
        FundLevy levy =
                ratePerYear == 0 ? null : new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.REVENUE, ratePerYear);
        return LiabilityFund.withBalance(initial)
                .target(target)
                .levy(levy)
                .annualLimit(annualLimit)
                .build();
    }

    /** Insurance by one insurer that covers everything and always pays. */
    public static Insurance insurance(
            Insurance.Obligation obligation,
            double compliance,
            List<Insurance.TakeUp> takeUp,
            double deductible,
            double limit,
            double annualDeductible,
            double annualLimit,
            double coinsurance,
            @Nullable PremiumRule premium) {
        return insurance(
                obligation,
                compliance,
                takeUp,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                premium,
                null,
                List.of());
    }

    /** The same with a choice of the operations, or with minimum limits. */
    public static Insurance insurance(
            Insurance.Obligation obligation,
            double compliance,
            List<Insurance.TakeUp> takeUp,
            double deductible,
            double limit,
            double annualDeductible,
            double annualLimit,
            double coinsurance,
            @Nullable PremiumRule premium,
            @Nullable Voluntary voluntary,
            List<MinimumLimit> minimumLimit) {
        return new Insurance(
                obligation,
                compliance,
                takeUp,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                premium,
                0,
                List.of(),
                Exclusions.NONE,
                List.of(),
                Insurance.AfterDefault.REPLACED,
                null,
                List.of(),
                voluntary,
                minimumLimit);
    }

    public ScenarioBuilder operation(String id, double posture) {
        return operation(id, id, posture, NONE, 1e8);
    }

    public ScenarioBuilder operation(String id, String operator, double posture, double netAssets, double revenue) {
        operations.add(new Operation(
                id, operator, "energy", "DE", revenue, netAssets, NONE, 0, ElementValues.uniform(posture)));
        return this;
    }

    /** A threat with Poisson attempts whose harm equals its own loss. */
    public ScenarioBuilder threat(String type, double perYear, LossLaw severity) {
        return threat(type, perYear, null, severity, null, 1.0, null);
    }

    public ScenarioBuilder counted(String type, CountLaw count, LossLaw severity) {
        return threat(type, null, count, severity, null, 1.0, null);
    }

    public ScenarioBuilder threat(
            String type,
            @Nullable Double perYear,
            @Nullable CountLaw count,
            LossLaw severity,
            @Nullable HarmLaw harm,
            @Nullable Double share,
            ThreatType.@Nullable Mixing mixing) {
        threats.add(new ThreatType(
                type,
                List.of(),
                perYear,
                count,
                ThreatType.Counts.PRIMARY,
                new ThreatType.ReferencePosture(false, 0),
                1e8,
                0,
                0,
                mixing,
                contagion,
                0,
                0,
                ElementValues.uniform(0),
                severity,
                harm,
                share,
                null,
                1,
                stateBackedShare,
                "test",
                "assumption"));
        return this;
    }

    public Accuracy accuracy = Accuracy.CRUDE;

    public ScenarioBuilder policy(String name, Liability liability, List<Layer> compensation) {
        return policy(name, diligence, liability, null, compensation, null, List.of());
    }

    public ScenarioBuilder policy(
            String name,
            Diligence care,
            Liability liability,
            @Nullable Insurance insurance,
            List<Layer> compensation,
            @Nullable LiabilityFund fund,
            List<Adjustment> adjust) {
        policies.add(new Policy(name, care, liability, insurance, compensation, fund, adjust, season, Map.of()));
        return this;
    }

    /** A policy with states, without insurance and fund. */
    public ScenarioBuilder policy(
            String name, Liability liability, List<Layer> compensation, List<Adjustment> adjust, States states) {
        policies.add(new Policy(
                name,
                diligence,
                liability,
                null,
                compensation,
                null,
                adjust,
                List.of(),
                Map.of(),
                states,
                Pillars.NONE));
        return this;
    }

    public ScenarioBuilder event(String name, int year, double harm) {
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        events.add(new StatedEvent(name, year, 0.5, all, harm, 0, StatedEvent.Liable.FINDING));
        return this;
    }

    public Scenario build() {
        return new Scenario(
                "test",
                "",
                "EUR",
                seed,
                1,
                trials,
                years,
                2026,
                generator,
                new Portfolio(operations, List.of()),
                threats,
                providers,
                events,
                diligence,
                Map.of(),
                policies,
                compareTo,
                accuracy);
    }

    public CompiledScenario compile() {
        return ScenarioCompiler.compile(build());
    }

    /** A law that is always 0. */
    public static LossLaw nothing() {
        return new Degenerate(0);
    }
}
