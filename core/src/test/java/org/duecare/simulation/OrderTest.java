package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Lognormal;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Exclusions;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Reinsurance;
import org.duecare.settlement.Measure;
import org.duecare.statistics.TrialColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order of payers: a larger lower layer never raises what the payer on top pays, in any trial and year. */
class OrderTest {
    private static final double NONE = ScenarioBuilder.NONE;
    private static final int SCHEMES = 300;
    private static final int SCHEMES_SLOW = 100_000;

    @Test
    void largerLowerLayerNeverRaisesWhatThePayerOnTopPays() {
        long compared = compare(0, SCHEMES);

        assertThat(compared).isPositive();
    }

    @Test
    @Tag("slow")
    void largerLowerLayerNeverRaisesWhatThePayerOnTopPaysInManySchemes() {
        compare(SCHEMES, SCHEMES_SLOW);
    }

    /** Number of trial-years in which the larger layer spares the payer on top something. */
    private static long compare(int from, int to) {
        long spared = 0;
        for (int number = from; number < to; number++) {
            RunResult result = TestRuns.run(scenario(new SplittableRandom(number)), 1);
            RunResult.VariantResult small = result.variants().get(0);
            RunResult.VariantResult large = result.variants().get(1);
            long[] incidents = new long[result.scenario().trials()];
            for (int year = 1; year <= result.scenario().years(); year++) {
                long[] count = TestRuns.cents(small.incidents(year));
                long[] before = state(small, year);
                long[] after = state(large, year);
                for (int t = 0; t < before.length; t++) {
                    // Splits of cents may move by one an incident, the fund's balance by as much in later years.
                    incidents[t] += count[t];
                    assertThat(after[t])
                            .as("scheme %d, year %d, trial %d", number, year, t)
                            .isLessThanOrEqualTo(before[t] + incidents[t]);
                    spared += after[t] < before[t] ? 1 : 0;
                }
            }
        }
        return spared;
    }

    private static long[] state(RunResult.VariantResult variant, int year) {
        TrialColumn column = variant.sum(Measure.STATE, year);
        return TestRuns.cents(column);
    }

    private static Scenario scenario(SplittableRandom random) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.seed = random.nextLong();
        builder.trials = 20;
        builder.years = 1 + random.nextInt(3);
        int operations = 1 + random.nextInt(3);
        for (int i = 0; i < operations; i++) {
            builder.operation("op-" + i, 0.5);
        }
        builder.threat("attack", 0.2 + random.nextDouble(), new Lognormal(6, 1.5));
        if (random.nextBoolean()) {
            builder.event("storm", 1, amount(random));
        }
        double retained = amount(random);
        Layer insurer = terms(Payer.INSURER, random);
        Layer mutual = terms(Payer.MUTUAL, random);
        Layer fund = Layer.of(Payer.FUND, Layer.Kind.TERMS);
        Layer state = terms(Payer.STATE, random);
        LiabilityFund means = random.nextBoolean()
                ? ScenarioBuilder.fund(amount(random), maybe(random), random.nextDouble() * 1e-5, maybe(random))
                : calling(random);
        SplittableRandom market = random.split();
        Insurance insurance = market.nextBoolean() ? null : insurance(market);
        Layer cover = insurance == null ? insurer : Layer.of(Payer.INSURER, Layer.Kind.TERMS);
        for (double limit : new double[] {retained, retained + amount(random)}) {
            Layer lower = ScenarioBuilder.layer(Payer.OPERATOR, 0, limit, NONE);
            builder.policy(
                    "limit " + limit,
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    insurance,
                    List.of(lower, cover, mutual, fund, state),
                    means,
                    List.of());
        }
        return builder.build();
    }

    /** Insurers that pay whatever comes, with exclusions and treaties. */
    private static Insurance insurance(SplittableRandom random) {
        Insurances cover = new Insurances();
        cover.limit = amount(random);
        cover.exclusions = new Exclusions(new Exclusions.StateBacked(0.5, random.nextDouble()), false);
        return cover.quotaShare("share", random.nextDouble(), 1)
                .excess(Reinsurance.Kind.RISK_EXCESS, "risk", amount(random), maybe(random), null, 2)
                .excess(Reinsurance.Kind.EVENT_EXCESS, "event", amount(random), maybe(random), null, 2)
                .excess(Reinsurance.Kind.STOP_LOSS, "year", amount(random), maybe(random), null, 3)
                .make();
    }

    private static LiabilityFund calling(SplittableRandom random) {
        FundClockTest.Terms terms = new FundClockTest.Terms();
        terms.initial = amount(random);
        terms.call = new LiabilityFund.Call(
                LiabilityFund.Call.Rule.RETROSPECTIVE, amount(random), NONE, random.nextDouble() / 2, 1_000);
        terms.sameYear = true;
        return terms.fund();
    }

    private static Layer terms(Payer payer, SplittableRandom random) {
        return new Layer(
                payer,
                Layer.Kind.TERMS,
                random.nextBoolean() ? 0 : amount(random),
                amount(random),
                0,
                maybe(random),
                random.nextBoolean() ? 1 : random.nextDouble(),
                null);
    }

    private static double amount(SplittableRandom random) {
        return Math.floor(100 * StrictMath.exp(4 + 4 * random.nextDouble())) / 100;
    }

    private static double maybe(SplittableRandom random) {
        return random.nextBoolean() ? NONE : amount(random);
    }
}
