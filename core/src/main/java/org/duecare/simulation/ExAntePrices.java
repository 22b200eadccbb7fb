package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.fund.FundLevy;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.premium.DiscreteLoss;
import org.duecare.premium.PartedLoss;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumPrinciple;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.RateTable;
import org.duecare.premium.ReinsuranceCost;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a variant's prices before the first trial: the law of a policy's yearly claims by class, the expected
 * loss of each operation, and premiums made of them.
 */
public final class ExAntePrices {
    private final List<Operation> operations;
    private final boolean[] insured;
    private final double[] declared;
    private final States states;
    private final Pilot pilot;
    private final List<RiskClass> classes;
    private final int[] classOf;
    private final DiscreteLoss[] laws;
    private final double[] expectedPaid;
    private final double[] expectedDamages;
    private final boolean closed;
    private final @Nullable PremiumRule rule;
    private final Premium[] premiums;
    private final @Nullable Purchase purchase;
    private final @Nullable CededLosses cessions;
    private final Map<FundLevy, double[]> fairShares = new LinkedHashMap<>();
    private final Map<PrincipleChoice, ReinsuranceCost[]> costs = new LinkedHashMap<>();

    ExAntePrices(CompiledScenario compiled, int variant, Pilot pilot, @Nullable PremiumRule rule) {
        this.operations = compiled.operations();
        this.insured = compiled.variants().get(variant).layers.insured;
        this.declared = compiled.variants().get(variant).phase(1).declared;
        this.states = compiled.scenario().policies().get(variant).states();
        this.pilot = pilot;
        this.rule = rule;
        Map<RiskClass, Integer> numbers = new LinkedHashMap<>();
        this.classOf = new int[operations.size()];
        Certificates certificates = new Certificates(
                compiled.scenario(), operations, compiled.scenario().policies().get(variant));
        for (int i = 0; i < classOf.length; i++) {
            Operation operation = operations.get(i);
            RiskClass of = RiskClass.of(operation, certificates.level(operation, 1));
            classOf[i] = numbers.computeIfAbsent(of, c -> numbers.size());
        }
        this.classes = new ArrayList<>(numbers.keySet());
        int[] policies = policies();
        this.laws = laws(policies, false);
        Insurance insurance = compiled.scenario().policies().get(variant).insurance();
        this.cessions = insurance == null || !insurance.carriesReinsurance()
                ? null
                : new CededLosses(insurance, pilot, classOf, policies, laws, laws(policies, true));
        ExpectedLoss expected = new ExpectedLoss(compiled, variant, true);
        this.expectedDamages = new double[classOf.length];
        this.expectedPaid = new double[classOf.length];
        this.closed =
                !Double.isNaN(expected.perYear(Measure.INSURER)) && Double.isFinite(expected.perYear(Measure.INSURER));
        for (int i = 0; i < classOf.length; i++) {
            double damages = expected.perYear(Measure.DAMAGES, i);
            expectedDamages[i] = toMinor(Double.isNaN(damages) ? pilot.damages(i) : damages);
            double paid = closed ? expected.perYear(Measure.INSURER, i) : laws[classOf[i]].mean();
            expectedPaid[i] = insured[i] ? paid : 0;
        }
        this.purchase = compiled.scenario().policies().get(variant).purchase();
        this.premiums = rule == null ? new Premium[0] : price(rule);
    }

    private int[] policies() {
        int[] policies = new int[classes.size()];
        for (int i = 0; i < classOf.length; i++) {
            policies[classOf[i]] += insured[i] ? 1 : 0;
        }
        return policies;
    }

    /** The law of a policy's yearly claims on the insurer, by class, whole or net of reinsurance; the uninsured do not count. */
    private DiscreteLoss[] laws(int[] policies, boolean net) {
        int[] count = new int[policies.length];
        for (int e = 0; e < pilot.size(); e++) {
            count[classOf[pilot.operation(e)]]++;
        }
        double[][] paid = new double[policies.length][];
        Arrays.setAll(paid, c -> new double[count[c]]);
        int[] at = new int[policies.length];
        for (int e = 0; e < pilot.size(); e++) {
            int c = classOf[pilot.operation(e)];
            paid[c][at[c]++] = pilot.paid(e) - (net ? pilot.ceded(e) : 0);
        }
        DiscreteLoss[] found = new DiscreteLoss[policies.length];
        Arrays.setAll(found, c -> law(paid[c], (double) policies[c] * Pilot.trialYears()));
        return found;
    }

    /** The law of a year's payments, given those above 0; sorts them. */
    static DiscreteLoss law(double[] paid, double years) {
        Arrays.sort(paid);
        double[] losses = new double[paid.length + 1];
        System.arraycopy(paid, 0, losses, 1, paid.length);
        double[] weights = new double[losses.length];
        Arrays.fill(weights, 1);
        weights[0] = Math.max(years - paid.length, paid.length == 0 ? 1 : 0);
        return DiscreteLoss.ofSample(losses, weights);
    }

    private static double toMinor(double amount) {
        return Money.main(Money.minor(amount));
    }

    /**
     * Premiums by operation under any rule: the class's price in proportion to its expected loss, times the expected loss of
     * the operation. Rounded to minor units, {@link Premium#NONE} for the uninsured.
     */
    public Premium[] price(PremiumRule other) {
        double[] expected = pure(other);
        double[] risk = loaded(other.choice(), expected);
        if (purchase != null && other.tariff() == null) {
            expected = purchase.pooled(expected);
            risk = purchase.pooled(risk);
        }
        Premium[] result = new Premium[classOf.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = insured[i]
                    ? other.load(expected[i], risk[i] * nationality(other, i), reinsurance(i, other.choice()), 0)
                            .rounded()
                    : Premium.NONE;
        }
        return result;
    }

    /** What treaties do to the premium of an operation. */
    ReinsuranceCost reinsurance(int i, PrincipleChoice choice) {
        return cessions == null ? ReinsuranceCost.NONE : costs(choice)[classOf[i]];
    }

    /** What treaties do to the premium of a policy of a class; as to the whole book where the book has no such class. */
    public ReinsuranceCost reinsurance(RiskClass of, PrincipleChoice choice) {
        if (cessions == null) {
            return ReinsuranceCost.NONE;
        }
        int number = classes.indexOf(of);
        return number < 0 ? cessions.ofBook(choice) : costs(choice)[number];
    }

    private ReinsuranceCost[] costs(PrincipleChoice choice) {
        CededLosses ceded = Objects.requireNonNull(cessions);
        return costs.computeIfAbsent(choice, asked -> {
            ReinsuranceCost[] found = new ReinsuranceCost[laws.length];
            Arrays.setAll(found, c -> ceded.of(c, asked));
            return found;
        });
    }

    /** Pure premium of each operation: its expected claims, or what the tariff of the rule says; 0 for the uninsured. */
    private double[] pure(PremiumRule of) {
        RateTable tariff = of.tariff();
        double[] pure = expectedPaid.clone();
        for (int i = 0; i < pure.length && tariff != null; i++) {
            pure[i] = insured[i] ? byTariff(tariff, i) : 0;
        }
        return pure;
    }

    /** A tariff sees the care that operators declare. */
    private double byTariff(RateTable tariff, int i) {
        return tariff.pure(
                riskClass(i).withPosture(declared[i]), operations.get(i).operation());
    }

    /** Pure premiums with the load of each operation's class. */
    private double[] loaded(PrincipleChoice choice, double[] pure) {
        double[] load = loads(choice);
        double[] risk = new double[classOf.length];
        Arrays.setAll(risk, i -> load[classOf[i]] * pure[i]);
        return risk;
    }

    /** What operations would pay on their own claims, or by the tariff, with the load of their class, and these pure premiums. */
    double[][] ownPrices(PremiumRule of) {
        double[] pure = pure(of);
        return new double[][] {pure, loaded(of.choice(), pure)};
    }

    private double nationality(PremiumRule other, int i) {
        Operation operation = operations.get(i);
        double ofState = states.of(operation.territory()).posture().nonDiscrimination();
        return other.nationality(
                operation.territory(), Math.min(operation.posture().nonDiscrimination(), ofState));
    }

    /**
     * The premiums before tax of some operations under the variant's rule with one block of the pilot left out at a time,
     * {@code [operation][block]}; what the error of a premium is found from.
     */
    public double[][] leavingOutBlocks(List<Integer> asked) {
        PremiumRule stated = rule;
        if (stated == null) {
            throw new IllegalStateException("no premium is stated");
        }
        RateTable tariff = stated.tariff();
        PilotJackknife jackknife =
                new PilotJackknife(pilot, classOf, policies(), stated.choice().toPrinciple());
        Map<Integer, PilotJackknife.LeftOut> ofClass = new HashMap<>();
        double[][] premiums = new double[asked.size()][Pilot.BLOCKS];
        for (int a = 0; a < premiums.length; a++) {
            int i = asked.get(a);
            PilotJackknife.LeftOut without = ofClass.computeIfAbsent(classOf[i], jackknife::of);
            for (int block = 0; block < Pilot.BLOCKS; block++) {
                double expected =
                        tariff != null ? byTariff(tariff, i) : closed ? expectedPaid[i] : without.mean()[block];
                double risk = without.load()[block] * expected * nationality(stated, i);
                premiums[a][block] = stated.load(expected, risk, reinsurance(i, stated.choice()), 0)
                        .beforeTax();
            }
        }
        return premiums;
    }

    /** What all policies pay together under a principle, before expenses, not rounded. */
    public double riskPremium(PrincipleChoice choice) {
        double[] load = loads(choice);
        double sum = 0;
        for (int i = 0; i < classOf.length; i++) {
            sum += load[classOf[i]] * expectedPaid[i];
        }
        return sum;
    }

    /** Price over expected loss by class; 1 for a class without a claim in the pilot. */
    private double[] loads(PrincipleChoice choice) {
        PremiumPrinciple principle = choice.toPrinciple();
        double[] load = new double[laws.length];
        Arrays.setAll(load, c -> laws[c].mean() == 0 ? 1 : Math.max(1, principle.price(laws[c]) / laws[c].mean()));
        return load;
    }

    /** Price over expected loss of each operation's class under a principle. */
    double[] loadsByOperation(PrincipleChoice choice) {
        double[] ofClass = loads(choice);
        double[] ofOperation = new double[classOf.length];
        Arrays.setAll(ofOperation, i -> ofClass[classOf[i]]);
        return ofOperation;
    }

    /** The rule of the variant; null where it has none. */
    public @Nullable PremiumRule rule() {
        return rule;
    }

    /** Premium of an operation under the variant's rule. */
    public Premium premium(int i) {
        return rule == null ? Premium.NONE : premiums[i];
    }

    /** What all insured operations pay under the variant's rule. */
    public Premium total() {
        return sum(premiums);
    }

    /** Adds premiums up. */
    public static Premium sum(Premium[] premiums) {
        Premium total = Premium.NONE;
        for (Premium premium : premiums) {
            total = total.plus(premium);
        }
        return total;
    }

    double premiumBeforeTax(int i) {
        return premium(i).beforeTax();
    }

    /** Damages that an operation is expected to owe a year, main units. */
    public double expectedDamages(int i) {
        return expectedDamages[i];
    }

    /** Fair share of an operation in what reaches the fund, main units, rounded to minor units. */
    double fairShare(FundLevy levy, int i) {
        return toMinor(fairShares.computeIfAbsent(levy, pilot::fairShares)[i]);
    }

    /** How expected losses were found: by a tariff, in closed form, or from the pilot. */
    public String method() {
        return rule != null && rule.tariff() != null
                ? "tariff"
                : closed ? ExpectedLoss.METHOD : "pilot of " + Pilot.trialYears() + " trial-years";
    }

    /** The operations, in the engine's order. */
    public List<Operation> operations() {
        return operations;
    }

    /** Whether an operation is insured. */
    public boolean insured(int i) {
        return insured[i];
    }

    /** Class of an operation. */
    public RiskClass riskClass(int i) {
        return classes.get(classOf[i]);
    }

    /** Claims paid for an operation in the pilot. */
    public int pilotClaims(int i) {
        return pilot.claims(i);
    }

    /** Paid for each operation in the whole pilot, main units. */
    public double[] pilotPaid() {
        return pilot.paidByOperation();
    }

    /**
     * Number of claims paid for each operation in each of the first trial-years of the pilot.
     *
     * @return {@code [operation][year]}
     */
    public int[][] pilotClaimsByYear(int years) {
        int[][] claims = new int[classOf.length][years];
        for (int e = 0; e < pilot.size(); e++) {
            if (pilot.trial(e) < years) {
                claims[pilot.operation(e)][pilot.trial(e)] = pilot.incidents(e);
            }
        }
        return claims;
    }

    /** What was paid for them, main units. */
    public double[][] pilotPaidByYear(int years) {
        double[][] paid = new double[classOf.length][years];
        for (int e = 0; e < pilot.size(); e++) {
            if (pilot.trial(e) < years) {
                paid[pilot.operation(e)][pilot.trial(e)] = pilot.paid(e);
            }
        }
        return paid;
    }

    /** Trial-years of the pilot. */
    public int pilotTrialYears() {
        return Pilot.trialYears();
    }

    /** The yearly sum over all policies in the pilot, split by a grouping of operations. */
    public PartedLoss portfolio(int[] groupOf, int groups) {
        double[][] parts = new double[groups][Pilot.trialYears()];
        for (int e = 0; e < pilot.size(); e++) {
            parts[groupOf[pilot.operation(e)]][pilot.trial(e)] += pilot.paid(e);
        }
        double[] weights = new double[Pilot.trialYears()];
        Arrays.fill(weights, 1);
        return PartedLoss.of(parts, weights);
    }
}
