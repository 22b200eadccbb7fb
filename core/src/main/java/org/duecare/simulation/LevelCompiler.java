package org.duecare.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.compiled.LevelColumns;
import org.duecare.distribution.GammaLaw;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.QuantileTable;
import org.duecare.operation.Operation;
import org.duecare.random.DrawAddress;
import org.duecare.threat.ThreatType;

/** Common yearly levels: one row for each group of attempts that share one, found by name. */
final class LevelCompiler {
    private final long seed;
    private final List<long[]> keys = new ArrayList<>();
    private final List<ThreatType.Mixing> laws = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    LevelCompiler(long seed) {
        this.seed = seed;
    }

    /** The level that drives the attempts of a threat at an operation; -1 for none. */
    int of(ThreatType threat, Operation operation) {
        ThreatType.Mixing mixing = threat.mixing();
        if (mixing == null) {
            return -1;
        }
        String group = mixing.group() == null ? "type/" + threat.type() : "group/" + mixing.group();
        String who = switch (mixing.scope()) {
            case ALL -> "all";
            case SECTOR -> "sector/" + operation.sector();
            case OPERATION -> "operation/" + operation.operation();
        };
        return index.computeIfAbsent(group + "\n" + who, name -> {
            keys.add(DrawAddress.key(seed, DrawAddress.nameKey("level", name)));
            laws.add(mixing);
            return laws.size() - 1;
        });
    }

    LevelColumns columns() {
        int count = laws.size();
        double[][] rows = new double[count][];
        double[] autocorrelation = new double[count];
        boolean[] own = new boolean[count];
        boolean correlated = false;
        for (int i = 0; i < count; i++) {
            ThreatType.Mixing mixing = laws.get(i);
            LossLaw law = law(mixing);
            autocorrelation[i] = mixing.autocorrelation();
            rows[i] = autocorrelation[i] == 0 ? LawTables.smooth(law) : LawTables.scored(law);
            own[i] = mixing.scope() == ThreatType.Mixing.Scope.OPERATION;
            correlated |= autocorrelation[i] > 0;
        }
        return new LevelColumns(
                WorldCompiler.lane(keys, 0),
                WorldCompiler.lane(keys, 1),
                rows,
                autocorrelation,
                correlated ? QuantileTable.inverseNormal().rows() : new double[0],
                own);
    }

    /** The law of a level: mean 1 and the coefficient of variation stated. */
    private static LossLaw law(ThreatType.Mixing mixing) {
        double square = mixing.coefficientOfVariation() * mixing.coefficientOfVariation();
        return switch (mixing.law()) {
            case GAMMA -> new GammaLaw(1 / square, square);
            case LOGNORMAL -> {
                double variance = StrictMath.log1p(square);
                yield new Lognormal(-variance / 2, StrictMath.sqrt(variance));
            }
        };
    }
}
