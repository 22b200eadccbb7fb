package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duecare.scenarios.tree.CanonicalJson;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.SourceText;
import org.duecare.scenarios.tree.TreeMerge;
import org.duecare.scenarios.tree.TreePath;
import org.duecare.scenarios.tree.TreeReader;
import org.jspecify.annotations.Nullable;

/** Lays the sources of one scenario over each other: {@code extends}, recursively, then the file, then {@code --set}. */
final class Overlays {
    private static final int VERSION = 1;
    private static final int MOST_BASES = 50;

    private final Problems problems;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<DataFile> inputs = new ArrayList<>();

    Overlays(Problems problems) {
        this.problems = problems;
    }

    /** The tree of a scenario with its bases and overrides, still with its variants as overlays. */
    Node.Mapping resolve(Source main, Overrides overrides) {
        Node.Mapping tree = load(main, new ArrayList<>());
        tree = assign(tree, "seed", overrides.seed(), "--seed ");
        tree = assign(tree, "trials", overrides.trials(), "--trials ");
        for (String assignment : overrides.set()) {
            int equals = assignment.indexOf('=');
            String path = equals < 0 ? assignment : assignment.substring(0, equals);
            String value = equals < 0 ? null : assignment.substring(equals + 1);
            if (value == null) {
                Position position = new Position("--set " + Problem.shown(assignment), 0, 0);
                problems.add(position, "", "--set takes path=value", "Write for example --set trials=1000");
            }
            tree = assign(tree, path.strip(), value, "--set " + path + "=");
        }
        if (Disasters.is(tree)) {
            throw new ScenarioException(Problem.at(
                    tree.keyPosition(Disasters.KEY),
                    Disasters.KEY,
                    main.name() + " is a disaster, not a scenario",
                    "Lay it over one: duecare stress FILE --disaster " + main.name()));
        }
        return new Disasters(this::disaster, problems).expand(tree, overrides);
    }

    /** The tree of a disaster named at a place: a file beside the one that names it, or in the library. */
    private Node.Mapping disaster(String reference, Position from) {
        Source source = from.line() == 0 ? Source.of(reference) : sourceOf(from).relative(reference);
        try {
            return load(source, new ArrayList<>());
        } catch (ScenarioException missing) {
            throw named(missing, from, reference);
        }
    }

    /** Files read, scenario files and data files. */
    List<DataFile> inputs() {
        return inputs;
    }

    /** The source that a position belongs to; the main file for options. */
    Source sourceOf(Position position) {
        Source named = sources.get(position.file());
        return named == null ? sources.values().iterator().next() : named;
    }

    /** Reads a data file named at a place, and keeps its hash. */
    SourceText data(String reference, Position from) {
        Source source = sourceOf(from).relative(reference);
        try {
            byte[] bytes = source.dataBytes();
            inputs.add(new DataFile(source.name(), CanonicalJson.sha256(bytes), bytes.length));
            return SourceText.decodeData(source.name(), bytes);
        } catch (ScenarioException missing) {
            throw named(missing, from, reference);
        }
    }

    /** Reads a document named at a place, and keeps its hash. */
    Node.Mapping document(String reference, Position from) {
        Source source = sourceOf(from).relative(reference);
        try {
            byte[] bytes = source.scenarioBytes();
            sources.putIfAbsent(source.name(), source);
            inputs.add(new DataFile(source.name(), CanonicalJson.sha256(bytes), bytes.length));
            return TreeReader.document(SourceText.decode(source.name(), bytes), source.isJson(), problems);
        } catch (ScenarioException missing) {
            throw named(missing, from, reference);
        }
    }

    /** The hash of a data file already read. */
    String sha256(String reference, Position from) {
        String name = sourceOf(from).relative(reference).name();
        return inputs.stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    private Node.Mapping load(Source source, List<Source> chain) {
        refuseCycle(source, chain);
        byte[] bytes = source.scenarioBytes();
        sources.putIfAbsent(source.name(), source);
        SourceText text = SourceText.decode(source.name(), bytes);
        inputs.add(new DataFile(source.name(), CanonicalJson.sha256(bytes), bytes.length));
        Node.Mapping tree = TreeReader.document(text, source.isJson(), problems);
        if (tree.entries().isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(tree.position(), "", source.name() + " is empty", "Start with `duecare init`");
            }
            problems.throwIfAny();
        }
        checkVersion(tree);
        if (!(tree.get("extends") instanceof Node.Scalar base) || base.isNone()) {
            return tree.without("extends");
        }
        List<Source> longer = new ArrayList<>(chain);
        longer.add(source);
        try {
            Node.Mapping below = load(source.relative(base.text()), longer);
            return TreeMerge.merge(below, tree.without("extends"));
        } catch (ScenarioException missing) {
            throw named(missing, base.position(), base.text());
        }
    }

    /** A missing file, told at the place that names it. */
    private static ScenarioException named(ScenarioException missing, Position from, String reference) {
        List<Problem> told = missing.problems().stream()
                .map(problem ->
                        problem.kind() == Problem.Kind.FILE && problem.advice().indexOf("named at") < 0
                                ? Problem.file(
                                        problem.file(),
                                        problem.message(),
                                        (problem.advice().isEmpty() ? "" : problem.advice() + "   ") + "named at "
                                                + from + " as '" + Problem.shown(reference) + "'")
                                : problem)
                .toList();
        return new ScenarioException(told);
    }

    private static void refuseCycle(Source source, List<Source> chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).identity().equals(source.identity())) {
                List<String> names = new ArrayList<>();
                chain.subList(i, chain.size()).forEach(link -> names.add(link.name()));
                names.add(chain.get(i).name());
                throw new ScenarioException(Problem.at(
                        new Position(chain.get(chain.size() - 1).name(), 0, 0),
                        "extends",
                        "extends runs in a circle: " + String.join(" -> ", names),
                        "Remove one extends"));
            }
        }
        if (chain.size() >= MOST_BASES) {
            throw new ScenarioException(Problem.at(
                    new Position(source.name(), 0, 0),
                    "extends",
                    "more than " + MOST_BASES + " files extend each other",
                    ""));
        }
    }

    private void checkVersion(Node.Mapping tree) {
        Node version = tree.get("schemaVersion");
        if (version == null) {
            problems.add(Problem.at(
                            tree.position(),
                            "schemaVersion",
                            "'schemaVersion' is missing",
                            "Write schemaVersion: " + VERSION)
                    .withHelp("schemaVersion"));
        } else if (version instanceof Node.Scalar scalar && scalar.text().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(scalar.text());
            if (number > VERSION && scalar.style() == Node.Style.PLAIN) {
                String message = "schemaVersion " + number + " is newer than this build (" + VERSION + ")";
                throw new ScenarioException(Problem.at(scalar.position(), "schemaVersion", message, "Update duecare"));
            }
        }
    }

    private Node.Mapping assign(Node.Mapping tree, String path, @Nullable String value, String option) {
        if (value == null) {
            return tree;
        }
        Position position = new Position(Problem.shown(option + value), 0, 0);
        Optional<TreePath> parsed = TreePath.parse(path);
        if (parsed.isEmpty()) {
            problems.add(
                    position,
                    "",
                    "'" + Problem.shown(path) + "' is no path",
                    "Write for example threats[ransomware].incidentsPerYear");
            return tree;
        }
        if (parsed.get().root().equals("extends")) {
            problems.add(position, "extends", "extends cannot be set", "Write a file that extends both");
            return tree;
        }
        return parsed.get().put(tree, TreeReader.fragment(value, position, problems), problems);
    }
}
