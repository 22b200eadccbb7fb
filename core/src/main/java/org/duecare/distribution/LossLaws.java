package org.duecare.distribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The loss laws by the names that scenario files give them. */
public final class LossLaws {
    /** Name to record, in the order of the contract. A cap on any law is a {@link Capped} around it. */
    public static final Map<String, Class<? extends LossLaw>> NAMES = names();

    private LossLaws() {}

    private static Map<String, Class<? extends LossLaw>> names() {
        Map<String, Class<? extends LossLaw>> names = new LinkedHashMap<>();
        names.put("lognormal", Lognormal.class);
        names.put("exponential", Exponential.class);
        names.put("gamma", GammaLaw.class);
        names.put("weibull", Weibull.class);
        names.put("pareto", Pareto.class);
        names.put("lomax", Lomax.class);
        names.put("gpd", Gpd.class);
        names.put("levy", Levy.class);
        names.put("burr", Burr.class);
        names.put("loglogistic", Loglogistic.class);
        names.put("truncatedPareto", TruncatedPareto.class);
        names.put("pert", Pert.class);
        names.put("uniform", Uniform.class);
        names.put("degenerate", Degenerate.class);
        names.put("discrete", Discrete.class);
        names.put("empirical", Empirical.class);
        names.put("recordsCost", RecordsCost.class);
        names.put("mixture", Mixture.class);
        names.put("splice", Splice.class);
        return Collections.unmodifiableMap(names);
    }
}
