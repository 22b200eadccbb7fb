package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.duecare.assessment.DiscriminationAudit.Pair;
import org.duecare.assessment.DiscriminationAudit.Result;
import org.duecare.assessment.DiscriminationAudit.What;
import org.duecare.compiled.CompiledWorld;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePrices;
import org.duecare.simulation.InParallel;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;

/**
 * Compares equal risks of different nationality. Findings and compensation are read from every incident of the run again;
 * ratios have errors by the delta method, clustered by trial; premiums have errors by leaving out one block of the pilot at a
 * time, in both territories at once.
 */
public final class DiscriminationAuditor {
    /** Sets of equal risks times trials; four numbers are kept for each. */
    private static final long MOST_ENTRIES = 20_000_000;

    private final CompiledScenario compiled;
    private final RunResult run;
    private final List<Cell> cells = new ArrayList<>();
    private final int[] cellOf;
    private final int groups;

    /** Equal risks of one territory. */
    private record Cell(String group, String territory, List<Integer> operations) {}

    private DiscriminationAuditor(CompiledScenario compiled, RunResult run) {
        this.compiled = compiled;
        this.run = run;
        Map<String, Map<String, List<Integer>>> byRisk = new LinkedHashMap<>();
        List<Operation> operations = compiled.operations();
        for (int i = 0; i < operations.size(); i++) {
            byRisk.computeIfAbsent(risk(operations.get(i)), key -> new TreeMap<>())
                    .computeIfAbsent(operations.get(i).territory(), key -> new ArrayList<>())
                    .add(i);
        }
        this.cellOf = new int[operations.size()];
        java.util.Arrays.fill(cellOf, -1);
        int found = 0;
        for (Map.Entry<String, Map<String, List<Integer>>> risk : byRisk.entrySet()) {
            if (risk.getValue().size() > 1) {
                found++;
                Operation first = operations.get(
                        risk.getValue().values().iterator().next().get(0));
                String group = first.sector() + ", equal to " + first.operation();
                risk.getValue().forEach((territory, members) -> {
                    members.forEach(i -> cellOf[i] = cells.size());
                    cells.add(new Cell(group, territory, members));
                });
            }
        }
        this.groups = found;
        long entries = (long) cells.size() * run.scenario().trials();
        if (entries > MOST_ENTRIES) {
            throw new InvalidValueException(
                    "outputs",
                    "audit: " + cells.size() + " sets of equal risks by territory and "
                            + run.scenario().trials() + " trials are more than the audit holds",
                    "Ask for fewer trials");
        }
    }

    /** Everything that is rated but the territory, in words. */
    private static String risk(Operation o) {
        return o.sector() + ", revenue " + o.revenue() + ", net assets " + o.netAssets() + ", potential harm "
                + o.potentialHarm() + ", users " + o.users() + ", posture " + o.posture() + ", declared "
                + o.declared() + ", assurance " + o.assurance() + ", units " + new TreeMap<>(o.units())
                + ", providers " + o.providers();
    }

    /**
     * Audits all variants of a run, in their order; the run's columns must still be open.
     *
     * @param threads number of threads; does not show in the result
     */
    public static List<DiscriminationAudit> audit(CompiledScenario compiled, RunResult run, int threads) {
        DiscriminationAuditor auditor = new DiscriminationAuditor(compiled, run);
        List<Callable<List<Result>>> premiums = new ArrayList<>();
        run.variants().forEach(variant -> premiums.add(() -> auditor.premiums(variant.variant())));
        List<List<Result>> ofPremiums = InParallel.run(premiums, threads);
        List<DiscriminationAudit> audits = new ArrayList<>();
        for (int v = 0; v < run.variants().size(); v++) {
            audits.add(auditor.audit(v, ofPremiums.get(v)));
        }
        return List.copyOf(audits);
    }

    private DiscriminationAudit audit(int v, List<Result> ofPremiums) {
        List<Result> results = new ArrayList<>(ofPremiums);
        if (!cells.isEmpty()) {
            Ratios[] ratios = incidents(v);
            results.add(result(What.FINDING, ratios[0]));
            results.add(result(What.COMPENSATION, ratios[1]));
        }
        int members = cells.stream().mapToInt(cell -> cell.operations().size()).sum();
        return new DiscriminationAudit(run.variants().get(v).variant(), groups, members, results);
    }

    /** The premiums of a variant that states how they are made; nothing for the others. */
    private List<Result> premiums(String variant) {
        ExAntePrices prices = compiled.prices().get(variant);
        if (cells.isEmpty() || prices == null || prices.rule() == null) {
            return List.of();
        }
        double[] value = new double[cells.size()];
        List<Integer> asked = new ArrayList<>();
        int[] placeOf = new int[cells.size()];
        for (int c = 0; c < value.length; c++) {
            List<Integer> insured =
                    cells.get(c).operations().stream().filter(prices::insured).toList();
            value[c] = insured.stream()
                    .mapToDouble(i -> prices.premium(i).beforeTax())
                    .average()
                    .orElse(Double.NaN);
            placeOf[c] = asked.size();
            insured.stream().findFirst().ifPresent(asked::add);
        }
        double[][] leftOut = prices.leavingOutBlocks(asked);
        return List.of(result(What.PREMIUM, value, (a, b) -> jackknife(leftOut[placeOf[a]], leftOut[placeOf[b]])));
    }

    /** Standard error of a difference from values that leave out one of n blocks each: sqrt((n - 1) / n sum (d_b - mean d)^2). */
    static double jackknife(double[] first, double[] second) {
        int n = first.length;
        double mean = 0;
        for (int b = 0; b < n; b++) {
            mean += (first[b] - second[b]) / n;
        }
        double squares = 0;
        for (int b = 0; b < n; b++) {
            double apart = first[b] - second[b] - mean;
            squares += apart * apart;
        }
        return Math.sqrt(squares * (n - 1) / n);
    }

    /** Ratios of sums by trial, with what each trial adds to their error. */
    private static final class Ratios {
        private final double[][] above;
        private final double[][] below;

        Ratios(int cells, int trials) {
            above = new double[cells][trials];
            below = new double[cells][trials];
        }

        double value(int c) {
            double whole = sum(below[c]);
            return whole == 0 ? Double.NaN : sum(above[c]) / whole;
        }

        /** Standard error of the difference of two ratios, trials paired. */
        double error(int first, int second) {
            double a = value(first);
            double b = value(second);
            double sizeA = sum(below[first]);
            double sizeB = sum(below[second]);
            double squares = 0;
            for (int t = 0; t < above[first].length; t++) {
                double apart = (above[first][t] - a * below[first][t]) / sizeA
                        - (above[second][t] - b * below[second][t]) / sizeB;
                squares += apart * apart;
            }
            return Math.sqrt(squares);
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }

    private Ratios[] incidents(int v) {
        int trials = run.scenario().trials();
        Ratios[] ratios = {new Ratios(cells.size(), trials), new Ratios(cells.size(), trials)};
        for (int block = 0; block * (long) CompiledWorld.BLOCK < trials; block++) {
            for (int year = 1; year <= run.scenario().years(); year++) {
                EventRows rows = run.events().read(v, block, year);
                for (int row = 0; row < rows.size(); row++) {
                    int cell = cellOf[rows.operation(row)];
                    int trial = block * CompiledWorld.BLOCK + rows.slot(row);
                    long harm = rows.amount(Measure.HARM, row);
                    if (cell >= 0 && harm > 0) {
                        ratios[0].above[cell][trial] += rows.liable(row) ? 1 : 0;
                        ratios[0].below[cell][trial]++;
                        ratios[1].above[cell][trial] += Money.main(harm - rows.amount(Measure.UNCOMPENSATED, row));
                        ratios[1].below[cell][trial] += Money.main(harm);
                    }
                }
            }
        }
        return ratios;
    }

    private Result result(What what, Ratios ratios) {
        double[] value = new double[cells.size()];
        java.util.Arrays.setAll(value, ratios::value);
        return result(what, value, ratios::error);
    }

    /** Standard error of the difference of two cells. */
    private interface ErrorOf {
        double of(int first, int second);
    }

    private Result result(What what, double[] value, ErrorOf error) {
        double index = 0;
        int pairs = 0;
        List<Pair> offending = new ArrayList<>();
        for (int a = 0; a < value.length; a++) {
            for (int b = a + 1; b < value.length; b++) {
                if (!cells.get(a).group().equals(cells.get(b).group())
                        || Double.isNaN(value[a])
                        || Double.isNaN(value[b])) {
                    continue;
                }
                int high = value[a] >= value[b] ? a : b;
                int low = high == a ? b : a;
                double apart = value[high] - value[low];
                double se = error.of(high, low);
                Pair pair = new Pair(
                        cells.get(a).group(),
                        cells.get(high).territory(),
                        cells.get(low).territory(),
                        value[high],
                        value[low],
                        ConfidenceInterval.normal(apart, se));
                pairs++;
                index = Math.max(index, pair.index());
                boolean sure = apart > DiscriminationAudit.STANDARD_ERRORS * se;
                if (sure && pair.index() > DiscriminationAudit.TOLERANCE) {
                    offending.add(pair);
                }
            }
        }
        offending.sort(Comparator.comparingDouble(Pair::index).reversed());
        return new Result(what, index, pairs, offending);
    }
}
