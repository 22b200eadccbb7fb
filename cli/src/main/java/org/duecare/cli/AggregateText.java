package org.duecare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.premium.AggregateAnswer;
import org.duecare.premium.TransformLibrary;
import org.duecare.scenarios.tree.CanonicalJson;
import org.duecare.scenarios.tree.Numbers;
import org.jspecify.annotations.Nullable;

/** An answer of the exact engine as JSON and as a table. */
final class AggregateText {
    private static final String NO_MOMENT = "the law has no such moment";

    private AggregateText() {}

    /** One JSON document; numbers that do not exist are null with a reason. */
    static String json(AggregateAnswer answer, @Nullable Double difference) {
        List<String> points = new ArrayList<>();
        for (AggregateAnswer.Point point : answer.points()) {
            points.add(object(
                    number("loss", point.loss()),
                    number("cdf", point.cdf()),
                    number("probability", point.probability()),
                    number("stopLoss", point.stopLoss())));
        }
        List<String> quantiles = new ArrayList<>();
        for (AggregateAnswer.Quantile quantile : answer.quantiles()) {
            quantiles.add(object(
                    number("p", quantile.p()), number("loss", quantile.loss()), number("tvar", quantile.tvar())));
        }
        List<String> layers = new ArrayList<>();
        for (AggregateAnswer.LayerAnswer layer : answer.layers()) {
            layers.add(
                    object(number("mean", layer.mean()), number("sd", layer.sd()), number("premium", layer.premium())));
        }
        List<String> prices = new ArrayList<>();
        for (AggregateAnswer.Price price : answer.prices()) {
            prices.add(object(
                    "\"principle\": " + CanonicalJson.quoted(price.principle()), number("price", price.price())));
        }
        AggregateAnswer.SelfCheck check = answer.selfCheck();
        List<String> members = new ArrayList<>(List.of(
                "\"aggregate\": " + CanonicalJson.quoted(answer.aggregate()),
                "\"currency\": " + CanonicalJson.quoted(answer.currency()),
                "\"method\": \"" + answer.method() + "\"",
                number("step", answer.step()),
                "\"buckets\": " + answer.buckets(),
                number("mean", answer.mean()),
                number("sd", answer.sd()),
                number("skewness", answer.skewness()),
                array("points", points),
                array("quantiles", quantiles),
                array("layers", layers),
                array("prices", prices),
                "\"selfCheck\": "
                        + object(
                                "\"passed\": " + check.passed(),
                                number("momentError", check.momentError()),
                                number("aliasing", check.aliasing()),
                                number("gridError", check.gridError()),
                                number("tolerance", check.tolerance()))));
        if (difference != null) {
            members.add("\"secondOpinion\": "
                    + object(
                            "\"library\": " + CanonicalJson.quoted(TransformLibrary.COMMONS_MATH.title()),
                            number("largestDifference", difference)));
        }
        return object(members.toArray(String[]::new));
    }

    private static String number(String name, double value) {
        return "\"" + name + "\": "
                + (Double.isFinite(value)
                        ? Numbers.text(value)
                        : "null, \"" + name + "Reason\": \"" + NO_MOMENT + "\"");
    }

    private static String array(String name, List<String> items) {
        return "\"" + name + "\": [" + String.join(", ", items) + "]";
    }

    private static String object(String... members) {
        return "{" + String.join(", ", members) + "}";
    }

    /** One screen. */
    static String table(AggregateAnswer answer, @Nullable Double difference) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s, %s, by %s on %d buckets of %s",
                answer.aggregate(),
                answer.currency(),
                answer.method(),
                answer.buckets(),
                Numbers.text(answer.step()));
        line(
                text,
                "mean %s   sd %s   skewness %s",
                amount(answer.mean()),
                amount(answer.sd()),
                amount(answer.skewness()));
        if (!answer.points().isEmpty()) {
            line(text, "%n%16s %14s %14s %16s", "loss", "cdf", "probability", "stopLoss");
            answer.points()
                    .forEach(point -> line(
                            text,
                            "%16s %14.10f %14.10f %16s",
                            amount(point.loss()),
                            point.cdf(),
                            point.probability(),
                            amount(point.stopLoss())));
        }
        if (!answer.quantiles().isEmpty()) {
            line(text, "%n%16s %16s %16s", "p", "loss", "tvar");
            answer.quantiles()
                    .forEach(quantile -> line(
                            text,
                            "%16s %16s %16s",
                            Numbers.text(quantile.p()),
                            amount(quantile.loss()),
                            amount(quantile.tvar())));
        }
        if (!answer.layers().isEmpty()) {
            line(text, "%n%16s %16s %16s %16s", "layer", "mean", "sd", "premium");
            for (int i = 0; i < answer.layers().size(); i++) {
                AggregateAnswer.LayerAnswer layer = answer.layers().get(i);
                line(
                        text,
                        "%16d %16s %16s %16s",
                        i + 1,
                        amount(layer.mean()),
                        amount(layer.sd()),
                        amount(layer.premium()));
            }
        }
        if (!answer.prices().isEmpty()) {
            line(text, "%n%24s %16s", "principle", "price");
            answer.prices().forEach(price -> line(text, "%24s %16s", price.principle(), amount(price.price())));
        }
        AggregateAnswer.SelfCheck check = answer.selfCheck();
        line(
                text,
                "%nself-check %s: moments %.2g, aliasing %.2g, grid %.2g, tolerance %.2g",
                check.passed() ? "passed" : "MISSED",
                check.momentError(),
                check.aliasing(),
                check.gridError(),
                check.tolerance());
        if (difference != null) {
            line(
                    text,
                    "second opinion by %s: largest relative difference %.2g",
                    TransformLibrary.COMMONS_MATH.title(),
                    difference);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String amount(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.6g", value) : "not finite";
    }
}
