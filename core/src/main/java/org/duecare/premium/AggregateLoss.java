package org.duecare.premium;

import java.util.ArrayList;
import java.util.List;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.InvalidValueException;

/**
 * The exact engine: the law of a year's sum of claims on a grid, refined until a tolerance is met, and the layers on it.
 * Means, variances and skewness are exact where no annual terms stand.
 */
public final class AggregateLoss {
    private static final double COVERED = 1e-12;
    private static final double TILTED = 40;

    private final AggregateCase asked;
    private final TransformLibrary library;
    private double gridError;
    private double momentError;
    private double aliasing;

    private AggregateLoss(AggregateCase asked, TransformLibrary library) {
        this.asked = asked;
        this.library = library;
    }

    /** Answers a case. */
    public static AggregateAnswer answer(AggregateCase asked) {
        return answer(asked, TransformLibrary.DUECARE);
    }

    /**
     * Answers for any compound law under annual terms.
     *
     * @param quantiles probabilities at which quantiles are wanted
     * @param buckets most points of the grid, a power of two
     */
    public static AggregateAnswer answer(
            CompoundLaw law,
            double annualDeductible,
            double annualLimit,
            List<Double> quantiles,
            double tolerance,
            int buckets) {
        CompoundLaw.Source first = law.sources().get(0);
        AggregateCase asked = new AggregateCase(
                1,
                "law",
                "",
                "XXX",
                first.count(),
                first.size().law(),
                new AggregateTerms(0, Double.POSITIVE_INFINITY, 1, annualDeductible, annualLimit),
                List.of(),
                List.of(),
                List.of(),
                quantiles,
                List.of(),
                tolerance,
                AggregateCase.Method.AUTO,
                Discretisation.LOCAL_MEAN,
                null,
                buckets);
        return new AggregateLoss(asked, TransformLibrary.DUECARE).answer(law);
    }

    /** Answers a case with a chosen library. */
    public static AggregateAnswer answer(AggregateCase asked, TransformLibrary library) {
        return new AggregateLoss(asked, library).answer();
    }

    /**
     * P(S <= loss) of a compound law on one grid, without refinement.
     *
     * @param step width of the grid, main units
     * @param buckets a power of two; step times buckets must hold nearly all of the law
     */
    public static double onGrid(
            CountLaw count, LossLaw severity, double step, int buckets, TransformLibrary library, double loss) {
        ExactMethod method = new ExactMethod(false, Discretisation.LOCAL_MEAN, library);
        return CompoundGrid.of(CompoundLaw.of(count, ClaimSize.of(severity)), step, buckets, 0, false, method)
                .cdf(loss);
    }

    private AggregateAnswer answer() {
        return answer(asked.law());
    }

    private AggregateAnswer answer(CompoundLaw law) {
        AnnualTerms terms =
                new AnnualTerms(asked.terms().annualDeductible(), asked.terms().annualLimit());
        List<Double> amounts = new ArrayList<>();
        asked.points().forEach(point -> amounts.add(terms.deductible() + point));
        amounts.add(terms.end());
        double mean = law.mean();
        Refinement main = refine(law, amounts, asked.level(), grid -> numbers(grid, law, terms, mean));
        List<AggregateAnswer.LayerAnswer> layers = new ArrayList<>();
        for (AggregateLayer layer : asked.layers()) {
            layers.add(layer(law, terms, layer));
        }
        return answer(main, law, terms, layers);
    }

    /** What is read from each grid, in order: points, quantiles, moments under annual terms. */
    private Numbers numbers(CompoundGrid grid, CompoundLaw law, AnnualTerms terms, double mean) {
        Numbers numbers = new Numbers();
        double whole = terms.stopLoss(grid, mean, 0);
        for (double loss : asked.points()) {
            numbers.add(terms.cdf(grid, loss), 1);
            numbers.add(terms.probability(grid, loss), 1);
            numbers.add(terms.stopLoss(grid, mean, loss), whole);
        }
        for (double p : asked.quantiles()) {
            double quantile = terms.quantile(grid, p);
            double tvar = quantile + terms.stopLoss(grid, mean, quantile) / (1 - p);
            numbers.add(quantile, Double.isInfinite(tvar) ? quantile : tvar);
            numbers.add(tvar, tvar);
        }
        if (!asked.principles().isEmpty()) {
            prices(numbers, grid, terms, mean);
        }
        if (!terms.isNone()) {
            double variance = terms.moment(grid, law, whole, 2);
            numbers.add(whole, whole);
            numbers.add(variance, variance + whole * whole);
            numbers.add(terms.moment(grid, law, whole, 3), variance * Math.sqrt(variance));
        }
        return numbers;
    }

    private void prices(Numbers numbers, CompoundGrid grid, AnnualTerms terms, double mean) {
        boolean priced = mean < Double.POSITIVE_INFINITY || terms.limit() < Double.POSITIVE_INFINITY;
        DiscreteLoss losses = priced ? terms.losses(grid, mean) : null;
        for (PrincipleChoice choice : asked.principles()) {
            double price = losses == null ? mean : choice.toPrinciple().price(losses);
            numbers.add(price, price);
        }
    }

    private AggregateAnswer answer(
            Refinement main, CompoundLaw law, AnnualTerms terms, List<AggregateAnswer.LayerAnswer> layers) {
        double[] values = main.values();
        int at = 0;
        List<AggregateAnswer.Point> points = new ArrayList<>();
        for (double loss : asked.points()) {
            double cdf = Math.max(0, Math.min(1, values[at++]));
            points.add(new AggregateAnswer.Point(loss, cdf, Math.max(0, values[at++]), Math.max(0, values[at++])));
        }
        List<AggregateAnswer.Quantile> quantiles = new ArrayList<>();
        for (double p : asked.quantiles()) {
            quantiles.add(new AggregateAnswer.Quantile(p, values[at++], values[at++]));
        }
        List<AggregateAnswer.Price> prices = new ArrayList<>();
        for (PrincipleChoice choice : asked.principles()) {
            prices.add(new AggregateAnswer.Price(choice.principle().key(), values[at++]));
        }
        double mean = law.mean();
        double variance = law.variance();
        double third = variance < Double.POSITIVE_INFINITY ? law.thirdCentralMoment() : Double.POSITIVE_INFINITY;
        if (!terms.isNone()) {
            mean = values[at];
            variance = Math.max(0, values[at + 1]);
            third = values[at + 2];
        }
        double sd = Math.sqrt(variance);
        double skewness = sd > 0 ? third / (variance * sd) : Double.NaN;
        double worst = Math.max(gridError, Math.max(momentError, aliasing));
        return new AggregateAnswer(
                asked.aggregate(),
                asked.currency(),
                main.grid().method().panjer() ? "panjer" : "fft",
                main.grid().step(),
                main.grid().buckets(),
                mean,
                sd,
                Double.isFinite(skewness) ? skewness : Double.NaN,
                points,
                quantiles,
                layers,
                prices,
                new AggregateAnswer.SelfCheck(
                        worst <= asked.tolerance(), momentError, aliasing, gridError, asked.tolerance()));
    }

    private AggregateAnswer.LayerAnswer layer(CompoundLaw law, AnnualTerms terms, AggregateLayer layer) {
        CompoundLaw claims = new CompoundLaw(law.sources().stream()
                .map(source ->
                        new CompoundLaw.Source(source.count(), source.size().layer(layer.deductible(), layer.limit())))
                .toList());
        AnnualTerms annual = terms.then(new AnnualTerms(layer.annualDeductible(), layer.most()));
        double mean = claims.mean();
        if (annual.isNone()) {
            double sd = Math.sqrt(claims.variance());
            return new AggregateAnswer.LayerAnswer(layer.share() * mean, layer.share() * sd, layer.share() * mean);
        }
        List<Double> amounts = new ArrayList<>();
        amounts.add(annual.deductible());
        for (int k = 1; k <= layer.reinstatements().size(); k++) {
            amounts.add(annual.deductible() + Math.min(annual.limit(), k * layer.limit()));
        }
        amounts.add(annual.end());
        Refinement refined = refine(claims, amounts, 0, grid -> {
            Numbers numbers = new Numbers();
            double paid = annual.stopLoss(grid, mean, 0);
            double variance = annual.moment(grid, claims, paid, 2);
            numbers.add(paid, paid);
            numbers.add(variance, variance + paid * paid);
            numbers.add(layer.paidAgain(grid::limitedMean), 1);
            return numbers;
        });
        double paid = refined.values()[0];
        double sd = Math.sqrt(Math.max(0, refined.values()[1]));
        double premium = paid / (1 + refined.values()[2]);
        return new AggregateAnswer.LayerAnswer(layer.share() * paid, layer.share() * sd, layer.share() * premium);
    }

    /** Refines, with the moments of the grid itself as further numbers, and keeps the worst of all checks. */
    private Refinement refine(
            CompoundLaw law,
            List<Double> amounts,
            double level,
            java.util.function.Function<CompoundGrid, Numbers> wanted) {
        GridPlan plan = GridPlan.of(law, amounts, level, asked.buckets());
        List<Double> steps = steps(plan);
        ExactMethod method = method(law, plan, steps);
        double eta = plan.tail() <= COVERED ? 0 : TILTED / plan.range();
        double exact = eta == 0 ? law.mean() : law.tiltedMean(eta);
        double sd = Math.sqrt(law.variance());
        Refinement refined = Refinement.of(law, plan, steps, method, asked.tolerance(), grid -> {
            Numbers numbers = wanted.apply(grid);
            numbers.add(grid.tiltedMean(eta), exact);
            numbers.add(eta == 0 ? grid.sd() : 0, 1 + sd);
            return numbers.columns();
        });
        double[] values = refined.values();
        double own = exact > 0 ? Math.abs(values[values.length - 2] / exact - 1) : values[values.length - 2];
        momentError = Math.max(momentError, own);
        if (eta == 0 && sd > 0) {
            momentError = Math.max(momentError, Math.abs(values[values.length - 1] / sd - 1));
        }
        gridError = Math.max(gridError, refined.error());
        aliasing = Math.max(aliasing, refined.grid().aliasing());
        return refined;
    }

    private List<Double> steps(GridPlan plan) {
        Double step = asked.step();
        if (step == null) {
            return plan.steps(asked.buckets());
        }
        if (plan.buckets(step) > asked.buckets()) {
            throw new InvalidValueException(
                    "step",
                    "= " + step + " would need " + plan.buckets(step) + " buckets to reach " + plan.range(),
                    "Write a larger step, or raise buckets = " + asked.buckets());
        }
        return plan.lattice() ? List.of(step) : List.of(4 * step, 2 * step, step);
    }

    private ExactMethod method(CompoundLaw law, GridPlan plan, List<Double> steps) {
        boolean panjer = asked.method() == AggregateCase.Method.PANJER;
        if (asked.method() == AggregateCase.Method.AUTO && plan.lattice()) {
            double step = steps.get(0);
            double most = law.sources().get(0).size().most();
            double severities = Math.min(most / step + 1, plan.buckets(step));
            panjer = Panjer.fits(law, Math.toIntExact(plan.buckets(step)), (int) severities);
        }
        return new ExactMethod(panjer, asked.discretisation(), library);
    }

    /** Numbers and their scales. */
    private static final class Numbers {
        private final List<Double> values = new ArrayList<>();
        private final List<Double> scales = new ArrayList<>();

        void add(double value, double scale) {
            values.add(value);
            scales.add(scale > 0 && scale < Double.POSITIVE_INFINITY ? scale : 1);
        }

        double[][] columns() {
            return new double[][] {
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                scales.stream().mapToDouble(Double::doubleValue).toArray()
            };
        }
    }
}
