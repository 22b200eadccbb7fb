package org.duecare.reports.page;

import java.util.List;

/** What the model leaves out and how estimates are made. */
final class LimitsSection {
    private static final List<String> LIMITS = List.of(
            "No payment lag: harm is paid in the year in which it happens.",
            "No discounting: amounts of different years are added as they are.",
            "No price pass-through: what operators pay does not change what their customers pay.",
            "Threats are given; care decides which attempts succeed. Attackers do not turn from defended operations to"
                    + " others.",
            "All variants share one history of attempts, so that their differences are due to the variants alone.");

    private static final List<String> ESTIMATORS = List.of(
            "Loss at return period n/r: the r-th largest of n years, linear between; nothing is fitted and nothing is"
                    + " printed beyond the data.",
            "Mean beyond: the mean of the r largest years.",
            "Ranges: 95 %, clustered by trial, since years of one trial depend on each other.",
            "A mean that does not exist is not printed as a number.");

    private LimitsSection() {}

    static void writeTo(Html html) {
        html.open("section", "id", "limits").element("h2", "Assumptions and limits");
        html.open("ul");
        LIMITS.forEach(limit -> html.element("li", limit));
        html.close("ul").element("h3", "How the numbers are made").open("ul");
        ESTIMATORS.forEach(estimator -> html.element("li", estimator));
        html.close("ul").close("section");
    }
}
