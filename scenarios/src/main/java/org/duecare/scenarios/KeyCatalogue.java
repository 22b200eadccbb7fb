package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.LossLaw;
import org.duecare.scenarios.binding.Bounds;
import org.duecare.scenarios.binding.KeyTree;
import org.duecare.scenarios.binding.KeyedComponent;
import org.duecare.scenarios.binding.LawCatalogue;
import org.duecare.scenarios.binding.Spelling;
import org.duecare.scenarios.tree.Suggestions;

/** What every key means: the answers of {@code duecare explain}. */
public final class KeyCatalogue {
    private static final int MOST_SUGGESTIONS = 5;

    private final Map<String, Explanation> entries = new LinkedHashMap<>();

    private KeyCatalogue() {}

    /**
     * One key.
     *
     * @param path where it stands: {@code insurance.limit}; parameters of laws stand under {@code law} and {@code count}
     * @param doc what it means
     * @param unit unit of its value; may be empty
     * @param allowed range or words; may be empty
     * @param fallback its default; "required" where it must be given
     * @param source where default or range come from; may be empty
     */
    public record Explanation(String path, String doc, String unit, String allowed, String fallback, String source) {
        /** The explanation as printed. */
        public String render() {
            StringBuilder out = new StringBuilder(path).append("\n  ").append(doc);
            line(out, "unit", unit);
            line(out, "allowed", allowed);
            line(out, "default", fallback.isEmpty() ? "empty" : fallback);
            line(out, "source", source);
            return out.toString();
        }

        private static void line(StringBuilder out, String label, String text) {
            if (!text.isEmpty()) {
                out.append("\n  ").append(label).append(": ").append(text);
            }
        }
    }

    /**
     * The answer to a question.
     *
     * @param matches keys that fit, best first
     * @param suggestions what may have been meant where none fits
     */
    public record Answer(List<Explanation> matches, List<String> suggestions) {}

    /** All keys of scenario files. */
    public static KeyCatalogue scenario() {
        KeyCatalogue catalogue = new KeyCatalogue();
        KeyTree.paths(ScenarioForm.class).forEach((path, key) -> {
            if (!path.startsWith("variants.") || path.startsWith("variants.threats")) {
                catalogue.add(path, key);
            }
        });
        catalogue.laws("law", LossLaw.class);
        catalogue.laws("count", CountLaw.class);
        catalogue.add("law.cap", LawCatalogue.capKey());
        return catalogue;
    }

    /** All keys of another kind of files. */
    public static KeyCatalogue of(FileKind kind) {
        KeyCatalogue catalogue = new KeyCatalogue();
        KeyTree.paths(kind.form()).forEach(catalogue::add);
        return catalogue;
    }

    private void laws(String prefix, Class<?> family) {
        LawCatalogue.laws(family).forEach((name, law) -> {
            List<LawCatalogue.ParameterSet> sets = LawCatalogue.parameterSets(law);
            String takes =
                    sets.stream().map(set -> String.join(", ", set.names())).collect(Collectors.joining(" | "));
            String path = prefix + "." + name;
            String doc = (prefix.equals("law") ? "Law of sizes: " : "Law of counts: ") + name + ".";
            entries.put(path, new Explanation(path, doc, "", takes, "required", ""));
            sets.forEach(set -> set.keys().forEach(key -> add(path + "." + key.name(), key)));
        });
    }

    private void add(String path, KeyedComponent key) {
        String allowed = key.raw().isEnum() ? String.join(", ", Spelling.words(key.raw())) : Bounds.words(key.key());
        String unlimited = key.key().unlimited() ? (allowed.isEmpty() ? "" : ", or ") + "none for unlimited" : "";
        String fallback = key.key().fallback();
        entries.putIfAbsent(
                path,
                new Explanation(
                        path,
                        key.key().doc(),
                        key.key().unit(),
                        allowed + unlimited,
                        fallback,
                        key.key().source()));
    }

    /** All keys, in the order of the file. */
    public List<Explanation> all() {
        return List.copyOf(entries.values());
    }

    /** Finds a key by its path, by the end of its path, or by the nearest name. */
    public Answer find(String question) {
        String path = question.strip().replaceAll("\\[[^\\]]*\\]", "");
        Explanation exact = entries.get(path);
        if (exact != null) {
            return new Answer(List.of(exact), List.of());
        }
        List<Explanation> matches = endingWith(path);
        if (matches.isEmpty() && path.contains(".")) {
            String last = path.substring(path.lastIndexOf('.') + 1);
            matches = endingWith(last);
        }
        return new Answer(matches, matches.isEmpty() ? suggestions(path) : List.of());
    }

    private List<Explanation> endingWith(String tail) {
        return entries.values().stream()
                .filter(entry ->
                        entry.path().endsWith("." + tail) || entry.path().equals(tail))
                .sorted(Comparator.comparingInt(entry -> entry.path().length()))
                .toList();
    }

    private List<String> suggestions(String path) {
        List<String> near = new ArrayList<>(Suggestions.ranked(path, entries.keySet()));
        String last = path.substring(path.lastIndexOf('.') + 1);
        Map<String, String> byName = new LinkedHashMap<>();
        entries.keySet().forEach(key -> byName.putIfAbsent(key.substring(key.lastIndexOf('.') + 1), key));
        Suggestions.ranked(last, byName.keySet()).forEach(name -> near.add(byName.get(name)));
        return near.stream().distinct().limit(MOST_SUGGESTIONS).toList();
    }
}
