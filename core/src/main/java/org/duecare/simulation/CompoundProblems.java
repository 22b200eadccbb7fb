package org.duecare.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.NegativeBinomial;
import org.duecare.distribution.Poisson;
import org.duecare.premium.ClaimSize;
import org.duecare.premium.CompoundLaw;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.settlement.Measure;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/**
 * Which measures of a variant are compound laws that the exact engine can sum: operations that nothing couples, years that
 * are alike, and for a payer one layer of the scheme whose terms depend on the incident alone, before annual terms.
 */
public final class CompoundProblems {
    private static final double CELLS = DrawAddress.CELLS;
    private static final double MOST_CLAIMS = 10_000;

    private final CompiledWorld world;
    private final CompiledVariant variant;
    private final List<ThreatType> threats;
    private final boolean plain;

    /** The problems of one variant, by its place in the file. */
    public CompoundProblems(CompiledScenario compiled, int v) {
        this.world = compiled.world();
        this.variant = compiled.variants().get(v);
        this.threats = ScenarioCompiler.threatsInOrder(compiled.scenario());
        this.plain = !world.couples()
                && world.events.count() == 0
                && variant.hardening == null
                && yearsAreAlike()
                && levelsAreOwn();
    }

    private boolean yearsAreAlike() {
        boolean alike = true;
        for (int year = 2; year <= world.years; year++) {
            alike &= variant.phaseOfYear[year - 1] == variant.phaseOfYear[0] && variant.layers(year) == variant.layers;
            for (double[] trend : world.threats.trend) {
                alike &= trend[year - 1] == trend[0];
            }
        }
        return alike;
    }

    /** Whether every common level is gamma and drives the attempts of one pair alone. */
    private boolean levelsAreOwn() {
        int[] users = new int[world.pairs.level.length + 1];
        boolean own = true;
        for (int pair = 0; pair < world.pairs.level.length; pair++) {
            int level = world.pairs.level[pair];
            if (level >= 0) {
                ThreatType.Mixing mixing = threats.get(world.pairs.threat[pair]).mixing();
                boolean gamma = mixing != null && mixing.law() == ThreatType.Mixing.LevelLaw.GAMMA;
                own &= gamma && users[level]++ == 0;
            }
        }
        return own;
    }

    /**
     * The problem of a measure; null where it is none.
     *
     * @param most most sources after merging equal ones
     */
    public @Nullable CompoundProblem of(Measure measure, int most) {
        if (!plain) {
            return null;
        }
        CompoundProblem problem = switch (measure) {
            case OWN_LOSS, HARM, DAMAGES -> whole(measure);
            case OPERATOR, INSURER, MUTUAL, STATE -> layer(measure);
            default -> null;
        };
        int sources = problem == null
                ? 0
                : problem.groups().stream().mapToInt(List::size).sum();
        return sources > 0 && sources <= most ? problem : null;
    }

    private @Nullable CompoundProblem whole(Measure measure) {
        List<CompoundLaw.Source> sources = new ArrayList<>();
        for (int operation = 0; operation < world.operationCount(); operation++) {
            List<CompoundLaw.Source> own = sources(measure, operation, null);
            if (own == null) {
                return null;
            }
            sources.addAll(own);
        }
        return merged(List.of(sources), 0, Double.POSITIVE_INFINITY);
    }

    private @Nullable CompoundProblem layer(Measure payer) {
        LayerColumns layers = variant.layers;
        int number = payer.ordinal() == Measure.OPERATOR.ordinal() ? 0 : payerOf(payer);
        int found = -1;
        for (int layer = 0; layer < layers.count; layer++) {
            if (layers.payer[layer] == number) {
                if (found >= 0) {
                    return null;
                }
                found = layer;
            }
        }
        if (found < 0 || layers.stateAnswers != null && found == layers.count - 1) {
            return null;
        }
        return layer(found);
    }

    private static int payerOf(Measure payer) {
        return switch (payer) {
            case INSURER -> 1;
            case MUTUAL -> 2;
            case STATE -> 4;
            default -> throw new IllegalArgumentException(payer + " has no layer here");
        };
    }

    private @Nullable CompoundProblem layer(int layer) {
        LayerColumns layers = variant.layers;
        boolean annual = annual(layer);
        boolean pooled = layers.kind[layer] == LayerColumns.POOL || world.operationCount() == 1 || !annual;
        boolean ownLimits = layers.annualLimitOf[layer] != null && world.operationCount() > 1;
        boolean shared = layers.perOperator[layer] && world.operators.operatorCount() < world.operationCount();
        if (!closed(layer) || ownLimits || annual && (shared || layers.coinsurance[layer] < 1)) {
            return null;
        }
        for (int before = 0; before < layer; before++) {
            if (!closed(before) || annual(before)) {
                return null;
            }
        }
        List<List<CompoundLaw.Source>> groups = new ArrayList<>();
        for (int operation = 0; operation < world.operationCount(); operation++) {
            double[] part = part(layer, operation);
            if (part == null) {
                return null;
            }
            List<CompoundLaw.Source> own = part.length == 0 ? List.of() : sources(Measure.DAMAGES, operation, part);
            if (own == null) {
                return null;
            }
            groups.add(own);
        }
        List<CompoundLaw.Source> all = groups.stream().flatMap(List::stream).toList();
        return merged(
                pooled ? List.of(all) : groups,
                Money.main(layers.annualDeductible[layer]),
                amount(layers.annualLimit(layer, 0)));
    }

    private boolean annual(int layer) {
        LayerColumns layers = variant.layers;
        return layers.annualDeductible[layer] > 0
                || layers.annualLimit[layer] != Money.UNLIMITED
                || layers.annualLimitOf[layer] != null;
    }

    private boolean closed(int layer) {
        LayerColumns layers = variant.layers;
        boolean ofFund = layers.payer[layer] == 3;
        return !ofFund
                && !layers.special(layer)
                && layers.trigger[layer] == 0
                && layers.kind[layer] != LayerColumns.NET_ASSETS;
    }

    /** The interval of the harm that a layer takes and the share of it; empty for none, null where there are several. */
    private double @Nullable [] part(int layer, int operation) {
        LayerCover cover = new LayerCover();
        LayerColumns layers = variant.layers;
        List<double[]> taken = List.of();
        for (int l = 0; l <= layer; l++) {
            taken = layers.applies(l, operation)
                    ? cover.parts(
                            Money.main(layers.deductible[l]), amount(layers.limit(l, operation)), layers.coinsurance[l])
                    : List.of();
        }
        return taken.isEmpty() ? new double[0] : taken.size() == 1 ? taken.get(0) : null;
    }

    /** What one operation adds to a measure, or to the part of its damages that a layer takes; null where it is no sum of claims. */
    private @Nullable List<CompoundLaw.Source> sources(Measure measure, int operation, double @Nullable [] part) {
        PostureColumns posture = variant.phase(1);
        boolean ofLaw = measure == Measure.DAMAGES;
        boolean negligence = variant.rule == CompiledVariant.RULE_NEGLIGENCE;
        boolean grows = posture.sizeFactor[operation] != posture.careSizeFactor[operation];
        boolean butFor = ofLaw && negligence && variant.butFor;
        if (measure != Measure.OWN_LOSS && posture.victims != null
                || ofLaw && negligence && variant.yearlyNoise
                || butFor && grows) {
            return null;
        }
        double liable = variant.rule == CompiledVariant.RULE_NONE ? 0 : 1;
        liable = negligence ? 1 - posture.liableFrom[operation] / CELLS : liable;
        List<CompoundLaw.Source> sources = new ArrayList<>();
        for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
            double succeed = posture.successBelow[pair] / CELLS;
            double spared = butFor ? posture.careSuccessBelow[pair] / CELLS : 0;
            double kept = ofLaw ? liable * Math.max(0, succeed - spared) : succeed;
            CountLaw count = count(pair);
            ClaimSize size = size(measure, pair, operation, posture.sizeFactor[operation], kept);
            if (count == null) {
                return null;
            }
            if (size != null && kept > 0 && count.mean() > 0) {
                ClaimSize paid = part == null
                        ? size
                        : size.layer(part[0], part[1] - part[0]).share(part[2]);
                sources.add(new CompoundLaw.Source(count, paid));
            }
        }
        return sources;
    }

    private @Nullable CountLaw count(int pair) {
        ThreatType threat = threats.get(world.pairs.threat[pair]);
        CountLaw own = threat.count();
        if (own != null) {
            return world.pairs.level[pair] < 0 ? own : null;
        }
        double mean = world.pairs.rate[pair] * world.threats.trend[world.pairs.threat[pair]][0];
        if (mean > MOST_CLAIMS) {
            return null;
        }
        ThreatType.Mixing mixing = world.pairs.level[pair] < 0 ? null : threat.mixing();
        if (mixing == null || mean == 0) {
            return new Poisson(mean);
        }
        double variation = mixing.coefficientOfVariation();
        return new NegativeBinomial(mean, 1 + mean * variation * variation);
    }

    private @Nullable ClaimSize size(Measure measure, int pair, int operation, double factor, double kept) {
        ThreatType threat = threats.get(world.pairs.threat[pair]);
        double scale = world.pairs.sizeScale[pair] / Money.MINOR_PER_MAIN * factor;
        double cap = amount(world.operators.potentialHarm[operation]);
        ExpectedLoss.Size size = measure == Measure.OWN_LOSS
                ? new ExpectedLoss.Size(threat.severity(), scale, Double.POSITIVE_INFINITY)
                : ExpectedLoss.Size.ofHarm(threat, scale, cap);
        LossLaw law = size.law();
        return size.scale() == 0 ? null : new ClaimSize(law, 0, size.cap() / size.scale(), size.scale(), kept);
    }

    private static double amount(long minor) {
        return minor == Money.UNLIMITED ? Double.POSITIVE_INFINITY : Money.main(minor);
    }

    /** Poisson sources of equal sizes are one; what thins a Poisson count lowers its mean. */
    private static CompoundProblem merged(
            List<List<CompoundLaw.Source>> groups, double annualDeductible, double annualLimit) {
        List<List<CompoundLaw.Source>> merged = new ArrayList<>();
        for (List<CompoundLaw.Source> group : groups) {
            Map<ClaimSize, Double> rates = new LinkedHashMap<>();
            List<CompoundLaw.Source> sources = new ArrayList<>();
            for (CompoundLaw.Source source : group) {
                ClaimSize size = source.size();
                if (source.count() instanceof Poisson poisson) {
                    ClaimSize whole = new ClaimSize(size.law(), size.deductible(), size.limit(), size.coinsurance(), 1);
                    rates.merge(whole, poisson.mean() * size.kept(), Double::sum);
                } else {
                    sources.add(source);
                }
            }
            rates.forEach((size, rate) -> sources.add(new CompoundLaw.Source(new Poisson(rate), size)));
            if (!sources.isEmpty()) {
                merged.add(sources);
            }
        }
        return new CompoundProblem(merged, annualDeductible, annualLimit);
    }
}
