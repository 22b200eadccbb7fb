package org.duecare.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Which provider depends on which: order, reach downwards, circles. */
class ProviderGraphTest {
    private static Provider provider(String id, String... dependsOn) {
        return new Provider(
                id,
                "cloud",
                0.1,
                1,
                new Degenerate(8),
                Provider.Hourly.NOTHING,
                Provider.Hourly.NOTHING,
                0,
                null,
                0,
                List.of(dependsOn),
                null,
                ElementValues.uniform(0));
    }

    @Test
    void downstreamListsEachProviderBehindWhatItDependsOn() {
        ProviderGraph graph = new ProviderGraph(List.of(
                provider("shop", "cloud", "dns"), provider("cloud", "dns"), provider("dns"), provider("other")));

        assertThat(graph.downstream(2)).containsExactly(2, 1, 0);
        assertThat(graph.downstream(0)).containsExactly(0);
        assertThat(graph.causes(0)).containsExactly(0, 1, 2);
        assertThat(graph.causes(3)).containsExactly(3);
    }

    @Test
    void shortestCircleIsNamed() {
        List<Provider> providers = List.of(
                provider("a", "b"),
                provider("b", "c"),
                provider("c", "a", "d"),
                provider("d", "e"),
                provider("e", "d"),
                provider("f", "a"));

        assertThatThrownBy(() -> new ProviderGraph(providers))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("in a circle: d -> e -> d");
    }

    @Test
    void providerThatDependsOnItselfIsTheShortestCircle() {
        assertThatThrownBy(() -> new ProviderGraph(List.of(provider("a", "b"), provider("b", "a", "b"))))
                .hasMessageContaining("in a circle: b -> b");
    }

    @Test
    void unknownAndDoubleProvidersAreNamed() {
        assertThatThrownBy(() -> new ProviderGraph(List.of(provider("a", "z"))))
                .hasMessageContaining("have no z, which dependsOn of a names")
                .hasMessageContaining("There are: a");
        assertThatThrownBy(() -> new ProviderGraph(List.of(provider("a"), provider("a"))))
                .hasMessageContaining("name a twice");
    }

    @Test
    void randomGraphsAreOrderedAndCircleFree() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 200; run++) {
            int count = 2 + random.nextInt(12);
            int[] shuffled = shuffled(count, random);
            List<Provider> providers = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                List<String> above = new ArrayList<>();
                for (int other = 0; other < count; other++) {
                    if (shuffled[other] < shuffled[p] && random.nextInt(4) == 0) {
                        above.add("p" + other);
                    }
                }
                providers.add(provider("p" + p, above.toArray(String[]::new)));
            }
            ProviderGraph graph = new ProviderGraph(providers);
            for (int p = 0; p < count; p++) {
                int[] down = graph.downstream(p);
                assertThat(down[0]).isEqualTo(p);
                for (int i = 1; i < down.length; i++) {
                    int node = down[i];
                    assertThat(Arrays.stream(graph.upstream(node)).anyMatch(u -> contains(down, u)))
                            .isTrue();
                    for (int u : graph.upstream(node)) {
                        assertThat(contains(Arrays.copyOfRange(down, i, down.length), u))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean contains(int[] values, int value) {
        return Arrays.stream(values).anyMatch(v -> v == value);
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
