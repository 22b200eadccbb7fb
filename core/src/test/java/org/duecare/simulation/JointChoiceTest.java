package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareCost;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Degenerate;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Voluntary;
import org.duecare.liability.Liability;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.junit.jupiter.api.Test;

/**
 * Cover and care chosen together against closed forms. One attempt a year at no care, harm H of 1 m, success probability
 * {@code exp(-x)} with x = 4 d, care costs H x / 10: who is liable takes x = ln 10. With an absolute risk aversion of 0.5 / H a
 * Poisson number of harms at rate r is worth {@code r (exp(0.5) - 1) H / 0.5 = 1.297 r H} to avoid.
 */
class JointChoiceTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double HARM = 1e6;
    private static final double EFFECT = 4;
    private static final double LOAD = 0.1;
    private static final double REVENUE = 1e8;

    /** Relative risk aversion at revenue as wealth. */
    private static final double AVERSION = 0.5 / HARM * REVENUE;

    private static final ElementValues MEASURES = new ElementValues(0, 0, 0, 0, 1, 0, 0, 0, 0);

    private static ScenarioBuilder world(double grading, double insight, boolean responds, StandardOfCare standard) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = new Diligence(
                new Vulnerability(Vulnerability.Form.EXPONENTIAL, 0, new ElementValues(0, 0, 0, 0, EFFECT, 0, 0, 0, 0)),
                standard,
                0);
        builder.threat("outage", 1, new Degenerate(HARM));
        PremiumRule rule = new PremiumRule(PrincipleChoice.of("expectedValue", Map.of("load", LOAD)), 0, 0, 0);
        Insurance insurance = ScenarioBuilder.insurance(
                Insurance.Obligation.VOLUNTARY,
                1,
                List.of(),
                0,
                NONE,
                0,
                NONE,
                1,
                rule,
                new Voluntary(AVERSION, List.of(Voluntary.Pooling.SECTOR), 0, insight),
                List.of());
        List<Layer> layers =
                List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS), Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS));
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), insurance, layers, null, List.of());
        Behaviour behaviour = new Behaviour(true, new CareCost(EFFECT * HARM / 10, 0, 1, MEASURES), grading, 0);
        if (responds) {
            builder.policies.set(0, builder.policies.get(0).with(behaviour));
        }
        return builder;
    }

    private static Policy negligent(Policy policy) {
        return new Policy(
                policy.variant(),
                policy.diligence(),
                ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.05, Liability.Causation.NONE),
                policy.insurance(),
                policy.compensation(),
                policy.fund(),
                policy.adjust(),
                policy.season(),
                policy.ceilingFactors(),
                policy.states(),
                policy.pillars(),
                policy.behaviour(),
                null);
    }

    private static StandardOfCare absolute() {
        return new StandardOfCare(0.6, null, MEASURES, StandardOfCare.ShortfallMeasure.WEIGHTED);
    }

    private static Policy chosen(ScenarioBuilder builder) {
        return builder.compile().scenario().policies().get(0);
    }

    private static Purchase purchase(Policy policy) {
        return Objects.requireNonNull(policy.purchase());
    }

    private static double care(Policy policy) {
        return Objects.requireNonNull(policy.care()).classes().get(0).care();
    }

    /** At the care held cover looks cheap: 0.149 H for a risk worth 0.176 H. Nobody asks what the insured would do. */
    @Test
    void whoDoesNotChooseCareBuysAtTheCareHeld() {
        ScenarioBuilder builder = world(0, 0, false, absolute()).operation("acme", "acme", 0.5, NONE, REVENUE);

        assertThat(purchase(chosen(builder)).buyers()).isEqualTo(1);
        assertThat(purchase(chosen(builder)).joint()).isNull();
    }

    /** The insured take no care under a flat premium: cover costs 1.1 H, care and risk without it 0.23 H and 0.13 H. */
    @Test
    void moralHazardMakesTheMarketDisappear() {
        ScenarioBuilder builder = world(0, 0, true, absolute()).operation("acme", "acme", 0.5, NONE, REVENUE);
        Policy policy = chosen(builder);

        assertThat(purchase(policy).buyers()).isZero();
        assertThat(EFFECT * care(policy)).isCloseTo(Math.log(10), within(1e-7));
        Purchase.Joint joint = Objects.requireNonNull(purchase(policy).joint());
        assertThat(joint.converged()).isTrue();
        assertThat(joint.careChange()).isZero();
        assertThat(joint.switched()).isZero();
        assertThat(joint.rounds()).isEqualTo(2);
    }

    /** Under a premium that follows care the insured take ln 11 of it, and pay 0.34 H together; without cover it would be 0.36 H. */
    @Test
    void aPremiumThatFollowsCareKeepsCoverAndCare() {
        ScenarioBuilder builder = world(1, 1, true, absolute()).operation("acme", "acme", 0.5, NONE, REVENUE);
        Policy policy = chosen(builder);

        assertThat(purchase(policy).buyers()).isEqualTo(1);
        assertThat(EFFECT * care(policy)).isCloseTo(Math.log(10 * (1 + LOAD)), within(1e-7));
        assertThat(Objects.requireNonNull(purchase(policy).joint()).converged()).isTrue();
        assertThat(Objects.requireNonNull(policy.care()).residual()).isZero();
    }

    /** A fixed point is one where each knows that the others choose too: nobody gains by the other choice of cover and its care. */
    @Test
    void nobodyWouldChooseOtherwiseAtTheFixedPoint() {
        ScenarioBuilder builder = world(1, 0.6, true, absolute());
        for (int k = 0; k < 12; k++) {
            builder.operation("op" + k, "op" + k, 0.3 + 0.05 * k, NONE, 6e7 * (1 + 4 * k));
        }
        Policy policy = chosen(builder);
        Purchase purchase = purchase(policy);
        Purchase.Joint joint = Objects.requireNonNull(purchase.joint());

        assertThat(joint.converged()).isEqualTo(joint.switched() == 0 && joint.careChange() <= ChosenCare.TOLERANCE);
        assertThat(joint.converged()).isTrue();
        assertThat(purchase.undecided()).isZero();
        assertThat(purchase.buyers()).isBetween(1, 11);
        ChosenCare care = Objects.requireNonNull(policy.care());
        assertThat(care.classes()).anyMatch(ChosenCare.ClassChoice::insured).anyMatch(one -> !one.insured());
        assertThat(care.sweeps()).isEqualTo(1);
        assertThat(care.residual()).isZero();
    }

    /** Where the standard is made of what others hold, who buys moves what is owed, and rounds go on until nobody moves. */
    @Test
    void peersAnswerEachOther() {
        StandardOfCare peers = new StandardOfCare(
                0.5,
                null,
                MEASURES,
                StandardOfCare.ShortfallMeasure.WEIGHTED,
                StandardOfCare.Basis.PEERS,
                50,
                0.2,
                1,
                null,
                List.of());
        ScenarioBuilder builder = world(0, 0.5, true, peers);
        builder.policies.set(0, negligent(builder.policies.get(0)));
        for (int k = 0; k < 8; k++) {
            builder.operation("op" + k, "op" + k, 0.2 + 0.1 * k, (1 + k) * HARM, REVENUE);
        }
        Policy policy = chosen(builder);
        Purchase.Joint joint = Objects.requireNonNull(purchase(policy).joint());

        assertThat(joint.rounds()).isGreaterThanOrEqualTo(2);
        assertThat(joint.converged()).isEqualTo(joint.switched() == 0 && joint.careChange() <= ChosenCare.TOLERANCE);
    }
}
