package org.duecare.history;

import org.duecare.compiled.SizeColumns;
import org.duecare.compiled.ThreatColumns;
import org.duecare.distribution.Normal;
import org.duecare.distribution.NormalScoreTable;
import org.duecare.distribution.QuantileTable;
import org.duecare.distribution.StepTable;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;

/** Own loss and harm of an extra attempt, the mark of its harm drawn from the upper tail. */
final class TiltedMarks {
    private final ThreatColumns threats;
    private long saturated;

    TiltedMarks(ThreatColumns threats) {
        this.threats = threats;
    }

    long takeSaturated() {
        long taken = saturated;
        saturated = 0;
        return taken;
    }

    /**
     * Writes own loss and harm of one row.
     *
     * @param tail probability of the upper tail that the mark of the harm is drawn from
     */
    void draw(int threat, double scale, double tail, long ownWord, long harmWord, int row, Incidents into) {
        SizeColumns own = threats.ownLoss[threat];
        SizeColumns harm = threats.harm[threat];
        if (harm.kind == SizeColumns.NONE) {
            double size = size(own, upper(ownWord, tail));
            into.ownLoss[row] = minor(size * scale);
            into.harm[row] = minor(size * (scale * threats.harmShare[threat]));
        } else if (harm.kind == SizeColumns.SCORE) {
            double rho = threats.correlation[threat];
            double score = QuantileTable.value(threats.normalRows, upper(harmWord, tail));
            double noise = QuantileTable.value(threats.normalRows, ownWord);
            double ownScore = rho * score + Math.sqrt(1 - rho * rho) * noise;
            into.ownLoss[row] = minor(size(own, wordOf(ownScore)) * scale);
            into.harm[row] = minor(NormalScoreTable.value(harm.values, score) * scale);
        } else {
            into.ownLoss[row] = minor(size(own, ownWord) * scale);
            into.harm[row] = minor(size(harm, upper(harmWord, tail)) * scale);
        }
    }

    /** The word of a uniform in the upper tail: {@code 1 - tail u}. */
    private static long upper(long word, double tail) {
        long fromTop = (long) (DrawAddress.uniform(word) * tail * DrawAddress.CELLS);
        return (DrawAddress.CELLS - 1 - fromTop) << 11;
    }

    /** The word of a normal score. */
    private static long wordOf(double score) {
        long word = (long) (Normal.cdf(-Math.abs(score)) * DrawAddress.CELLS) << 11;
        return score > 0 ? ~word : word;
    }

    private static double size(SizeColumns law, long word) {
        return switch (law.kind) {
            case SizeColumns.SMOOTH -> QuantileTable.value(law.values, word);
            case SizeColumns.STEP -> law.values[StepTable.index(law.thresholds, law.guide, word)];
            case SizeColumns.CONSTANT -> law.values[0];
            default -> 0;
        };
    }

    private long minor(double amount) {
        long minor = (long) Math.min(Money.EVENT_MAX, amount + 0.5);
        saturated += minor >>> 53;
        return minor;
    }
}
