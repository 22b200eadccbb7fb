package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.Reinstatement;
import org.duecare.compensation.SizedAmount;
import org.duecare.compensation.TimeBar;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Lomax;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers by published cases and by arithmetic done by hand. */
class LayerTest {
    private static final double NONE = ScenarioBuilder.NONE;
    private static final double Z = 4;

    /** A layer with every key at hand. */
    private static final class Terms {
        private final Payer payer;
        private double deductible;
        private double limit = NONE;
        private double annualDeductible;
        private double annualLimit = NONE;
        private double coinsurance = 1;
        private Layer.@Nullable Basis basis;
        private double franchise;
        private double upTo = NONE;
        private boolean coversUnattributed;
        private double trigger;
        private @Nullable SizedAmount limitBySize;
        private List<Reinstatement> reinstatements = List.of();
        private double premium;
        private List<Layer.Change> schedule = List.of();
        private @Nullable String name;

        Terms(Payer payer) {
            this.payer = payer;
        }

        Layer layer() {
            return new Layer(
                    payer,
                    Layer.Kind.TERMS,
                    deductible,
                    limit,
                    annualDeductible,
                    annualLimit,
                    coinsurance,
                    basis,
                    franchise,
                    upTo,
                    coversUnattributed,
                    trigger,
                    limitBySize,
                    null,
                    reinstatements,
                    premium,
                    schedule,
                    name,
                    0,
                    null,
                    null);
        }
    }

    private static ScenarioBuilder world(List<Layer> layers) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.operation("a", 0.5);
        builder.policy("base", ScenarioBuilder.strict(), layers);
        return builder;
    }

    private static void claims(ScenarioBuilder builder, double... amounts) {
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        for (int i = 0; i < amounts.length; i++) {
            double time = (i + 1.0) / (amounts.length + 1);
            builder.events.add(new StatedEvent("claim " + i, 1, time, all, amounts[i], 0, StatedEvent.Liable.FINDING));
        }
    }

    private static double paid(RunResult result, Measure measure) {
        return TestRuns.sums(result, 0, measure, 1)[0];
    }

    /** Section 2, case 33: 500,000 in excess of 250,000; annual limit of a million; then 250,000 to be retained. */
    @Test
    void annualLimitAndAnnualDeductibleOfAnExcessLayer() {
        Terms terms = new Terms(Payer.INSURER);
        terms.deductible = 250_000;
        terms.limit = 500_000;
        terms.annualLimit = 1_000_000;
        ScenarioBuilder builder = world(List.of(terms.layer()));
        claims(builder, 100_000, 800_000, 500_000, 1_000_000);

        assertThat(paid(TestRuns.run(builder.build(), 1), Measure.INSURER)).isEqualTo(1_000_000);

        terms.annualLimit = NONE;
        terms.annualDeductible = 250_000;
        terms.reinstatements = List.of(new Reinstatement(1, false));
        terms.premium = 1_000;
        ScenarioBuilder retained = world(List.of(terms.layer()));
        claims(retained, 100_000, 600_000, 500_000, 200_000);
        RunResult result = TestRuns.run(retained.build(), 1);

        assertThat(paid(result, Measure.INSURER)).isEqualTo(350_000);
        assertThat(paid(result, Measure.REINSTATEMENT_PREMIUM)).isEqualTo(700);
    }

    /** Section 2, case 33a: 1.2 limits used, prices 1, 0.5, 0, 0: 1,100 by the terms, not the 1,200 printed elsewhere. */
    @Test
    void partlyUsedReinstatementCostsItsOwnPrice() {
        Terms terms = new Terms(Payer.INSURER);
        terms.deductible = 250_000;
        terms.limit = 500_000;
        terms.premium = 1_000;
        terms.reinstatements =
                List.of(new Reinstatement(1, false), new Reinstatement(0.5, false), new Reinstatement(0, false));
        ScenarioBuilder builder = world(List.of(terms.layer()));
        claims(builder, 100_000, 600_000, 500_000, 200_000);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(paid(result, Measure.INSURER)).isEqualTo(600_000);
        assertThat(paid(result, Measure.REINSTATEMENT_PREMIUM)).isEqualTo(1_100);
    }

    @Test
    void reinstatementProRataToTimeCostsThePartOfTheYearLeft() {
        Terms terms = new Terms(Payer.INSURER);
        terms.limit = 1_000;
        terms.premium = 600;
        terms.reinstatements = List.of(new Reinstatement(1, true));
        ScenarioBuilder builder = world(List.of(terms.layer()));
        claims(builder, 1_000, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        // The first limit is used at a third of the year: 600 x 2/3; the second is not refilled.
        assertThat(paid(result, Measure.INSURER)).isEqualTo(1_500);
        assertThat(paid(result, Measure.REINSTATEMENT_PREMIUM)).isEqualTo(400);
    }

    /** RC-43: total losses of a layer of 1, K reinstatements at 100 %: the premium that pays its expected loss. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0, 0.09516258", "0.1, 1, 0.09116584", "0.1, 2, 0.09091863", "0.1, 3, 0.09090934",
        "0.5, 0, 0.39346934", "0.5, 1, 0.34710010", "0.5, 2, 0.33569453", "0.5, 3, 0.33363971",
        "1.0, 0, 0.63212056", "1.0, 1, 0.54920065", "1.0, 2, 0.51501941", "1.0, 3, 0.50370306"
    })
    void premiumOfATotalLossLayerWithPaidReinstatements(double rate, int refills, double premium) {
        Terms terms = new Terms(Payer.INSURER);
        terms.limit = 1_000;
        terms.annualLimit = refills == 0 ? 1_000 : NONE;
        terms.reinstatements = java.util.Collections.nCopies(refills, new Reinstatement(1, false));
        terms.premium = refills == 0 ? 0 : 1_000;
        ScenarioBuilder builder = world(List.of(terms.layer()));
        builder.trials = 100_000;
        builder.threat("total", rate, new Degenerate(1_000));

        priced(builder.build(), refills == 0, 1_000, premium * 1_000);
    }

    /** RC-43, free: the expected payments are the premium. */
    @ParameterizedTest
    @CsvSource({"1, 0.48367335", "2, 0.49806103", "3, 0.49981265"})
    void premiumOfATotalLossLayerWithFreeReinstatements(int refills, double premium) {
        Terms terms = new Terms(Payer.INSURER);
        terms.limit = 1_000;
        terms.reinstatements = java.util.Collections.nCopies(refills, new Reinstatement(0, false));
        ScenarioBuilder builder = world(List.of(terms.layer()));
        builder.trials = 100_000;
        builder.threat("total", 0.5, new Degenerate(1_000));

        priced(builder.build(), true, 1_000, premium * 1_000);
    }

    /** Section 2, case 25: Poisson 0.5, Lomax (1.2, 100), 100 after an annual deductible of 100, two paid refills. */
    @Test
    void premiumWithAnnualDeductibleAndTwoPaidReinstatements() {
        Terms terms = new Terms(Payer.INSURER);
        terms.limit = 100;
        terms.annualDeductible = 100;
        terms.reinstatements = java.util.Collections.nCopies(2, new Reinstatement(1, false));
        terms.premium = 100;
        ScenarioBuilder builder = world(List.of(terms.layer()));
        builder.trials = 400_000;
        builder.threat("claim", 0.5, new Lomax(1.2, 100));

        priced(builder.build(), false, 100, 4.319350383);
    }

    /** The original premium is the mean payment over one plus the mean number of paid refills. */
    private static void priced(Scenario scenario, boolean free, double statedPremium, double expected) {
        RunResult result = TestRuns.run(scenario, 2);
        double[] paid = TestRuns.sums(result, 0, Measure.INSURER, 1);
        double[] refills = free ? new double[paid.length] : TestRuns.sums(result, 0, Measure.REINSTATEMENT_PREMIUM, 1);
        for (int t = 0; t < refills.length; t++) {
            refills[t] /= statedPremium;
        }
        assertPremium(paid, refills, expected);
    }

    /** At the true premium, payments less premiums have mean zero: a z-test of the mean. */
    private static void assertPremium(double[] paid, double[] refills, double premium) {
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < paid.length; t++) {
            double surplus = paid[t] - premium * (1 + refills[t]);
            sum += surplus;
            squares += surplus * surplus;
        }
        double mean = sum / paid.length;
        double error = Math.sqrt(squares / paid.length - mean * mean) / Math.sqrt(paid.length);
        assertThat(Math.abs(mean)).isLessThan(Z * error);
    }

    /** Section 2, case 35: stop loss of 800 in excess of 2,400 on the sum of a year, over all operations. */
    @Test
    void stopLossIsAPoolLayerOnTheYear() {
        Terms terms = new Terms(Payer.MUTUAL);
        terms.annualDeductible = 2_400;
        terms.annualLimit = 800;
        ScenarioBuilder builder = world(List.of(terms.layer()));
        claims(builder, 2_600, 600, 800);

        assertThat(paid(TestRuns.run(builder.build(), 1), Measure.MUTUAL)).isEqualTo(800);
    }

    /** Section 2, cases 39 and 41: a ceded share without limits; a policy limit and two excess layers. */
    @Test
    void shareAndExcessLayersCedeWhatIsPrinted() {
        Terms share = new Terms(Payer.MUTUAL);
        share.coinsurance = 0.2;
        ScenarioBuilder ceded = world(List.of(share.layer(), rest(NONE)));
        claims(ceded, 99_000_000);
        assertThat(paid(TestRuns.run(ceded.build(), 1), Measure.INSURER)).isEqualTo(79_200_000);

        Terms own = new Terms(Payer.OPERATOR);
        own.limit = 500;
        own.name = "deductible";
        Terms first = new Terms(Payer.STATE);
        first.deductible = 500;
        first.limit = 3_000;
        first.name = "first";
        Terms second = new Terms(Payer.STATE);
        second.deductible = 200;
        second.limit = 4_800;
        second.name = "second";
        ScenarioBuilder builder = world(List.of(own.layer(), first.layer(), second.layer(), rest(9_000)));
        claims(builder, 9_159.046);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(layers(result)).containsExactly(500.0, 3_000.0, 4_800.0);
        assertThat(paid(result, Measure.INSURER)).isEqualTo(9_000 - 500 - 3_000 - 4_800);
        assertThat(paid(result, Measure.UNCOMPENSATED)).isCloseTo(159.05, within(1e-9));
    }

    private static Layer rest(double upTo) {
        Terms terms = new Terms(Payer.INSURER);
        terms.limit = 1e12;
        terms.upTo = upTo;
        return terms.layer();
    }

    private static List<Double> layers(RunResult result) {
        return result.variants().get(0).layers().stream()
                .map(layer -> TestRuns.cents(layer.byYear().apply(1))[0] / 100.0)
                .toList();
    }

    @Test
    void franchisePaysNothingBelowAndEverythingAbove() {
        Terms terms = new Terms(Payer.INSURER);
        terms.franchise = 100;
        ScenarioBuilder builder = world(List.of(terms.layer()));
        claims(builder, 100, 100.01, 5);

        assertThat(paid(TestRuns.run(builder.build(), 1), Measure.INSURER)).isEqualTo(100.01);
    }

    @Test
    void hostStateAnswersForWhatHappenedThroughOperationsInIt() {
        Terms host = new Terms(Payer.STATE);
        host.basis = Layer.Basis.TERRITORY;
        host.limit = 150;
        host.name = "host";
        Terms all = new Terms(Payer.STATE);
        all.limit = 100;
        all.name = "all";
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.operations.add(operation("a", "DE"));
        builder.operations.add(operation("b", "DE"));
        builder.operations.add(operation("c", "FR"));
        builder.policy("base", ScenarioBuilder.strict(), List.of(host.layer(), all.layer()));
        builder.event("storm", 1, 100);
        RunResult result = TestRuns.run(builder.build(), 1);

        // DE 150 of 200, FR 100 of 100; all states 50 of what is left.
        assertThat(layers(result)).containsExactly(250.0, 50.0);
        assertThat(result.variants().get(0).operationTotals(Measure.STATE)).containsExactly(20_000, 20_000, 20_000);
    }

    private static org.duecare.operation.Operation operation(String id, String territory) {
        return new org.duecare.operation.Operation(
                id, id, "energy", territory, 1e6, NONE, NONE, 0, org.duecare.diligence.ElementValues.uniform(0.5));
    }

    @Test
    void harmThatNobodyOwesIsPaidWhereALayerCoversIt() {
        Terms owed = new Terms(Payer.INSURER);
        Terms unowed = new Terms(Payer.STATE);
        owed.limit = 50;
        unowed.coversUnattributed = true;
        unowed.upTo = 120;
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.operation("a", 0.5);
        builder.policy(
                "base",
                ScenarioBuilder.liability(
                        org.duecare.liability.Liability.Rule.NONE, 0, org.duecare.liability.Liability.Causation.NONE),
                List.of(owed.layer(), unowed.layer(), new Terms(Payer.OPERATOR).layer()));
        claims(builder, 100, 200);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(paid(result, Measure.STATE)).isEqualTo(100 + 120);
        assertThat(paid(result, Measure.UNCOMPENSATED)).isEqualTo(80);
    }

    @Test
    void triggerOfTheYearMustBePassed() {
        Terms terms = new Terms(Payer.STATE);
        terms.trigger = 200;
        ScenarioBuilder below = world(List.of(terms.layer()));
        claims(below, 100, 100);
        ScenarioBuilder above = world(List.of(terms.layer()));
        claims(above, 100, 100.01);

        assertThat(paid(TestRuns.run(below.build(), 1), Measure.STATE)).isZero();
        assertThat(paid(TestRuns.run(above.build(), 1), Measure.STATE)).isEqualTo(200.01);
    }

    @Test
    void amountsFollowSizeAndSchedule() {
        SizedAmount byRevenue = new SizedAmount("revenue", 100, 1e8, 1e-6, 150, List.of());
        assertThat(List.of(byRevenue.at(5e7), byRevenue.at(1.2e8), byRevenue.at(1e9)))
                .containsExactly(100.0, 120.0, 150.0);

        Terms terms = new Terms(Payer.INSURER);
        terms.limit = 10;
        terms.schedule = List.of(
                new Layer.Change(2027, 20.0, null, null, null, null, null),
                new Layer.Change(2028, null, 5.0, null, null, null, null));
        ScenarioBuilder builder = world(List.of(terms.layer()));
        builder.years = 3;
        builder.event("one", 1, 100).event("two", 2, 100).event("three", 3, 24);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(TestRuns.sums(result, 0, Measure.INSURER, 1)[0]).isEqualTo(10);
        assertThat(TestRuns.sums(result, 0, Measure.INSURER, 2)[0]).isEqualTo(20);
        assertThat(TestRuns.sums(result, 0, Measure.INSURER, 3)[0]).isEqualTo(19);
    }

    /** Of 1,000, 85 % are claimed within two years: a fund above 100 pays 750, and what comes late is left. */
    @Test
    void claimsThatComeTooLatePassALayerBy() {
        TimeBar bar = new TimeBar(2, List.of(0.6, 0.85, 1.0));
        Layer fund = new Layer(
                Payer.MUTUAL,
                Layer.Kind.TERMS,
                100,
                ScenarioBuilder.NONE,
                0,
                ScenarioBuilder.NONE,
                1,
                null,
                0,
                ScenarioBuilder.NONE,
                false,
                0,
                null,
                null,
                List.of(),
                0,
                List.of(),
                null,
                0,
                null,
                bar);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 1;
        builder.operation("a", 0.5).event("flood", 1, 1_000);
        builder.policy("base", ScenarioBuilder.strict(), List.of(fund));
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(TestRuns.sums(result, 0, Measure.MUTUAL, 1)).containsExactly(750);
        assertThat(TestRuns.sums(result, 0, Measure.UNCOMPENSATED, 1)).containsExactly(250);
        assertThat(new TimeBar(1, List.of(0.6, 0.85)).inTime()).isEqualTo(0.6);
        assertThat(new TimeBar(9, List.of(0.6, 0.85)).inTime()).isEqualTo(0.85);
    }
}
