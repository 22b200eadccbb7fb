package org.duecare.scenarios;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duecare.diligence.Questionnaire;
import org.duecare.operation.Taxonomy;
import org.duecare.quantity.InvalidValueException;
import org.duecare.scenarios.TaxonomyFile.Subject;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.tree.CanonicalJson;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Problems;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;

/** Reads scenario files. */
public final class ScenarioFile {
    /** Keys that say nothing about the result. */
    private static final String[] UNHASHED = {
        "title", "outputs", "stress", "welfare", "underwriting", "variants", "extends"
    };

    private final Problems problems = new Problems();
    private final Overlays overlays = new Overlays(problems);

    private ScenarioFile() {}

    /**
     * Reads a scenario, lays its bases and the overrides, and checks everything that can be checked without simulating.
     *
     * @param fileOrLibrary a file as typed, YAML or (named .json) JSON, or {@code library:NAME}
     * @throws org.duecare.scenarios.tree.ScenarioException with all faults
     */
    public static LoadedScenario read(String fileOrLibrary, Overrides overrides) {
        return new ScenarioFile().load(Source.of(fileOrLibrary), overrides);
    }

    /** Reads a scenario from a file. */
    public static LoadedScenario read(Path file, Overrides overrides) {
        return new ScenarioFile().load(new Source(file.toString(), file), overrides);
    }

    /** Reads a scenario that another file names. */
    static LoadedScenario read(Source source, Overrides overrides) {
        return new ScenarioFile().load(source, overrides);
    }

    private LoadedScenario load(Source main, Overrides overrides) {
        Node.Mapping tree = overlays.resolve(main, overrides);
        String currency =
                tree.get("currency") instanceof Node.Scalar code && code.text().matches("[A-Z]{3}")
                        ? code.text()
                        : "EUR";
        tree = new TariffFile(overlays, problems).inPlace(tree, currency);
        Taxonomy sectors = TaxonomyFile.named(Subject.SECTOR, tree, overlays, problems);
        tree = TaxonomyFile.inItsWords(Subject.SECTOR, tree, sectors, problems);
        Taxonomy causes = TaxonomyFile.named(Subject.CAUSE, tree, overlays, problems);
        tree = TaxonomyFile.inItsWords(Subject.CAUSE, tree, causes, problems);
        Questionnaire questionnaire = QuestionnaireFile.named(tree, overlays, problems);
        BindingContext context =
                new BindingContext(currency, problems, overlays::data, ScenarioForm.class, questionnaire);
        Binder binder = new Binder(context);
        Node.Mapping world = tree.without("variants");
        Bound bound = binder.record(ScenarioForm.class, world, "");
        Variants variants = new Variants(binder, problems, world);
        List<Variants.Made> made = variants.all(tree, bound);
        if (!(bound.value() instanceof ScenarioForm form)) {
            problems.throwIfAny();
            throw new IllegalStateException("a scenario was refused without a reason");
        }
        variants.checkComparison(form, made, tree);
        TaxonomyFile.check(form.operations().listed(), sectors, tree.keyPosition("operations"), problems);
        for (String unknown : form.underwriting().unknown(questionnaire)) {
            problems.add(tree.keyPosition("underwriting"), "underwriting.rules", unknown, "");
        }
        problems.throwIfAny();
        Scenario scenario = scenario(form, made, tree);
        Node.Mapping resolved = resolved((Node.Mapping) bound.node(), tree);
        String hash = CanonicalJson.sha256(hashed((Node.Mapping) bound.node(), made));
        return new LoadedScenario(
                scenario,
                form.outputs(),
                form.stress(),
                form.welfare(),
                form.underwriting(),
                resolved,
                hash,
                overlays.inputs(),
                Warnings.of(form, scenario),
                questionnaire);
    }

    private Scenario scenario(ScenarioForm form, List<Variants.Made> made, Node.Mapping tree) {
        List<Policy> policies = made.stream().map(Variants.Made::policy).toList();
        try {
            return new Scenario(
                    form.scenario(),
                    form.title(),
                    form.currency(),
                    form.seed(),
                    form.portfolioSeed(),
                    form.trials(),
                    form.years(),
                    form.firstYear(),
                    form.generator(),
                    form.operations(),
                    form.threats(),
                    form.providers(),
                    form.events(),
                    form.policy().diligence(),
                    form.policy().territories(),
                    policies,
                    form.compareTo(),
                    form.accuracy());
        } catch (InvalidValueException refused) {
            problems.add(tree.keyPosition(refused.name()), refused.name(), String.valueOf(refused.getMessage()), "");
            problems.throwIfAny();
            throw refused;
        }
    }

    /** The bound tree with the variants as written: a scenario file of its own. */
    private static Node.Mapping resolved(Node.Mapping bound, Node.Mapping tree) {
        Node.Mapping resolved = bound.without("extends", "variants");
        return tree.get("variants") instanceof Node.Mapping variants
                ? resolved.with("variants", new Node.Entry(tree.keyPosition("variants"), variants))
                : resolved;
    }

    /** What the hash is taken of: everything that can change a result, each variant in full. */
    private Node.Mapping hashed(Node.Mapping bound, List<Variants.Made> made) {
        Node.Mapping hashed = bound.without(UNHASHED);
        if (hashed.get("threats") instanceof Node.Sequence threats) {
            List<Node> bare = threats.items().stream()
                    .map(threat -> (Node) ((Node.Mapping) threat).without("source", "confidence"))
                    .toList();
            Node.Sequence list = new Node.Sequence(threats.position(), bare);
            hashed = hashed.with("threats", new Node.Entry(threats.position(), list));
        }
        if (hashed.get("operations") instanceof Node.Mapping portfolio
                && portfolio.get("file") instanceof Node.Scalar file) {
            Node.Mapping bytes = new Node.Mapping(
                    file.position(),
                    Map.of("sha256", new Node.Entry(file.position(), Node.text(file.position(), sha256Of(file)))));
            hashed = hashed.with("operations", new Node.Entry(file.position(), bytes));
        }
        Map<String, Node.Entry> policies = new LinkedHashMap<>();
        made.forEach(variant -> policies.put(
                variant.policy().variant(), new Node.Entry(variant.node().position(), variant.node())));
        return hashed.with("variants", new Node.Entry(bound.position(), new Node.Mapping(bound.position(), policies)));
    }

    private String sha256Of(Node.Scalar file) {
        return overlays.sha256(file.text(), file.position());
    }
}
