package org.duecare.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.duecare.assessment.QuotePlan;
import org.duecare.diligence.Questionnaire;
import org.duecare.quantity.InvalidValueException;
import org.duecare.reports.QuoteFile;
import org.duecare.reports.WholeFile;
import org.duecare.reports.page.QuotePage;
import org.duecare.scenarios.LoadedScenario;
import org.duecare.scenarios.Overrides;
import org.duecare.scenarios.ProposalFile;
import org.duecare.underwriting.Proposal;
import org.duecare.underwriting.Quote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Underwrites one proposal: posture from its answers, premium by component, other terms, decision, improvements. */
@Command(
        name = "quote",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Quote for one proposal: premium by component, other terms, decision, what would save premium.",
        footer = {"", "Example:", "  duecare quote library:proposal-hospital --scenario library:eu-joint-fund"})
final class QuoteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "PROPOSAL", description = "Proposal file, or library:NAME.")
    private String file;

    @Option(
            names = "--scenario",
            required = true,
            paramLabel = "FILE",
            description = "Scenario whose world, law and cover hold, or library:NAME.")
    private String scenario;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "Quote the cover of this variant. Default: underwriting.variant of the scenario.")
    private String variant = "";

    @Option(
            names = "--answer",
            paramLabel = "CONTROL=ANSWER",
            description = "Change an answer of the proposal, for example backups=offline-copy; repeatable.")
    private List<String> answers = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page of the quote, without network, here.")
    private @Nullable Path page;

    @Option(names = "--force", description = "Replace a page that is there.")
    private boolean force;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (threads < 1 || threads > 1024) {
            err.println("error: --threads = " + threads + " must be between 1 and 1024");
            return ExitCode.USAGE;
        }
        if (page != null && Files.exists(page) && !force) {
            err.println("error: " + page + " exists. Name another file, or add --force");
            return ExitCode.OVERWRITE;
        }
        LoadedScenario loaded = options.read(scenario);
        loaded.warnings().forEach(warning -> err.println("warning: " + warning));
        Questionnaire questionnaire = loaded.questionnaire();
        if (questionnaire == null) {
            throw new InvalidValueException(
                    "diligence.questionnaire",
                    "of " + loaded.scenario().scenario() + " is none, so that no proposal can be read",
                    "Write diligence: {questionnaire: library:controls}");
        }
        List<String> set = answers.stream().map(answer -> "answers." + answer).toList();
        Proposal proposal = ProposalFile.read(file, questionnaire, new Overrides(set, null, null));
        WholeFile target = page == null ? null : WholeFile.at(page);
        Quote quote =
                QuotePlan.quote(loaded.scenario(), loaded.underwriting(), questionnaire, proposal, variant, threads);
        if (json) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new QuoteFile(quote).writeTo(bytes);
            out.println(bytes.toString(StandardCharsets.UTF_8).strip());
        } else {
            out.print(QuoteText.of(quote));
        }
        out.flush();
        if (target != null) {
            byte[] html = new QuotePage(quote).html().getBytes(StandardCharsets.UTF_8);
            target.write(stream -> stream.write(html));
            err.println("page: " + page);
        }
        return ExitCode.OK;
    }
}
