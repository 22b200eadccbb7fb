package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duecare.operation.Operation;
import org.duecare.operation.Taxonomy;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.Suggestions;
import org.jspecify.annotations.Nullable;

/** Reads taxonomies, and holds the sectors and causes of a scenario against those it names. */
public final class TaxonomyFile {
    private static final int MOST_SHOWN = 20;

    /** What the words of a taxonomy stand for in a scenario. */
    enum Subject {
        /** Sectors of operations, threats and filters. */
        SECTOR("sectorTaxonomy", "sector", "sectors"),
        /** Root causes of threats and seasons. */
        CAUSE("causeTaxonomy", "cause", "causes");

        private final String key;
        private final String one;
        private final String many;

        Subject(String key, String one, String many) {
            this.key = key;
            this.one = one;
            this.many = many;
        }
    }

    /** Words that stand where a sector may, and mean all of them or the one found worst. */
    private static final Set<String> NO_SECTORS = Set.of("all", "worst");

    private final Subject subject;
    private final Taxonomy taxonomy;
    private final Problems problems;

    private TaxonomyFile(Subject subject, Taxonomy taxonomy, Problems problems) {
        this.subject = subject;
        this.taxonomy = taxonomy;
        this.problems = problems;
    }

    /**
     * Reads a taxonomy and checks it.
     *
     * @param fileOrLibrary a file as typed, YAML or (named .json) JSON, or {@code library:NAME}
     * @throws org.duecare.scenarios.tree.ScenarioException with all faults
     */
    public static Taxonomy read(String fileOrLibrary) {
        Problems problems = new Problems();
        Overlays overlays = new Overlays(problems);
        return bind(overlays.resolve(Source.of(fileOrLibrary), Overrides.NONE), overlays, problems);
    }

    private static Taxonomy bind(Node.Mapping tree, Overlays overlays, Problems problems) {
        BindingContext context = new BindingContext("EUR", problems, overlays::data, Taxonomy.class);
        Bound bound = new Binder(context).record(Taxonomy.class, tree, "");
        problems.throwIfAny();
        if (!(bound.value() instanceof Taxonomy taxonomy)) {
            throw new IllegalStateException("a taxonomy was refused without a reason");
        }
        return taxonomy;
    }

    /** The taxonomy that a scenario names for a subject; null where it names none. */
    static @Nullable Taxonomy named(Subject subject, Node.Mapping scenario, Overlays overlays, Problems problems) {
        if (!(scenario.get(subject.key) instanceof Node.Scalar reference)
                || reference.isNone()
                || reference.text().isBlank()) {
            return null;
        }
        return bind(overlays.document(reference.text(), reference.position()), overlays, problems);
    }

    /**
     * A scenario's tree with every {@code sector} and {@code sectors}, or {@code causes}, in the words of the taxonomy; unknown
     * ones are refused.
     */
    static Node.Mapping inItsWords(Subject subject, Node.Mapping tree, @Nullable Taxonomy taxonomy, Problems problems) {
        return taxonomy == null ? tree : (Node.Mapping) new TaxonomyFile(subject, taxonomy, problems).walk(tree, "");
    }

    /** Refuses operations of a table whose sector the taxonomy does not have. */
    static void check(List<Operation> operations, @Nullable Taxonomy taxonomy, Position position, Problems problems) {
        if (taxonomy == null) {
            return;
        }
        for (Operation operation : operations) {
            if (!taxonomy.words().contains(operation.sector())) {
                new TaxonomyFile(Subject.SECTOR, taxonomy, problems)
                        .unknown(operation.sector(), position, "operations of " + operation.operation());
            }
        }
    }

    private Node walk(Node node, String path) {
        if (node instanceof Node.Sequence list) {
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                items.add(walk(list.items().get(i), path + "[" + i + "]"));
            }
            return new Node.Sequence(list.position(), items);
        }
        if (!(node instanceof Node.Mapping map)) {
            return node;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> {
            String child = path.isEmpty() ? key : path + "." + key;
            Node value;
            if (key.equals(subject.one)) {
                value = one(entry.value(), child);
            } else if (key.equals(subject.many)) {
                value = many(entry.value(), child);
            } else {
                value = walk(entry.value(), child);
            }
            entries.put(key, new Node.Entry(entry.key(), value));
        });
        return new Node.Mapping(map.position(), entries);
    }

    private Node one(Node node, String path) {
        if (!(node instanceof Node.Scalar word) || word.isNone() || NO_SECTORS.contains(word.text())) {
            return node;
        }
        List<String> classes = resolved(word, path);
        if (classes.size() > 1) {
            problems.add(
                    word.position(),
                    path,
                    "'" + Problem.shown(word.text()) + "' covers several " + subject.many + ": "
                            + String.join(", ", classes),
                    "Name one of them");
        }
        return classes.size() == 1 ? Node.text(word.position(), classes.get(0)) : node;
    }

    private Node many(Node node, String path) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        Map<String, Node> words = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (item instanceof Node.Scalar word) {
                resolved(word, path).forEach(name -> words.putIfAbsent(name, Node.text(word.position(), name)));
            } else {
                words.put("", item);
            }
        }
        return new Node.Sequence(list.position(), List.copyOf(words.values()));
    }

    /** What a word stands for; empty, with a problem, where it stands for nothing. */
    private List<String> resolved(Node.Scalar word, String path) {
        Optional<List<String>> classes = taxonomy.resolve(word.text());
        if (classes.isEmpty()) {
            unknown(word.text(), word.position(), path);
        } else if (classes.get().isEmpty()) {
            problems.add(
                    word.position(),
                    path,
                    "'" + Problem.shown(word.text()) + "' corresponds to no " + subject.one + " of "
                            + taxonomy.reference(),
                    "`duecare taxonomy` shows the mapping");
        }
        return classes.orElse(List.of());
    }

    private void unknown(String word, Position position, String path) {
        String near = Suggestions.nearest(word, taxonomy.allWords())
                .map(name -> "did you mean '" + name + "'?   ")
                .orElse("");
        List<String> words = taxonomy.words();
        problems.add(Problem.at(
                        position,
                        path,
                        "'" + Problem.shown(word) + "' is no " + subject.one + " of " + taxonomy.taxonomy(),
                        near + "there are: " + String.join(", ", words.subList(0, Math.min(MOST_SHOWN, words.size()))))
                .withHelp(subject.key));
    }
}
