package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.SpreadColumns;
import org.duecare.diligence.ElementValues;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.operation.RiskClass;
import org.duecare.premium.DiscreteLoss;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.quantity.Require;
import org.duecare.settlement.EventReader;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;

/**
 * What insurers would pay in the first year for one more operation, under several terms and postures, all settled on one
 * history at addresses of their own. The other operations make the world (rates, peers, levels, whom incidents spread to);
 * only the incidents of the operation's own operator are regenerated. Where operators choose their care, the others hold what they
 * have chosen, and the operation what its answers show.
 */
public final class OperationPilot {
    /** Blocks where operations do not meet: 2^19 trial-years. */
    public static final int BLOCKS = 256;

    /** Blocks where incidents spread or providers fail, so that all operations must be looked at. */
    public static final int COUPLED_BLOCKS = Pilot.BLOCKS;

    /** What the seed is combined with: the letters QUOTE. */
    private static final long ADDRESSES = 0x51554F5445L;

    /** Operations times cases compiled at once, which bounds memory. */
    private static final int MOST_AT_ONCE = 500_000;

    private static final int UNITS_PER_THREAD = 4;

    private final int trialYears;
    private final double[][] paid;
    private final int[][] years;
    private final double[] damages;
    private final double[] shortfall;

    private OperationPilot(int cases, int trialYears) {
        this.trialYears = trialYears;
        this.paid = new double[cases][];
        this.years = new int[cases][];
        this.damages = new double[cases];
        this.shortfall = new double[cases];
    }

    /**
     * Terms and a change of posture.
     *
     * @param deductible of each incident
     * @param limit of each incident, infinite for none
     * @param annualLimit infinite for none
     * @param change added to the posture, by element
     */
    public record Case(double deductible, double limit, double annualLimit, ElementValues change) {}

    /**
     * Settles all cases.
     *
     * @param policy whose cover is asked for; it must have insurance
     * @param operation not yet in the scenario
     * @param blocks number of blocks of 2,048 trial-years
     */
    public static OperationPilot run(
            Scenario scenario, Policy policy, Operation operation, List<Case> cases, int blocks, int threads) {
        Require.that(!cases.isEmpty(), "cases", "must not be empty", "");
        requireNew(scenario, operation);
        Policy settled = ChosenCare.isOpen(policy) ? chosen(scenario, policy) : policy;
        OperationPilot pilot = new OperationPilot(cases.size(), blocks * CompiledWorld.BLOCK);
        int operations = PortfolioSynthesis.operations(scenario.operations(), scenario.portfolioSeed())
                .size();
        int atOnce = Math.max(1, Math.min(SpreadColumns.MOST_VARIANTS, MOST_AT_ONCE / Math.max(1, operations)));
        for (int from = 0; from < cases.size(); from += atOnce) {
            List<Case> some = cases.subList(from, Math.min(cases.size(), from + atOnce));
            pilot.settle(compile(scenario, settled, operation, some, blocks), operation, from, blocks, threads);
        }
        return pilot;
    }

    /** The policy with the care that the operations of the scenario choose under it. */
    private static Policy chosen(Scenario scenario, Policy policy) {
        return ScenarioCompiler.compile(scenario.withPolicies(List.of(policy)))
                .scenario()
                .policies()
                .get(0);
    }

    /** Whether all operations of a scenario must be looked at to price one. */
    public static boolean couples(Scenario scenario) {
        return !scenario.providers().isEmpty()
                || scenario.threats().stream().anyMatch(threat -> threat.contagion() != null);
    }

    /** The class by which an operation that joins a scenario is rated under a policy. */
    public static RiskClass riskClass(Scenario scenario, Policy policy, Operation operation) {
        return RiskClass.of(operation, new Certificates(scenario, List.of(operation), policy).level(operation, 1));
    }

    private static void requireNew(Scenario scenario, Operation operation) {
        boolean taken = PortfolioSynthesis.operations(scenario.operations(), scenario.portfolioSeed()).stream()
                .anyMatch(one -> one.operation().equals(operation.operation()));
        if (taken) {
            throw new InvalidValueException(
                    "operation",
                    "= " + operation.operation() + " is already in the scenario " + scenario.scenario(),
                    "Give the proposal's operation a name of its own");
        }
    }

    private static CompiledScenario compile(
            Scenario scenario, Policy policy, Operation operation, List<Case> cases, int blocks) {
        List<Operation> listed = new ArrayList<>(scenario.operations().listed());
        listed.add(operation);
        List<Policy> policies = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            policies.add(policy(policy, operation, cases.get(c), c));
        }
        return ScenarioCompiler.compile(scenario.upTo(1)
                .withOperations(new Portfolio(listed, scenario.operations().synthesise()))
                .with(scenario.seed() ^ ADDRESSES, blocks * CompiledWorld.BLOCK, policies));
    }

    private static Policy policy(Policy policy, Operation operation, Case asked, int number) {
        Insurance insurance = policy.insurance();
        if (insurance == null) {
            throw new InvalidValueException("insurance", "of variant " + policy.variant() + " is none", "");
        }
        List<Adjustment> adjust = new ArrayList<>(policy.adjust());
        if (!asked.change().equals(ElementValues.uniform(0))) {
            adjust.add(Adjustment.of(operation.operation(), asked.change()));
        }
        return policy.forPilot()
                .insuring(
                        "case-" + number,
                        insurance.forEverybody(asked.deductible(), asked.limit(), asked.annualLimit()),
                        adjust);
    }

    private void settle(CompiledScenario compiled, Operation operation, int first, int blocks, int threads) {
        int at = compiled.operations().indexOf(operation);
        int operator = operatorOf(compiled.world(), at);
        CompiledVariant[] variants = compiled.variants().toArray(CompiledVariant[]::new);
        int units = Math.min(blocks, UNITS_PER_THREAD * threads);
        List<Callable<Part>> tasks = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int from = (int) ((long) blocks * unit / units);
            int to = (int) ((long) blocks * (unit + 1) / units);
            tasks.add(() -> new Part(compiled.world(), variants, at, operator, from, to));
        }
        List<Part> parts = InParallel.run(tasks, threads);
        for (int v = 0; v < variants.length; v++) {
            int size = 0;
            long owed = 0;
            for (Part part : parts) {
                size += part.size[v];
                owed = Math.addExact(owed, part.damages[v]);
            }
            double[] all = new double[size];
            int[] when = new int[size];
            int next = 0;
            for (Part part : parts) {
                System.arraycopy(part.paid[v], 0, all, next, part.size[v]);
                System.arraycopy(part.year[v], 0, when, next, part.size[v]);
                next += part.size[v];
            }
            paid[first + v] = all;
            years[first + v] = when;
            damages[first + v] = owed / Money.MINOR_PER_MAIN / trialYears;
            shortfall[first + v] = variants[v].phase(1).shortfall[at];
        }
    }

    private static int operatorOf(CompiledWorld world, int operation) {
        int operator = 0;
        while (world.operators.firstOperation[operator + 1] <= operation) {
            operator++;
        }
        return operator;
    }

    /** Number of cases. */
    public int cases() {
        return paid.length;
    }

    /** Number of trial-years. */
    public int trialYears() {
        return trialYears;
    }

    /** The law of what insurers pay in the year in a case, main units. */
    public DiscreteLoss law(int number) {
        double[] of = paid[number];
        double[] losses = new double[of.length + 1];
        System.arraycopy(of, 0, losses, 1, of.length);
        Arrays.sort(losses);
        double[] weights = new double[losses.length];
        Arrays.fill(weights, 1);
        weights[0] = trialYears - of.length;
        return DiscreteLoss.ofSample(losses, weights);
    }

    /**
     * What insurers pay less on average in one case than in another, and the standard error of that, from the same
     * trial-years.
     */
    public double[] difference(int number, int other) {
        double sum = 0;
        double squares = 0;
        int i = 0;
        int j = 0;
        while (i < paid[number].length || j < paid[other].length) {
            int first = i < paid[number].length ? years[number][i] : Integer.MAX_VALUE;
            int second = j < paid[other].length ? years[other][j] : Integer.MAX_VALUE;
            double less = (first <= second ? paid[number][i] : 0) - (second <= first ? paid[other][j] : 0);
            sum += less;
            squares += less * less;
            i += first <= second ? 1 : 0;
            j += second <= first ? 1 : 0;
        }
        double mean = sum / trialYears;
        double variance = Math.max(0, squares / trialYears - mean * mean);
        return new double[] {mean, Math.sqrt(variance / trialYears)};
    }

    /** Damages that the operation is expected to owe in the year in a case, main units. */
    public double expectedDamages(int number) {
        return damages[number];
    }

    /** Shortfall of the operation at the start of the year in a case. */
    public double shortfall(int number) {
        return shortfall[number];
    }

    /** Some blocks: what was paid in the years in which anything was, by case. */
    private static final class Part {
        private final int[] size;
        private final double[][] paid;
        private final int[][] year;
        private final long[] damages;

        Part(CompiledWorld world, CompiledVariant[] variants, int operation, int operator, int from, int to) {
            size = new int[variants.length];
            paid = new double[variants.length][64];
            year = new int[variants.length][64];
            damages = new long[variants.length];
            EventReader reader = new EventReader(world, variants);
            long[] none = new long[CompiledWorld.BLOCK];
            for (int block = from; block < to; block++) {
                reader.open(block);
                for (int v = 0; v < variants.length; v++) {
                    add(v, block, operation, reader.readOperator(v, block, operator, none));
                }
            }
        }

        private void add(int v, int block, int operation, EventRows rows) {
            int slot = -1;
            long sum = 0;
            for (int row = 0; row < rows.size(); row++) {
                if (rows.operation(row) != operation) {
                    continue;
                }
                if (rows.slot(row) != slot) {
                    close(v, block * CompiledWorld.BLOCK + slot, sum);
                    slot = rows.slot(row);
                    sum = 0;
                }
                damages[v] = Math.addExact(damages[v], rows.amount(Measure.DAMAGES, row));
                sum += rows.amount(Measure.INSURER, row) + rows.amount(Measure.REINSURER, row);
            }
            close(v, block * CompiledWorld.BLOCK + slot, sum);
        }

        private void close(int v, int when, long sum) {
            if (sum > 0) {
                if (size[v] == paid[v].length) {
                    paid[v] = Arrays.copyOf(paid[v], 2 * size[v]);
                    year[v] = Arrays.copyOf(year[v], 2 * size[v]);
                }
                year[v][size[v]] = when;
                paid[v][size[v]++] = Money.main(sum);
            }
        }
    }
}
