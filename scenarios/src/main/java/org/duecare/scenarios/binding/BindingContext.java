package org.duecare.scenarios.binding;

import org.duecare.diligence.Questionnaire;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * What binding needs besides the tree.
 *
 * @param currency the scenario's currency
 * @param problems where faults go
 * @param data how data files are found
 * @param root the record of a whole scenario, for keys found in the wrong place
 * @param questionnaire what answers of operations refer to; null for none
 */
public record BindingContext(
        String currency,
        Problems problems,
        DataFiles data,
        Class<?> root,
        @Nullable Questionnaire questionnaire) {
    /** A context without a questionnaire. */
    public BindingContext(String currency, Problems problems, DataFiles data, Class<?> root) {
        this(currency, problems, data, root, null);
    }

    /** Finds the data files that a scenario names. */
    @FunctionalInterface
    public interface DataFiles {
        /**
         * Reads a data file named in a scenario.
         *
         * @param reference as written
         * @param from where it was written: relative names start at that file
         * @throws org.duecare.scenarios.tree.ScenarioException where it cannot be read
         */
        SourceText read(String reference, Position from);
    }

    /** Reports a fault with a pointer to the key's explanation. */
    void refuse(Position position, String path, String message, String advice) {
        problems.add(Problem.at(position, path, message, advice).withHelp(helpKey(path)));
    }

    /** The key to ask {@code duecare explain} for: the path without indices. */
    static String helpKey(String path) {
        String key = path.replaceAll("\\[[^\\]]*\\]", "").replaceFirst("(^|\\.)territories\\.[^.]+", "$1territories");
        return key.startsWith("variants.") ? key.replaceFirst("^variants\\.[^.]*\\.?", "") : key;
    }
}
