package org.duecare.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Lists of classes that different laws and studies use for the same thing, with a mapping between them: each class of every
 * list names the classes of one list of reference that it covers.
 */
public record Taxonomy(
        @Key(doc = "Version of the format.", min = 1, max = 1)
        int schemaVersion,

        @Key(doc = "Name of the taxonomy.") String taxonomy,
        @Key(doc = "One line for readers.", fallback = "") String title,

        @Key(doc = "The scheme whose classes are the words of scenarios.")
        String reference,

        @Key(doc = "The lists.") List<Scheme> schemes) {

    /** What stands between a scheme and its class. */
    public static final String SLASH = "/";

    /** One list of classes. */
    public record Scheme(
            @Key(doc = "Its name.") String scheme,
            @Key(doc = "Its full title.") String title,
            @Key(doc = "Where it comes from.") String source,
            @Key(doc = "Its classes.") List<Entry> classes) {
        /** Copies the list. */
        public Scheme {
            Require.name(scheme, "scheme");
            Require.name(title, "title");
            Require.name(source, "source");
            classes = List.copyOf(classes);
        }

        /** The entry of a class. */
        public Optional<Entry> find(String word) {
            return classes.stream().filter(entry -> entry.class_().equals(word)).findFirst();
        }
    }

    /** One class. */
    public record Entry(
            @Key(doc = "Its word.") String class_,

            @Key(doc = "Classes of the reference that it covers, wholly or in part; empty where none corresponds.")
            List<String> is,

            @Key(doc = "What is lost in the mapping.", fallback = "")
            String note) {
        /** Copies the list. */
        public Entry {
            Require.name(class_, "class");
            is = List.copyOf(is);
        }
    }

    /** Checks that names are different and that every mapping ends in the reference. */
    public Taxonomy {
        schemes = List.copyOf(schemes);
        Require.name(taxonomy, "taxonomy");
        Set<String> names = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (Scheme scheme : schemes) {
            Require.that(names.add(scheme.scheme()), "schemes", "name " + scheme.scheme() + " twice", "");
            if (scheme.scheme().equals(reference)) {
                scheme.classes().forEach(entry -> words.add(entry.class_()));
            }
        }
        Require.that(names.contains(reference), "reference", "= " + reference + " is no scheme", "");
        for (Scheme scheme : schemes) {
            Set<String> own = new HashSet<>();
            for (Entry entry : scheme.classes()) {
                Require.that(
                        own.add(entry.class_()),
                        "schemes",
                        "name " + scheme.scheme() + SLASH + entry.class_() + " twice",
                        "");
                for (String word : entry.is()) {
                    Require.that(
                            words.contains(word),
                            "schemes",
                            "map " + scheme.scheme() + SLASH + entry.class_() + " to " + word + ", which " + reference
                                    + " does not have",
                            "");
                }
            }
        }
    }

    private Scheme ofReference() {
        return schemes.stream()
                .filter(scheme -> scheme.scheme().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    /** The words of the reference. */
    public List<String> words() {
        return ofReference().classes().stream().map(Entry::class_).toList();
    }

    /** All that may be written: words of the reference, and {@code scheme/class} of every other scheme. */
    public List<String> allWords() {
        List<String> all = new ArrayList<>(words());
        for (Scheme scheme : schemes) {
            if (!scheme.scheme().equals(reference)) {
                scheme.classes().forEach(entry -> all.add(scheme.scheme() + SLASH + entry.class_()));
            }
        }
        return all;
    }

    /**
     * The classes of the reference that a word stands for: itself, or those that {@code scheme/class} covers.
     *
     * @return empty where the word is unknown; an empty list where no class corresponds
     */
    public Optional<List<String>> resolve(String word) {
        int slash = word.indexOf(SLASH);
        if (slash < 0) {
            return words().contains(word) ? Optional.of(List.of(word)) : Optional.empty();
        }
        String scheme = word.substring(0, slash);
        return schemes.stream()
                .filter(one -> one.scheme().equals(scheme))
                .findFirst()
                .flatMap(one -> one.find(word.substring(slash + 1)))
                .map(entry -> scheme.equals(reference) ? List.of(entry.class_()) : entry.is());
    }

    /** The classes of a scheme that cover a word of the reference. */
    public List<String> covering(String scheme, String word) {
        Set<String> found = new LinkedHashSet<>();
        for (Scheme one : schemes) {
            for (Entry entry : one.scheme().equals(scheme) ? one.classes() : List.<Entry>of()) {
                boolean same = scheme.equals(reference) && entry.class_().equals(word);
                if (same || entry.is().contains(word)) {
                    found.add(entry.class_());
                }
            }
        }
        return List.copyOf(found);
    }
}
