package org.duecare.distribution;

import java.util.Arrays;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** min(X, cap): whatever exceeds the cap counts as the cap. */
public record Capped(
        @Key(doc = "Law before the cap.", inline = true) LossLaw law,

        @Key(doc = "Largest loss that counts.", unit = "money", min = 0, aboveMin = true)
        double cap)
        implements LossLaw {
    /** Checks the cap. */
    public Capped {
        Require.positive(cap, "cap");
        Bounds.within(cap, "cap", cap);
    }

    @Override
    public double quantile(double p) {
        return Math.min(cap, law.quantile(p));
    }

    @Override
    public double upperQuantile(double q) {
        return Math.min(cap, law.upperQuantile(q));
    }

    @Override
    public double cdf(double x) {
        return x >= cap ? 1 : law.cdf(x);
    }

    @Override
    public double survival(double x) {
        return x >= cap ? 0 : law.survival(x);
    }

    @Override
    public double mean() {
        return law.limitedMean(cap);
    }

    /** By quadrature of the survival function about the smallest loss; for a step law by its kinks. */
    @Override
    public double variance() {
        double low = Math.min(cap, law.quantile(0));
        double first = Integral.survivalMoment(this, low, cap, 1);
        return Math.max(0, Integral.survivalMoment(this, low, cap, 2) - first * first);
    }

    @Override
    public double limitedMean(double limit) {
        return law.limitedMean(Math.min(limit, cap));
    }

    /** The kinks of the law below the cap, and the probability of staying below the cap. */
    @Override
    public double[] kinks() {
        double reached = law.survival(Math.nextDown(cap));
        double[] inner = law.kinks();
        double below = 1 - reached;
        double[] kinks = Arrays.stream(inner).filter(kink -> kink < below).toArray();
        if (below <= 0 || reached <= 0) {
            return kinks;
        }
        double[] result = Arrays.copyOf(kinks, kinks.length + 1);
        result[kinks.length] = below;
        return result;
    }

    @Override
    public boolean isStep() {
        return law.isStep();
    }
}
