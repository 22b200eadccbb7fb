package org.duecare.scenarios.tree;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario is refused, with all faults found in one reading. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Refuses with at least one problem. */
    public ScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::render).collect(Collectors.joining("\n\n")));
        this.problems = List.copyOf(problems);
    }

    /** Refuses with one problem. */
    public ScenarioException(Problem problem) {
        this(List.of(problem));
    }

    /** All faults, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** FILE (exit code 6) when only files are at fault, otherwise SCENARIO (exit code 3). */
    public Problem.Kind kind() {
        return problems.stream().allMatch(problem -> problem.kind() == Problem.Kind.FILE)
                ? Problem.Kind.FILE
                : Problem.Kind.SCENARIO;
    }

    /** All problems as printed on stderr. */
    public String render() {
        String count = problems.size() >= Problems.MOST ? "\n\nonly the first " + Problems.MOST + " are shown" : "";
        return getMessage() + count;
    }
}
