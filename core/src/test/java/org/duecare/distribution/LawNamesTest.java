package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.duecare.quantity.AlternativeKeys;
import org.duecare.quantity.Key;
import org.junit.jupiter.api.Test;

/** The names and keys by which scenario files speak of laws. */
class LawNamesTest {
    private static Stream<Class<?>> laws() {
        return Stream.concat(LossLaws.NAMES.values().stream(), CountLaws.NAMES.values().stream());
    }

    @Test
    void namesAreThoseOfTheContract() {
        assertThat(String.join(" ", LossLaws.NAMES.keySet()))
                .isEqualTo(
                        "lognormal exponential gamma weibull pareto lomax gpd levy burr loglogistic truncatedPareto pert "
                                + "uniform degenerate discrete empirical recordsCost mixture splice");
        assertThat(String.join(" ", CountLaws.NAMES.keySet()))
                .isEqualTo("poisson negativeBinomial binomial geometric logarithmic fixed discrete zeroTruncated "
                        + "zeroModified neymanA");
    }

    @Test
    void everyLawHasAName() {
        assertThat(LossLaw.class.getPermittedSubclasses())
                .allMatch(law -> law == Capped.class || LossLaws.NAMES.containsValue(law));
        assertThat(CountLaw.class.getPermittedSubclasses()).allMatch(law -> CountLaws.NAMES.containsValue(law));
    }

    @Test
    void everyParameterIsDocumented() {
        assertThat(laws().flatMap(law -> Arrays.stream(law.getRecordComponents())))
                .allMatch(component -> component.isAnnotationPresent(Key.class));
        assertThat(laws().flatMap(law -> Arrays.stream(law.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(AlternativeKeys.class))
                        .flatMap(method -> Arrays.stream(method.getParameters())))
                .hasSize(6)
                .allMatch(parameter -> parameter.isAnnotationPresent(Key.class) && parameter.isNamePresent());
    }

    @Test
    void alternativesAreStaticAndPublic() {
        assertThat(laws().flatMap(law -> Arrays.stream(law.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(AlternativeKeys.class)))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("ofMedian", "ofMean", "ofRBeta");
    }
}
