package org.duecare.assessment;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.LayerColumns;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.statistics.TailMoments;
import org.duecare.threat.ThreatType;

/** Which moments a measure has: decided from the laws and limits, never from the sample. */
final class Tails {
    private final CompiledVariant variant;
    private final TailMoments ownLoss;
    private final TailMoments harm;
    private final boolean someOwnWithoutEnd;

    Tails(CompiledScenario compiled, int v) {
        this.variant = compiled.variants().get(v);
        boolean capped = true;
        for (long cap : compiled.world().operators.potentialHarm) {
            capped &= cap != Money.UNLIMITED;
        }
        TailMoments own = TailMoments.FINITE_VARIANCE;
        TailMoments thirdParties = TailMoments.FINITE_VARIANCE;
        for (ThreatType threat : compiled.scenario().threats()) {
            own = worse(own, of(threat.severity()));
            if (!capped && threat.harm() != null) {
                thirdParties = worse(thirdParties, of(threat.harm().law()));
            } else if (!capped && threat.thirdPartyShare() != null) {
                thirdParties = worse(thirdParties, of(threat.severity()));
            }
        }
        boolean endless = false;
        for (long owned : compiled.world().operators.netAssets) {
            endless |= owned == Money.UNLIMITED;
        }
        this.someOwnWithoutEnd = endless;
        this.ownLoss = own;
        this.harm = thirdParties;
    }

    /** The moments of a measure's yearly sum. */
    TailMoments of(Measure measure) {
        return switch (measure) {
            case OWN_LOSS -> ownLoss;
            case HARM, DAMAGES, UNCOMPENSATED -> harm;
            case OPERATOR -> limited(0);
            case INSURER, REINSURER -> limited(1);
            case MUTUAL -> limited(2);
            case FUND -> variant.fund == null ? limited(3) : TailMoments.FINITE_VARIANCE;
            case STATE -> limited(4);
            default -> TailMoments.FINITE_VARIANCE;
        };
    }

    private TailMoments limited(int payer) {
        LayerColumns layers = variant.layers;
        for (int layer = 0; layer < layers.count; layer++) {
            boolean unlimited =
                    layers.kind[layer] == LayerColumns.NET_ASSETS ? someOwnWithoutEnd : !limited(layers, layer);
            if (layers.payer[layer] == payer && unlimited) {
                return harm;
            }
        }
        return TailMoments.FINITE_VARIANCE;
    }

    private static boolean limited(LayerColumns layers, int layer) {
        return layers.limit[layer] != Money.UNLIMITED
                || layers.annualLimit[layer] != Money.UNLIMITED
                || layers.upTo[layer] != Money.UNLIMITED
                || layers.limitOf[layer] != null
                || layers.annualLimitOf[layer] != null;
    }

    private static TailMoments of(LossLaw law) {
        if (law.mean() == Double.POSITIVE_INFINITY) {
            return TailMoments.INFINITE_MEAN;
        }
        return law.variance() == Double.POSITIVE_INFINITY ? TailMoments.INFINITE_VARIANCE : TailMoments.FINITE_VARIANCE;
    }

    private static TailMoments worse(TailMoments a, TailMoments b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
