package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The care held from year to year, as it is told. */
class PosturePathTest {
    @Test
    void meanOfAYearIsThatOfItsNineElements() {
        List<Double> elements = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

        assertThat(new PosturePath.Year(1, elements, 0).mean()).isCloseTo(0.5, within(1e-12));
    }
}
