package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.KeyTree;
import org.duecare.scenarios.binding.KeyedComponent;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.SourceText;
import org.junit.jupiter.api.Test;

/** Every key, mistyped by one edit: the right key is suggested. */
class TypoTest {
    private static final double SHARE_SUGGESTED = 0.95;
    private static final Position HERE = new Position("typo.yaml", 1, 1);

    @Test
    void singleEditTyposSuggestTheRightKey() {
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (Class<?> block : blocks()) {
            for (KeyedComponent key : KeyedComponent.of(block)) {
                for (String typo : key.key().inline() ? Set.<String>of() : typos(key.name())) {
                    tried++;
                    if (!suggests(block, typo, key.name())) {
                        missed.add(block.getSimpleName() + ": " + typo + " for " + key.name());
                    }
                }
            }
        }

        assertThat(tried).isGreaterThan(500);
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (tried * (1 - SHARE_SUGGESTED)));
    }

    private static Set<Class<?>> blocks() {
        Set<Class<?>> blocks = new LinkedHashSet<>(List.of(ScenarioForm.class));
        KeyTree.paths(ScenarioForm.class).values().forEach(key -> {
            Class<?> held = KeyTree.heldType(key);
            if (held.isRecord()) {
                blocks.add(held);
            }
        });
        return blocks;
    }

    /** One deletion, one exchange, one substitution, one insertion, at places spread over the word. */
    private static Set<String> typos(String word) {
        Set<String> typos = new LinkedHashSet<>();
        for (int at = 0; at < word.length(); at += Math.max(1, word.length() / 3)) {
            typos.add(word.substring(0, at) + word.substring(at + 1));
            typos.add(word.substring(0, at) + "q" + word.substring(at + 1));
            typos.add(word.substring(0, at) + "q" + word.substring(at));
            if (at + 1 < word.length()) {
                typos.add(word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
            }
        }
        typos.remove(word);
        typos.remove("");
        return typos;
    }

    private static boolean suggests(Class<?> block, String typo, String key) {
        Problems problems = new Problems();
        BindingContext context =
                new BindingContext("EUR", problems, (name, from) -> SourceText.of(name, ""), ScenarioForm.class);
        Node value = Node.text(HERE, "1");
        new Binder(context).record(block, new Node.Mapping(HERE, Map.of(typo, new Node.Entry(HERE, value))), "");
        return problems.all().stream()
                .map(Problem::advice)
                .anyMatch(advice -> advice.contains("did you mean '" + key + "'?"));
    }
}
