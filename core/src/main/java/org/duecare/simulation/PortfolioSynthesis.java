package org.duecare.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.IncompleteBeta;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.Normal;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Portfolio;
import org.duecare.quantity.InvalidValueException;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;

/**
 * Operations from counts and laws. Each attribute is drawn at an address of its own under the portfolio seed: revenue at
 * index 0, users at 1, the common factor of posture at 2, its elements from 3 on. Frozen per model version.
 */
final class PortfolioSynthesis {
    private static final int REVENUE = 0;
    private static final int USERS = 1;
    private static final int COMMON_FACTOR = 2;
    private static final int FIRST_ELEMENT = 3;

    /** Posture levels are rounded to this step, so that the last bits of special functions cannot matter. */
    private static final double LEVEL_STEPS = 1e6;

    /** Operations made in one go. */
    private static final int PIECE = 1000;

    private final long seed;

    /** A part of a group, its operations numbered from {@code first + 1}. */
    private record Piece(OperationGroup group, String prefix, int first, int count) {}

    private PortfolioSynthesis(long seed) {
        this.seed = seed;
    }

    /** All operations of a portfolio, listed first, synthesised in the order of the file; not yet sorted. */
    static List<Operation> operations(Portfolio portfolio, long seed) {
        List<Operation> all = new ArrayList<>(portfolio.listed());
        Map<String, Integer> numbered = new HashMap<>();
        List<Piece> pieces = new ArrayList<>();
        PortfolioSynthesis synthesis = new PortfolioSynthesis(seed);
        for (OperationGroup group : portfolio.synthesise()) {
            String prefix = group.prefix();
            int first = numbered.getOrDefault(prefix, 0);
            for (int from = 0; from < group.count(); from += PIECE) {
                pieces.add(new Piece(group, prefix, first + from, Math.min(PIECE, group.count() - from)));
            }
            numbered.put(prefix, first + group.count());
        }
        // Each operation depends on the seed and its own name alone, so pieces may be made at once.
        pieces.parallelStream().map(synthesis::made).toList().forEach(all::addAll);
        long distinct = all.stream().map(Operation::operation).distinct().count();
        if (distinct != all.size()) {
            throw new InvalidValueException(
                    "operations", "hold an identifier twice", "A listed operation has the name of a synthesised one");
        }
        return all;
    }

    private List<Operation> made(Piece piece) {
        List<Operation> operations = new ArrayList<>(piece.count());
        for (int i = 1; i <= piece.count(); i++) {
            operations.add(operation(piece.group(), OperationGroup.name(piece.prefix(), piece.first() + i)));
        }
        return operations;
    }

    private Operation operation(OperationGroup group, String id) {
        long[] key = DrawAddress.key(seed, DrawAddress.nameKey("operation", id));
        double revenue = Math.floor(at(group.revenue(), key, REVENUE) * 100 + 0.5) / 100;
        double users = Math.floor(at(group.users(), key, USERS) + 0.5);
        double netAssets = group.netAssets().at(revenue);
        double potentialHarm = group.potentialHarm().at(revenue);
        return new Operation(
                id,
                id,
                group.sector(),
                group.territory(),
                revenue,
                netAssets,
                potentialHarm,
                users,
                posture(group.posture(), key),
                Map.of(),
                group.providers(),
                null,
                group.assurance(),
                Map.of(),
                group.technology());
    }

    private static double uniform(long[] key, int index) {
        return DrawAddress.uniform(DrawAddress.draw(key, 0, 0, StreamId.SYNTHESIS, index));
    }

    private static double at(LossLaw law, long[] key, int index) {
        return law.quantile(uniform(key, index));
    }

    private static ElementValues posture(OperationGroup.PostureLaw law, long[] key) {
        if (law.sd() == 0) {
            return ElementValues.uniform(law.mean());
        }
        double concentration = law.mean() * (1 - law.mean()) / (law.sd() * law.sd()) - 1;
        double a = law.mean() * concentration;
        double b = (1 - law.mean()) * concentration;
        double common = Normal.inverse(uniform(key, COMMON_FACTOR));
        double[] levels = new double[DiligenceElement.COUNT];
        for (int k = 0; k < levels.length; k++) {
            double own = Normal.inverse(uniform(key, FIRST_ELEMENT + k));
            double score = Math.sqrt(law.correlation()) * common + Math.sqrt(1 - law.correlation()) * own;
            double level = IncompleteBeta.inverse(a, b, Normal.cdf(score));
            levels[k] = Math.floor(level * LEVEL_STEPS + 0.5) / LEVEL_STEPS;
        }
        return ElementValues.of(levels);
    }
}
