package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Questionnaire;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.premium.DiscreteLoss;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.RateTable;
import org.duecare.premium.ReinsuranceCost;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.OperationPilot;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.underwriting.Proposal;
import org.duecare.underwriting.Quote;
import org.duecare.underwriting.Risk;
import org.duecare.underwriting.Underwriting;

/**
 * Makes the quote of one proposal: prices it at the terms asked for, at other terms and with better answers, all on one
 * history, and asks the rules.
 */
public final class QuotePlan {
    private static final double[] STEPS = {0.5, 1, 2};

    private final Scenario scenario;
    private final Underwriting underwriting;
    private final Questionnaire questionnaire;
    private final Policy policy;
    private final Insurance insurance;
    private final PremiumRule rule;
    private ReinsuranceCost reinsurance = ReinsuranceCost.NONE;

    /** Pure premium that the tariff asks for the cover that the scenario states; not a number without a tariff. */
    private double rate = Double.NaN;

    /** Simulated mean of what insurers pay under that cover. */
    private double ofCover = Double.NaN;

    private QuotePlan(Scenario scenario, Underwriting underwriting, Questionnaire questionnaire, Policy policy) {
        this.scenario = scenario;
        this.underwriting = underwriting;
        this.questionnaire = questionnaire;
        this.policy = policy;
        Insurance offered = policy.insurance();
        if (offered == null) {
            throw new InvalidValueException(
                    "underwriting", "quotes variant " + policy.variant() + ", whose insurance is none", "");
        }
        this.insurance = offered;
        PremiumRule stated = underwriting.premium() == null ? offered.premium() : underwriting.premium();
        if (stated == null) {
            throw new InvalidValueException(
                    "underwriting",
                    "needs a premium, and insurance.premium of variant " + policy.variant() + " is none",
                    "Write underwriting: {premium: {principle: wang, lambda: 0.25, expenses: 0.25}}");
        }
        this.rule = stated;
    }

    /**
     * A quote.
     *
     * @param variant whose cover is quoted; empty for that of the block, or the only one with insurance
     * @param threads number of threads; does not show in the result
     * @throws InvalidValueException where scenario and proposal do not fit each other
     */
    public static Quote quote(
            Scenario scenario,
            Underwriting underwriting,
            Questionnaire questionnaire,
            Proposal proposal,
            String variant,
            int threads) {
        if (!proposal.currency().equals(scenario.currency())) {
            throw new InvalidValueException(
                    "currency",
                    "= " + proposal.currency() + " of the proposal is not that of the scenario, " + scenario.currency(),
                    "");
        }
        Policy policy = policy(scenario, variant.isEmpty() ? underwriting.variant() : variant);
        return new QuotePlan(scenario, underwriting, questionnaire, policy).quote(proposal, threads);
    }

    private static Policy policy(Scenario scenario, @org.jspecify.annotations.Nullable String variant) {
        List<Policy> insured = scenario.policies().stream()
                .filter(policy -> policy.insurance() != null)
                .toList();
        List<Policy> wanted = scenario.policies().stream()
                .filter(policy -> policy.variant().equals(variant))
                .toList();
        if (variant == null && insured.size() == 1) {
            return insured.get(0);
        }
        if (wanted.size() != 1) {
            String names = String.join(
                    ", ", new TreeSet<>(insured.stream().map(Policy::variant).toList()));
            throw new InvalidValueException(
                    "variant",
                    variant == null
                            ? "must be named: several variants have insurance"
                            : "= " + variant + " is no variant of this scenario",
                    "With insurance there are: " + (names.isEmpty() ? "none" : names));
        }
        return wanted.get(0);
    }

    private Quote quote(Proposal proposal, int threads) {
        RiskClass rated = OperationPilot.riskClass(scenario, policy, proposal.operation());
        RateTable tariff = rule.tariff();
        rate = tariff == null
                ? Double.NaN
                : tariff.pure(rated, proposal.operation().operation());
        requireLevied(proposal.operation());
        Quote.Terms terms = terms(proposal);
        List<Quote.Terms> others = options(terms);
        List<Step> steps = steps(proposal.operation());
        List<OperationPilot.Case> cases = new ArrayList<>();
        ElementValues same = ElementValues.uniform(0);
        cases.add(asked(terms, same));
        others.forEach(other -> cases.add(asked(other, same)));
        steps.forEach(step -> cases.add(asked(terms, step.change())));
        cases.add(asked(terms(insurance.deductible(), insurance.limit()), same));
        int blocks = OperationPilot.couples(scenario) ? OperationPilot.COUPLED_BLOCKS : OperationPilot.BLOCKS;
        OperationPilot pilot = OperationPilot.run(scenario, policy, proposal.operation(), cases, blocks, threads);
        reinsurance = ExAntePricing.reinsurance(scenario, policy, rule, rated, threads);
        ofCover = pilot.law(pilot.cases() - 1).mean();
        DiscreteLoss law = pilot.law(0);
        Premium premium = premium(proposal.operation(), pilot, 0);
        List<Quote.Option> options = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            options.add(new Quote.Option(others.get(i), premium(proposal.operation(), pilot, 1 + i)));
        }
        Risk risk = new Risk(proposal.operation(), questionnaire, terms.limit(), premium);
        return new Quote(
                proposal.proposal(),
                proposal.title(),
                scenario.scenario(),
                policy.variant(),
                scenario.currency(),
                proposal.operation(),
                questionnaire.assess(proposal.operation().answers()).declared(),
                rule.choice().label(),
                terms,
                underwriting.decide(risk),
                underwriting.holding(risk).stream().map(one -> one.told()).toList(),
                premium,
                new Quote.Simulated(law.mean(), range(law.mean(), law.sd() / Math.sqrt(pilot.trialYears()))),
                rule.tariff() != null,
                options,
                improvements(proposal.operation(), steps, pilot, 1 + others.size(), premium),
                pilot.trialYears());
    }

    /** Refuses an operation of which the fund's levy is not known, before anything is settled. */
    private void requireLevied(Operation operation) {
        LiabilityFund fund = policy.fund();
        FundLevy levy = fund == null ? null : fund.levy();
        if (levy == null) {
            return;
        }
        if (levy.base() == FundLevy.Base.CONDITIONAL_MEAN || levy.base() == FundLevy.Base.CO_TVAR) {
            throw new InvalidValueException(
                    "fund",
                    "raises its levy by fair shares of what all operations claim, which one proposal alone does not have",
                    "Quote against a scenario whose fund levies by premium or expectedLoss");
        }
        if (levy.base() == FundLevy.Base.UNIT && operation.size(String.valueOf(levy.unit())) < 0) {
            throw new InvalidValueException(
                    "units", "must state " + levy.unit() + ", by which the fund of the scenario raises its levy", "");
        }
    }

    private static OperationPilot.Case asked(Quote.Terms terms, ElementValues change) {
        return new OperationPilot.Case(terms.deductible(), terms.limit(), terms.annualLimit(), change);
    }

    private static Quote.Range range(double estimate, double error) {
        ConfidenceInterval interval = ConfidenceInterval.normal(estimate, error);
        return new Quote.Range(Math.max(0, interval.low()), interval.high());
    }

    private Quote.Terms terms(Proposal proposal) {
        double deductible = proposal.deductible() == null ? insurance.deductible() : proposal.deductible();
        return terms(deductible, proposal.limit() == null ? insurance.limit() : proposal.limit());
    }

    /** The annual limit keeps its ratio to the limit of an incident. */
    private Quote.Terms terms(double deductible, double limit) {
        boolean scaled = Double.isFinite(insurance.limit()) && Double.isFinite(limit);
        double annual = scaled ? insurance.annualLimit() * (limit / insurance.limit()) : insurance.annualLimit();
        return new Quote.Terms(deductible, limit, annual);
    }

    private List<Quote.Terms> options(Quote.Terms terms) {
        List<Quote.Terms> options = new ArrayList<>();
        for (double deductible : offered(underwriting.deductibles(), terms.deductible())) {
            for (double limit : offered(underwriting.limits(), terms.limit())) {
                options.add(terms(deductible, limit));
            }
        }
        return options;
    }

    private static double[] offered(List<Double> stated, double base) {
        return stated.isEmpty()
                ? Arrays.stream(STEPS).map(step -> step * base).distinct().toArray()
                : stated.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** The premium of a case, every component rounded to minor units. */
    private Premium premium(Operation operation, OperationPilot pilot, int number) {
        DiscreteLoss law = pilot.law(number);
        double price = Math.max(law.mean(), rule.choice().toPrinciple().price(law));
        double load = law.mean() == 0 ? 1 : price / law.mean();
        double expected = pure(law);
        double state = policy.states().of(operation.territory()).posture().nonDiscrimination();
        double equalTreatment = Math.min(operation.posture().nonDiscrimination(), state);
        double riskPremium = load * expected * rule.nationality(operation.territory(), equalTreatment);
        Premium bare = rule.load(expected, riskPremium, reinsurance, 0);
        return rule.load(expected, riskPremium, reinsurance, levy(operation, pilot, number, bare))
                .rounded();
    }

    /**
     * The pure premium: the simulated mean; or that of the tariff, which holds for the cover that the scenario states, times what
     * the simulation says of other terms and better care.
     */
    private double pure(DiscreteLoss law) {
        return rule.tariff() == null ? law.mean() : rate * (ofCover == 0 ? 1 : law.mean() / ofCover);
    }

    /** The first year's levy that the fund raises in advance. */
    private double levy(Operation operation, OperationPilot pilot, int number, Premium bare) {
        LiabilityFund fund = policy.fund();
        FundLevy levy = fund == null ? null : fund.levy();
        if (levy == null) {
            return 0;
        }
        double size = switch (levy.base()) {
            case REVENUE -> operation.revenue();
            case USERS -> operation.users();
            case FLAT -> 1;
            case UNIT -> operation.size(String.valueOf(levy.unit()));
            case PREMIUM -> bare.beforeTax();
            case EXPECTED_LOSS -> pilot.expectedDamages(number);
            case CONDITIONAL_MEAN, CO_TVAR -> throw new IllegalStateException("refused before: " + levy.base());
        };
        return Math.floor(levy.of(size, pilot.shortfall(number)) * Money.MINOR_PER_MAIN) / Money.MINOR_PER_MAIN;
    }

    /** One improvement of one control. */
    private record Step(
            Questionnaire.Control control,
            boolean evidence,
            String from,
            String to,
            ElementValues change,
            double cost) {}

    /** The best answer, and the best evidence, of each control that has room; what would contradict others is left out. */
    private List<Step> steps(Operation operation) {
        List<Step> steps = new ArrayList<>();
        for (Questionnaire.Control control : questionnaire.controls()) {
            ControlAnswer given = operation.answers().get(control.control());
            if (given == null) {
                continue;
            }
            double level = control.level(given.answer());
            Questionnaire.Evidence shown = questionnaire.kind(given.evidence()).orElseThrow();
            double full = control.costOfRevenue() * operation.revenue();
            if (level < 1) {
                String best = control.words().get(control.words().size() - 1);
                ControlAnswer answer = new ControlAnswer(best, given.evidence());
                double cost = full * (1 - level) * (1 + shown.costShare());
                add(steps, operation, control, answer, false, given.answer(), best, cost);
            }
            Questionnaire.Evidence strongest = questionnaire.strongest();
            if (level > 0 && shown.credit() < strongest.credit()) {
                ControlAnswer answer = new ControlAnswer(given.answer(), strongest.evidence());
                double cost = full * level * (strongest.costShare() - shown.costShare());
                add(steps, operation, control, answer, true, shown.evidence(), strongest.evidence(), cost);
            }
        }
        return steps;
    }

    private void add(
            List<Step> steps,
            Operation operation,
            Questionnaire.Control control,
            ControlAnswer answer,
            boolean evidence,
            String from,
            String to,
            double cost) {
        Map<String, ControlAnswer> answers = new LinkedHashMap<>(operation.answers());
        answers.put(control.control(), answer);
        if (!questionnaire.faults(answers).isEmpty()) {
            return;
        }
        double[] held = operation.posture().toArray();
        double[] better = questionnaire.assess(answers).held().toArray();
        for (int k = 0; k < better.length; k++) {
            better[k] -= held[k];
        }
        steps.add(new Step(control, evidence, from, to, ElementValues.of(better), cost));
    }

    private List<Quote.Improvement> improvements(
            Operation operation, List<Step> steps, OperationPilot pilot, int first, Premium premium) {
        List<Quote.Improvement> improvements = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double saved =
                    premium.total() - premium(operation, pilot, first + i).total();
            double[] less = pilot.difference(0, first + i);
            improvements.add(new Quote.Improvement(
                    step.control().control(),
                    step.control().mainElement(),
                    step.evidence(),
                    step.from(),
                    step.to(),
                    rounded(saved),
                    new Quote.Range(
                            less[0] - ConfidenceInterval.Z95 * less[1], less[0] + ConfidenceInterval.Z95 * less[1]),
                    rounded(step.cost())));
        }
        improvements.sort(Comparator.comparingDouble(Quote.Improvement::cost)
                .thenComparing(Comparator.comparingDouble(Quote.Improvement::premiumSaved)
                        .reversed())
                .thenComparing(Quote.Improvement::control));
        return improvements;
    }

    private static double rounded(double amount) {
        return amount < 0 ? -Money.main(Money.minor(-amount)) : Money.main(Money.minor(amount));
    }
}
