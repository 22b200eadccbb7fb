package org.duecare.underwriting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.duecare.distribution.StableMath;
import org.duecare.operation.RiskClass;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A tariff fitted to a record of claims, with 95 % intervals.
 *
 * @param base pure premium of a policy at the base level of every factor, main units a year
 * @param levels in the order of the factors
 * @param claimsDispersion Pearson's dispersion of the model of claims, or of paid amounts for burning cost; 1 for a Poisson law
 * @param sizeDispersion Pearson's dispersion of the model of sizes, the squared coefficient of variation of one claim; not a
 *     number for burning cost
 * @param fitted what the tariff expects for the exposure of the record, over what was paid
 * @param rates the tariff as a table; levels without claims are not in it
 */
public record FittedRelativities(
        Relativities.Method method,
        Estimate base,
        List<Level> levels,
        double claimsDispersion,
        double sizeDispersion,
        double fitted,
        RateTable rates) {
    private static final double NORMAL_95 = 1.959963984540054;

    /** Copies the levels. */
    public FittedRelativities {
        levels = List.copyOf(levels);
    }

    /** A value with its 95 % interval; ends that are not numbers where no freedom is left. */
    public record Estimate(double value, double low, double high) {
        static Estimate of(double value, double errorOfLogarithm) {
            return new Estimate(
                    value,
                    value * StableMath.exp(-NORMAL_95 * errorOfLogarithm),
                    value * StableMath.exp(NORMAL_95 * errorOfLogarithm));
        }
    }

    /**
     * A level of a rating factor.
     *
     * @param claims relativity of the number of claims; null for burning cost
     * @param size relativity of the mean size; null for burning cost
     * @param relativity of the pure premium; 0 without any claim
     */
    public record Level(
            RiskClass.Dimension factor,
            String level,
            double exposure,
            double numberOfClaims,
            double amount,
            @Nullable Estimate claims,
            @Nullable Estimate size,
            Estimate relativity) {}

    /**
     * Fits the relativities.
     *
     * @throws InvalidValueException where rows lack a factor, nothing was claimed, or factors depend on each other
     */
    static FittedRelativities fit(Relativities asked, Claims record) {
        Fit fit = new Fit(asked.factors(), record);
        return asked.method() == Relativities.Method.BURNING_COST ? fit.burningCost() : fit.frequencySeverity();
    }

    /** One fit: the record as cells of levels. */
    private static final class Fit {
        private final List<RiskClass.Dimension> dimensions;
        private final List<ClaimsRow> rows;
        private final List<Tariff.Factor> factors = new ArrayList<>();
        private final int[][] cells;

        Fit(List<RiskClass.Dimension> dimensions, Claims record) {
            this.dimensions = dimensions;
            this.rows = record.rows();
            this.cells = new int[rows.size()][dimensions.size()];
            for (int f = 0; f < dimensions.size(); f++) {
                RiskClass.Dimension dimension = dimensions.get(f);
                record.require(dimension);
                TreeMap<String, String> words = new TreeMap<>();
                rows.forEach(row -> words.put(dimension.rank(row.level(dimension)), row.level(dimension)));
                List<String> levels = List.copyOf(words.values());
                factors.add(new Tariff.Factor(dimension.key(), levels));
                for (int i = 0; i < cells.length; i++) {
                    cells[i][f] = levels.indexOf(rows.get(i).level(dimension));
                }
            }
        }

        FittedRelativities frequencySeverity() {
            for (int i = 0; i < rows.size(); i++) {
                ClaimsRow row = rows.get(i);
                if (row.claims() > 0 && row.amount() == 0) {
                    throw new InvalidValueException(
                            Claims.row(i),
                            "has claims for which nothing was paid, and sizes must be above 0",
                            "Count claims that were paid, or fit by burningCost");
                }
            }
            Tariff claims = fitted(() -> Tariff.fit(
                    factors,
                    cells,
                    column(ClaimsRow::exposure),
                    column(row -> row.claims() / row.exposure()),
                    LogLinearModel.Family.POISSON));
            Tariff size = fitted(() -> Tariff.fit(
                    claims,
                    cells,
                    column(ClaimsRow::claims),
                    column(row -> row.claims() == 0 ? 0 : row.amount() / row.claims()),
                    LogLinearModel.Family.GAMMA));
            return answer(Relativities.Method.FREQUENCY_SEVERITY, claims, size);
        }

        FittedRelativities burningCost() {
            Tariff paid = fitted(() -> Tariff.fit(
                    factors,
                    cells,
                    column(ClaimsRow::exposure),
                    column(row -> row.amount() / row.exposure()),
                    LogLinearModel.Family.POISSON));
            return answer(Relativities.Method.BURNING_COST, paid, null);
        }

        private double[] column(ToDoubleFunction<ClaimsRow> value) {
            return rows.stream().mapToDouble(value).toArray();
        }

        /** A refusal of the fit in the words of the file. */
        private Tariff fitted(Supplier<Tariff> fit) {
            try {
                return fit.get();
            } catch (InvalidValueException refused) {
                String shown = String.join(
                        ", ", factors.stream().map(Tariff.Factor::factor).toList());
                throw new InvalidValueException(
                        "relativities",
                        "by " + shown + " cannot be fitted: the record "
                                + (refused.name().equals("design")
                                        ? "does not tell these factors apart"
                                        : "holds no claim"),
                        "Leave a factor out, join levels, or bring more claims");
            }
        }

        private FittedRelativities answer(Relativities.Method method, Tariff first, @Nullable Tariff size) {
            List<Level> levels = new ArrayList<>();
            Map<RiskClass.Dimension, Map<String, Double>> relativities = new LinkedHashMap<>();
            for (int f = 0; f < dimensions.size(); f++) {
                Map<String, Double> of = new LinkedHashMap<>();
                for (int level = 0; level < factors.get(f).levels().size(); level++) {
                    Level one = level(f, level, first, size);
                    levels.add(one);
                    if (one.relativity().value() > 0) {
                        of.put(one.level(), one.relativity().value());
                    }
                }
                relativities.put(dimensions.get(f), of);
            }
            double base = first.base() * (size == null ? 1 : size.base());
            double errorOfBase =
                    size == null ? first.baseError() : StrictMath.hypot(first.baseError(), size.baseError());
            double expected = 0;
            double paid = 0;
            for (int i = 0; i < cells.length; i++) {
                expected += rows.get(i).exposure() * first.value(cells[i]) * (size == null ? 1 : size.value(cells[i]));
                paid += rows.get(i).amount();
            }
            return new FittedRelativities(
                    method,
                    Estimate.of(base, errorOfBase),
                    levels,
                    first.dispersion(),
                    size == null ? Double.NaN : size.dispersion(),
                    expected / paid,
                    table(base, relativities));
        }

        private static RateTable table(double base, Map<RiskClass.Dimension, Map<String, Double>> relativities) {
            return new RateTable(
                    base,
                    relativities.getOrDefault(RiskClass.Dimension.SECTOR, Map.of()),
                    relativities.getOrDefault(RiskClass.Dimension.TERRITORY, Map.of()),
                    relativities.getOrDefault(RiskClass.Dimension.SIZE, Map.of()),
                    relativities.getOrDefault(RiskClass.Dimension.POSTURE, Map.of()),
                    relativities.getOrDefault(RiskClass.Dimension.ASSURANCE, Map.of()),
                    Map.of());
        }

        private Level level(int f, int level, Tariff first, @Nullable Tariff size) {
            double exposure = 0;
            double claims = 0;
            double amount = 0;
            for (int i = 0; i < cells.length; i++) {
                if (cells[i][f] == level) {
                    exposure += rows.get(i).exposure();
                    claims += rows.get(i).claims();
                    amount += rows.get(i).amount();
                }
            }
            Estimate one = estimate(first, f, level);
            Estimate two = size == null ? null : estimate(size, f, level);
            Estimate whole = size == null
                    ? one
                    : Estimate.of(
                            first.relativity(f, level) * size.relativity(f, level),
                            StrictMath.hypot(first.standardError(f, level), size.standardError(f, level)));
            return new Level(
                    dimensions.get(f),
                    factors.get(f).levels().get(level),
                    exposure,
                    claims,
                    amount,
                    size == null ? null : one,
                    two,
                    whole);
        }

        private static Estimate estimate(Tariff tariff, int f, int level) {
            return Estimate.of(tariff.relativity(f, level), tariff.standardError(f, level));
        }
    }
}
