package org.duecare.scenarios;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.binding.RecordTable;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.underwriting.Claims;
import org.duecare.underwriting.TariffAnswer;
import org.duecare.underwriting.TariffCase;
import org.jspecify.annotations.Nullable;

/** Reads tariff files, and puts the tariff that a scenario names into its premium rules. */
public final class TariffFile {
    /** The key of a premium that names a tariff file. */
    static final String REFERENCE = "tariff";

    private static final String PREMIUM = "premium";
    private static final Pattern ROW = Pattern.compile("claims\\.rows\\[([0-9]+)\\]");

    private final Overlays overlays;
    private final Problems problems;

    TariffFile(Overlays overlays, Problems problems) {
        this.overlays = overlays;
        this.problems = problems;
    }

    /** A tariff file that was read. */
    public static final class Loaded {
        private final TariffFile file;
        private final Node.Mapping tree;
        private final TariffCase asked;
        private final @Nullable LoadedScenario simulated;

        private Loaded(TariffFile file, Node.Mapping tree, TariffCase asked, @Nullable LoadedScenario simulated) {
            this.file = file;
            this.tree = tree;
            this.asked = asked;
            this.simulated = simulated;
        }

        /** Its keys. */
        public TariffCase asked() {
            return asked;
        }

        /** The scenario whose claims it asks for; null for a record. */
        public @Nullable LoadedScenario simulated() {
            return simulated;
        }

        /**
         * Answers it.
         *
         * @param claims its record, or the simulated one
         * @throws org.duecare.scenarios.tree.ScenarioException where the record does not bear what is asked
         */
        public TariffAnswer answer(Claims claims) {
            return file.answer(asked, claims, tree);
        }
    }

    /**
     * Reads a tariff file and the scenario that it may name, and checks both.
     *
     * @param fileOrLibrary a file as typed, YAML or (named .json) JSON, or {@code library:NAME}
     * @throws org.duecare.scenarios.tree.ScenarioException with all faults
     */
    public static Loaded read(String fileOrLibrary, Overrides overrides) {
        Problems problems = new Problems();
        Overlays overlays = new Overlays(problems);
        Source source = Source.of(fileOrLibrary);
        TariffFile file = new TariffFile(overlays, problems);
        Node.Mapping tree = overlays.resolve(source, overrides);
        TariffCase asked = file.bind(tree);
        TariffCase.Simulated simulated = asked.simulated();
        return new Loaded(
                file,
                tree,
                asked,
                simulated == null ? null : ScenarioFile.read(source.relative(simulated.scenario()), Overrides.NONE));
    }

    /** What a record does not bear is told where its row stands, or where the file asks for it. */
    private TariffAnswer answer(TariffCase asked, Claims claims, Node.Mapping tree) {
        try {
            return TariffAnswer.of(asked, claims);
        } catch (InvalidValueException refused) {
            String whole = String.valueOf(refused.getMessage());
            int tail = refused.advice().isEmpty() ? 0 : refused.advice().length() + 2;
            problems.add(
                    place(tree, refused.name()),
                    refused.name(),
                    whole.substring(0, whole.length() - tail),
                    refused.advice());
            problems.throwIfAny();
            throw refused;
        }
    }

    private Position place(Node.Mapping tree, String name) {
        Matcher row = ROW.matcher(name);
        if (row.matches() && tree.get("claims") instanceof Node.Mapping claims) {
            int number = Integer.parseInt(row.group(1));
            if (claims.get("file") instanceof Node.Scalar file) {
                return RecordTable.position(overlays.data(file.text(), file.position()), number);
            }
            if (claims.get("rows") instanceof Node.Sequence rows) {
                return rows.items().get(number).position();
            }
        }
        return tree.keyPosition(name.replaceFirst("[.\\[].*", ""));
    }

    private TariffCase bind(Node.Mapping tree) {
        String currency =
                tree.get("currency") instanceof Node.Scalar code && code.text().matches("[A-Z]{3}")
                        ? code.text()
                        : "EUR";
        BindingContext context = new BindingContext(currency, problems, overlays::data, TariffCase.class);
        Bound bound = new Binder(context).record(TariffCase.class, tree, "");
        problems.throwIfAny();
        if (!(bound.value() instanceof TariffCase asked)) {
            throw new IllegalStateException("a tariff was refused without a reason");
        }
        return asked;
    }

    /** A scenario's tree in which every premium that names a tariff file holds the tariff itself. */
    Node.Mapping inPlace(Node.Mapping tree, String currency) {
        return (Node.Mapping) walk(tree, "", currency);
    }

    private Node walk(Node node, String path, String currency) {
        if (node instanceof Node.Sequence list) {
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                items.add(walk(list.items().get(i), path + "[" + i + "]", currency));
            }
            return new Node.Sequence(list.position(), items);
        }
        if (!(node instanceof Node.Mapping map)) {
            return node;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> {
            String child = path.isEmpty() ? key : path + "." + key;
            boolean premium = path.equals(PREMIUM) || path.endsWith("." + PREMIUM);
            Node value = premium
                            && key.equals(REFERENCE)
                            && entry.value() instanceof Node.Scalar reference
                            && !reference.isNone()
                            && !reference.text().isBlank()
                    ? named(reference, child, currency)
                    : walk(entry.value(), child, currency);
            entries.put(key, new Node.Entry(entry.key(), value));
        });
        return new Node.Mapping(map.position(), entries);
    }

    /** The tariff of a file as the block that it stands for; broken, with a problem, where there is none. */
    private Node named(Node.Scalar reference, String path, String currency) {
        Position position = reference.position();
        Node.Mapping tree = overlays.document(reference.text(), position);
        TariffCase asked = bind(tree);
        if (!asked.currency().equals(currency)) {
            problems.add(
                    position,
                    path,
                    "'" + Problem.shown(reference.text()) + "' is in " + asked.currency() + ", the scenario in "
                            + currency,
                    "");
        } else if (asked.simulated() != null) {
            problems.add(
                    position,
                    path,
                    "'" + Problem.shown(reference.text())
                            + "' is fitted to simulated claims, which reading does not make",
                    "Write its rates with `duecare tariff " + Problem.shown(reference.text())
                            + " -o DIR` and name DIR/rates.yaml");
        } else {
            RateTable rates = answer(asked, asked.claims(), tree).rates();
            if (rates != null) {
                return block(rates, position);
            }
            problems.add(
                    position,
                    path,
                    "'" + Problem.shown(reference.text()) + "' has neither relativities nor rates",
                    "State relativities in it");
        }
        return new Node.Scalar(position, reference.text(), Node.Style.BROKEN);
    }

    private static Node block(RateTable rates, Position position) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        entries.put("base", number(rates.base(), position));
        entries.put("sector", map(rates.sector(), position));
        entries.put("territory", map(rates.territory(), position));
        entries.put("size", map(rates.size(), position));
        entries.put("posture", map(rates.posture(), position));
        entries.put("assurance", map(rates.assurance(), position));
        entries.put("experience", map(rates.experience(), position));
        return new Node.Mapping(position, entries);
    }

    private static Node.Entry map(Map<String, Double> relativities, Position position) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        new java.util.TreeMap<>(relativities)
                .forEach((level, relativity) -> entries.put(level, number(relativity, position)));
        return new Node.Entry(position, new Node.Mapping(position, entries));
    }

    private static Node.Entry number(double value, Position position) {
        String text = new BigDecimal(Double.toString(value)).toPlainString();
        return new Node.Entry(position, new Node.Scalar(position, text, Node.Style.PLAIN));
    }
}
