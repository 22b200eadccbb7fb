package org.duecare.scenarios;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.underwriting.Claims;
import org.duecare.underwriting.TariffAnswer;
import org.duecare.underwriting.TariffCase;

/** Reads tariff files, and puts the tariff that a scenario names into its premium rules. */
public final class TariffFile {
    /** The key of a premium that names a tariff file. */
    static final String REFERENCE = "tariff";

    private static final String PREMIUM = "premium";

    private final Overlays overlays;
    private final Problems problems;

    TariffFile(Overlays overlays, Problems problems) {
        this.overlays = overlays;
        this.problems = problems;
    }

    /**
     * A tariff file that was read.
     *
     * @param asked its keys
     * @param simulated the scenario whose claims it asks for; null for a record
     */
    public record Loaded(
            TariffCase asked,
            @org.jspecify.annotations.Nullable LoadedScenario simulated) {}

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
        TariffCase asked = file.bind(overlays.resolve(source, overrides));
        TariffCase.Simulated simulated = asked.simulated();
        return new Loaded(
                asked,
                simulated == null ? null : ScenarioFile.read(source.relative(simulated.scenario()), Overrides.NONE));
    }

    /**
     * Answers a tariff file.
     *
     * @param claims its record, or the simulated one
     * @throws org.duecare.scenarios.tree.ScenarioException where the record does not bear what is asked
     */
    public static TariffAnswer answer(Loaded loaded, Claims claims, String fileOrLibrary) {
        try {
            return TariffAnswer.of(loaded.asked(), claims);
        } catch (InvalidValueException refused) {
            Problems problems = new Problems();
            add(problems, new Position(fileOrLibrary, 0, 0), refused);
            problems.throwIfAny();
            throw refused;
        }
    }

    private static void add(Problems problems, Position position, InvalidValueException refused) {
        String whole = String.valueOf(refused.getMessage());
        int tail = refused.advice().isEmpty() ? 0 : refused.advice().length() + 2;
        problems.add(position, refused.name(), whole.substring(0, whole.length() - tail), refused.advice());
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
        TariffCase asked = bind(overlays.document(reference.text(), position));
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
            RateTable rates = rates(asked, position);
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

    private @org.jspecify.annotations.Nullable RateTable rates(TariffCase asked, Position position) {
        try {
            return TariffAnswer.of(asked, asked.claims()).rates();
        } catch (InvalidValueException refused) {
            add(problems, position, refused);
            problems.throwIfAny();
            throw refused;
        }
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
