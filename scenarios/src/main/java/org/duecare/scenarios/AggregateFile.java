package org.duecare.scenarios;

import org.duecare.premium.AggregateCase;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Problems;

/** Reads the files of the exact engine, with the same care as scenario files. */
public final class AggregateFile {
    private AggregateFile() {}

    /**
     * Reads a case, lays its bases and the overrides, and checks it.
     *
     * @param fileOrLibrary a file as typed, YAML or (named .json) JSON, or {@code library:NAME}
     * @throws org.duecare.scenarios.tree.ScenarioException with all faults
     */
    public static AggregateCase read(String fileOrLibrary, Overrides overrides) {
        Problems problems = new Problems();
        Overlays overlays = new Overlays(problems);
        Node.Mapping tree = overlays.resolve(Source.of(fileOrLibrary), overrides);
        String currency =
                tree.get("currency") instanceof Node.Scalar code && code.text().matches("[A-Z]{3}")
                        ? code.text()
                        : "EUR";
        BindingContext context = new BindingContext(currency, problems, overlays::data, AggregateCase.class);
        Bound bound = new Binder(context).record(AggregateCase.class, tree, "");
        problems.throwIfAny();
        if (!(bound.value() instanceof AggregateCase asked)) {
            throw new IllegalStateException("a case was refused without a reason");
        }
        return asked;
    }
}
