package org.duecare.distribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The count laws by the names that scenario files give them. */
public final class CountLaws {
    /** Name to record, in the order of the contract. */
    public static final Map<String, Class<? extends CountLaw>> NAMES = names();

    private CountLaws() {}

    private static Map<String, Class<? extends CountLaw>> names() {
        Map<String, Class<? extends CountLaw>> names = new LinkedHashMap<>();
        names.put("poisson", Poisson.class);
        names.put("negativeBinomial", NegativeBinomial.class);
        names.put("binomial", Binomial.class);
        names.put("geometric", Geometric.class);
        names.put("logarithmic", Logarithmic.class);
        names.put("fixed", FixedCount.class);
        names.put("discrete", DiscreteCount.class);
        names.put("zeroTruncated", ZeroTruncated.class);
        names.put("zeroModified", ZeroModified.class);
        names.put("neymanA", NeymanA.class);
        return Collections.unmodifiableMap(names);
    }
}
