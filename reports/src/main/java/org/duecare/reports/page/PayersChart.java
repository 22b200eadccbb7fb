package org.duecare.reports.page;

import java.util.List;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.settlement.Measure;

/** One bar a variant, stacked by payer. Four colours, the rest by hatching. */
final class PayersChart {
    static final double WIDTH = 760;

    private static final double LEFT = 8;
    private static final double RIGHT = 20;
    private static final double ROW = 52;
    private static final double BAR = 24;
    private static final double NAME = 18;
    private static final double FOOT = 44;
    private static final int NAME_CHARACTERS = 70;
    private static final double CHARACTER_WIDTH = 7.2;

    private final List<VariantAssessment> variants;
    private final String currency;
    private final List<Double> ticks;

    PayersChart(List<VariantAssessment> variants, String currency) {
        this.variants = variants;
        this.currency = currency;
        double most = variants.stream().mapToDouble(PayersChart::total).max().orElse(0);
        ticks = Svg.linearTicks(most > 0 ? most : 1);
    }

    /** The payers that pay something in at least one variant, in fixed order. */
    static List<Measure> payers(List<VariantAssessment> variants) {
        return List.of(Measure.values()).stream()
                .filter(Measure::isPayer)
                .filter(payer -> variants.stream().anyMatch(variant -> mean(variant, payer) > 0))
                .toList();
    }

    static double mean(VariantAssessment variant, Measure payer) {
        double mean = PageData.measure(variant, payer)
                .map(MeasureAssessment::mean)
                .map(interval -> interval.estimate())
                .orElse(0.0);
        return Double.isFinite(mean) ? mean : 0;
    }

    private static double total(VariantAssessment variant) {
        return payers(List.of(variant)).stream()
                .mapToDouble(payer -> mean(variant, payer))
                .sum();
    }

    String svg(String title, String description) {
        double height = variants.size() * ROW + FOOT;
        Html svg = new Html();
        Svg.open(svg, WIDTH, height, title, description);
        double bottom = height - FOOT + 6;
        for (double tick : ticks) {
            Svg.line(svg, x(tick), 4, x(tick), bottom, "grid");
            Svg.label(svg, x(tick), bottom + 16, tick == 0 ? "start" : "middle", Amounts.tick(tick));
        }
        Svg.label(svg, WIDTH / 2, height - 4, "middle", "Mean a year, " + currency);
        for (int v = 0; v < variants.size(); v++) {
            bar(svg, variants.get(v), v * ROW);
        }
        return svg.close("svg").toString();
    }

    private void bar(Html svg, VariantAssessment variant, double top) {
        double total = total(variant);
        svg.element(
                "text",
                Words.cut(variant.variant(), NAME_CHARACTERS) + (total == 0 ? " (nothing to pay)" : ""),
                "x",
                Svg.number(LEFT),
                "y",
                Svg.number(top + NAME - 4),
                "class",
                "direct halo");
        double from = 0;
        for (Measure payer : payers(List.of(variant))) {
            double mean = mean(variant, payer);
            segment(svg, payer, from, from + mean, top + NAME);
            from += mean;
        }
    }

    private void segment(Html svg, Measure payer, double from, double to, double top) {
        double width = x(to) - x(from);
        PayerFill fill = PayerFill.of(payer);
        svg.open(
                "rect",
                "x",
                Svg.number(x(from)),
                "y",
                Svg.number(top),
                "width",
                Svg.number(Math.max(width, 0.5)),
                "height",
                Svg.number(BAR),
                "fill",
                fill.paint(),
                "stroke",
                fill.colour());
        svg.element("title", Words.label(payer) + ": " + Amounts.money(to - from, currency));
        svg.close("rect");
        String text = payer.key();
        if (fill.isSolid() && width > text.length() * CHARACTER_WIDTH + 8) {
            svg.element(
                    "text", text, "x", Svg.number(x(from) + 5), "y", Svg.number(top + BAR / 2 + 4), "class", "on-bar");
        } else if (width > text.length() * CHARACTER_WIDTH + 8) {
            svg.element(
                    "text",
                    text,
                    "x",
                    Svg.number(x(from) + 5),
                    "y",
                    Svg.number(top + BAR / 2 + 4),
                    "class",
                    "halo",
                    "fill",
                    fill.colour());
        }
    }

    private double x(double amount) {
        return LEFT + amount / ticks.get(ticks.size() - 1) * (WIDTH - LEFT - RIGHT);
    }
}
