package org.duecare.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.duecare.assessment.PilotTariff;
import org.duecare.assessment.PriceCalibration;
import org.duecare.assessment.PriceTable;
import org.duecare.operation.RiskClass;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.quantity.InvalidValueException;
import org.duecare.scenarios.LoadedScenario;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePrices;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.Policy;
import org.duecare.simulation.ScenarioCompiler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prices liability insurance before the first trial: by class, by principle, with the capital behind it. */
@Command(
        name = "price",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Price the liability insurance of each variant, by class and by principle.",
        footer = {"", "Example:", "  duecare price library:eu-joint-fund --by sector,size --principle wang,lambda=0.25"
        })
final class PriceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE", description = "Scenario file, or library:NAME.")
    private String file;

    @Option(names = "--variant", paramLabel = "NAME", description = "Price this variant alone.")
    private @Nullable String variant;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            split = ",",
            description = "Dimensions of the classes shown: ${COMPLETION-CANDIDATES}. Default: sector.")
    private List<RiskClass.Dimension> by = List.of(RiskClass.Dimension.SECTOR);

    @Option(
            names = "--principle",
            paramLabel = "NAME,KEY=VALUE",
            description = "A further principle, for example wang,lambda=0.25; repeatable.")
    private List<String> principles = new ArrayList<>();

    @Option(
            names = "--capital-level",
            paramLabel = "P",
            description = "Level of assets and tail of the portfolio. Default: 0.995.")
    private double capitalLevel = 0.995;

    @Option(
            names = "--target-return",
            paramLabel = "R",
            description = "Find the parameters that give this return on the portfolio's capital.")
    private @Nullable Double targetReturn;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<PrincipleChoice> further = new ArrayList<>();
        try {
            principles.forEach(text -> further.add(principle(text)));
            requireOptions();
        } catch (InvalidValueException bad) {
            err.println("error: " + bad.getMessage());
            return ExitCode.USAGE;
        }
        LoadedScenario loaded = options.read(file);
        loaded.warnings().forEach(warning -> err.println("warning: " + warning));
        List<Policy> wanted = loaded.scenario().policies().stream()
                .filter(policy -> variant == null || policy.variant().equals(variant))
                .toList();
        if (wanted.isEmpty()) {
            err.println("error: --variant = " + variant + " is not a variant of this scenario");
            return ExitCode.USAGE;
        }
        CompiledScenario priced = ExAntePricing.pricedAll(
                ScenarioCompiler.compile(loaded.scenario()),
                wanted.stream().map(Policy::variant).toList(),
                threads);
        List<PriceText> texts = new ArrayList<>();
        for (Policy policy : wanted) {
            ExAntePrices prices = priced.prices().get(policy.variant());
            if (prices != null) {
                texts.add(priced(policy, prices, further, loaded.scenario().currency()));
            }
        }
        if (json) {
            out.println(PriceText.json(
                    loaded.scenario().scenario(), loaded.scenario().currency(), texts));
        } else {
            texts.forEach(text -> out.println(text.text()));
        }
        return ExitCode.OK;
    }

    private void requireOptions() {
        if (threads < 1 || threads > 1024) {
            throw new InvalidValueException("--threads", "= " + threads + " must be between 1 and 1024", "");
        }
        if (!(capitalLevel >= 0 && capitalLevel < 1)) {
            throw new InvalidValueException(
                    "--capital-level", "= " + capitalLevel + " must be at least 0 and below 1", "");
        }
        if (targetReturn != null && !(targetReturn >= 0 && targetReturn <= 10)) {
            throw new InvalidValueException("--target-return", "= " + targetReturn + " must be between 0 and 10", "");
        }
    }

    private PriceText priced(Policy policy, ExAntePrices prices, List<PrincipleChoice> further, String currency) {
        PremiumRule stated = prices.rule();
        List<PrincipleChoice> others = new ArrayList<>(further);
        PremiumRule rule = stated == null ? PremiumRule.of(first(others)) : stated;
        PriceTable table = PriceTable.of(policy.variant(), prices, rule, others, by, capitalLevel);
        List<PriceCalibration> calibrations =
                targetReturn == null ? List.of() : PriceCalibration.of(prices, table.portfolio(), targetReturn);
        PilotTariff tariff = null;
        String problem = "";
        try {
            tariff = PilotTariff.of(prices);
        } catch (InvalidValueException none) {
            problem = String.valueOf(none.getMessage());
        }
        return new PriceText(table, tariff, problem, calibrations, currency);
    }

    /** The first principle named; without any, pure premiums, and the principles of the documentation for comparison. */
    private static PrincipleChoice first(List<PrincipleChoice> others) {
        if (!others.isEmpty()) {
            return others.remove(0);
        }
        others.add(PrincipleChoice.of("standardDeviation", Map.of("load", 0.3)));
        others.add(PrincipleChoice.of("proportionalHazard", Map.of("exponent", 0.8)));
        return PrincipleChoice.of("wang", Map.of("lambda", 0.25));
    }

    private static PrincipleChoice principle(String text) {
        String[] parts = text.split("[,: ]+");
        Map<String, Double> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=");
            try {
                if (pair.length != 2) {
                    throw new NumberFormatException(parts[i]);
                }
                parameters.put(pair[0], Double.valueOf(pair[1]));
            } catch (NumberFormatException none) {
                throw new InvalidValueException(
                        "--principle",
                        "= " + text + " must be a name with KEY=VALUE, for example wang,lambda=0.25",
                        "");
            }
        }
        return PrincipleChoice.of(parts[0], parameters);
    }
}
