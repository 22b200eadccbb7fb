package org.duecare.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.duecare.scenarios.tree.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The entry point. */
@Command(
        name = "duecare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates cyber due diligence, mandatory liability insurance and a joint liability fund.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  duecare run library:eu-joint-fund     simulate the shipped scenario",
            "  duecare init my-first                 write a commented scenario that runs in seconds",
            "  duecare check my-first.yaml           read, validate and price the run before running it",
            "  duecare explain fund.annualLimit      meaning, unit, range and default of a key"
        })
public final class Main implements Runnable {
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = CommandLine.ScopeType.INHERIT, description = "Show stack traces.")
    private boolean debug;

    @Option(
            names = "--color",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "auto (default), always or never. auto colours terminals unless NO_COLOR is set.")
    private Ink.When color = Ink.When.AUTO;

    private Main() {}

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("stress", StressCommand::new);
        commands.put("aggregate", AggregateCommand::new);
        commands.put("price", PriceCommand::new);
        commands.put("tariff", TariffCommand::new);
        commands.put("quote", QuoteCommand::new);
        commands.put("taxonomy", TaxonomyCommand::new);
        commands.put("library", LibraryCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("resolve", ResolveCommand::new);
        return commands;
    }

    /** The command line with the one command that is asked for, or with all when none is named. */
    private static CommandLine commandLine(Main main, String... arguments) {
        CommandLine commandLine = new CommandLine(main);
        boolean named = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        COMMANDS.forEach((name, command) -> {
            if (!named || name.equals(arguments[0])) {
                commandLine.addSubcommand(name, command.get());
            }
        });
        return commandLine;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command; returns its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Locale.setDefault(Locale.ROOT);
        Logger.getLogger("org.apache").setLevel(Level.SEVERE);
        if (arguments.length > 0 && !arguments[0].startsWith("-") && !COMMANDS.containsKey(arguments[0])) {
            return unknown(arguments[0], err);
        }
        CommandLine.Help.Ansi ansi = Ink.asked(arguments);
        Main main = new Main();
        CommandLine commandLine = commandLine(main, arguments)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (fault, line, parsed) -> Faults.report(fault, line.getErr(), ansi, main.debug));
        int code = commandLine.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static int unknown(String command, PrintWriter err) {
        String advice = Suggestions.nearest(command, COMMANDS.keySet())
                .map(word -> "did you mean '" + word + "'?   ")
                .orElse("");
        err.println("error: there is no command '" + command + "'");
        err.println("  " + advice + "commands: " + String.join(", ", COMMANDS.keySet()));
        err.flush();
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
