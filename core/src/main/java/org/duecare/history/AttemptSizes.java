package org.duecare.history;

import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SizeColumns;
import org.duecare.compiled.ThreatColumns;
import org.duecare.distribution.NormalScoreTable;
import org.duecare.distribution.QuantileTable;
import org.duecare.distribution.StepTable;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;

/** Own loss and harm of the surviving attempts of a chunk, in minor units at size factor 1. */
final class AttemptSizes {
    private static final int CHUNK = AttemptHistory.CHUNK;

    private final ThreatColumns threats;
    private final Draws draws;
    private final long[] ownWords = new long[CHUNK];
    private final long[] harmWords = new long[CHUNK];
    private final double[] sizes = new double[CHUNK];
    private final double[] scores = new double[CHUNK];
    private final double[] otherScores = new double[CHUNK];
    private final long[] minor = new long[CHUNK];
    private long saturated;

    AttemptSizes(ThreatColumns threats, Draws draws) {
        this.threats = threats;
        this.draws = draws;
    }

    long takeSaturated() {
        long taken = saturated;
        saturated = 0;
        return taken;
    }

    /** Writes own loss and harm of the survivors behind the rows that are already in {@code into}. */
    void draw(
            PairColumns pairs,
            int pair,
            int block,
            int year,
            int from,
            int length,
            int[] survivors,
            int survived,
            Incidents into) {
        int threat = pairs.threat[pair];
        if (needsOwnWords(threat)) {
            gather(pairs, pair, block, year, StreamId.OWN_LOSS, from, length, survivors, survived, ownWords);
        }
        if (needsHarmWords(threat)) {
            gather(pairs, pair, block, year, StreamId.HARM, from, length, survivors, survived, harmWords);
        }
        sizes(threat, pairs.sizeScale[pair], survived, into);
    }

    /** The same for arrivals at one pair, whose marks are addressed one by one. */
    void draw(PairColumns pairs, int pair, Arrivals arrivals, int[] rows, int count, Incidents into) {
        int threat = pairs.threat[pair];
        if (needsOwnWords(threat)) {
            gather(arrivals, StreamId.OWN_LOSS, rows, count, ownWords);
        }
        if (needsHarmWords(threat)) {
            gather(arrivals, StreamId.HARM, rows, count, harmWords);
        }
        sizes(threat, pairs.sizeScale[pair], count, into);
    }

    private boolean needsOwnWords(int threat) {
        return needsWords(threats.ownLoss[threat]) || threats.harm[threat].kind == SizeColumns.SCORE;
    }

    private boolean needsHarmWords(int threat) {
        return threats.harm[threat].kind != SizeColumns.NONE && needsWords(threats.harm[threat]);
    }

    private void sizes(int threat, double scale, int survived, Incidents into) {
        SizeColumns own = threats.ownLoss[threat];
        SizeColumns harm = threats.harm[threat];
        boolean scored = harm.kind == SizeColumns.SCORE;
        if (scored) {
            QuantileTable.fill(threats.normalRows, ownWords, survived, scores);
        }
        quantiles(own, ownWords, survived);
        toMinor(own, scale, survived, into.ownLoss, into.size);
        double share = threats.harmShare[threat];
        if (harm.kind == SizeColumns.NONE) {
            if (share == 1) {
                System.arraycopy(into.ownLoss, into.size, into.harm, into.size, survived);
            } else {
                toMinor(own, scale * share, survived, into.harm, into.size);
            }
            return;
        }
        if (scored) {
            correlate(threats.correlation[threat], survived);
            NormalScoreTable.fill(harm.values, scores, survived, sizes);
        } else {
            quantiles(harm, harmWords, survived);
        }
        toMinor(harm, scale, survived, into.harm, into.size);
    }

    private static boolean needsWords(SizeColumns law) {
        return law.kind >= SizeColumns.SMOOTH;
    }

    private void gather(
            PairColumns pairs,
            int pair,
            int block,
            int year,
            StreamId stream,
            int from,
            int length,
            int[] survivors,
            int survived,
            long[] words) {
        draws.pick(
                pairs.key0[pair],
                pairs.key1[pair],
                block,
                year,
                stream.number(),
                from,
                length,
                survivors,
                survived,
                words);
    }

    private void gather(Arrivals arrivals, StreamId stream, int[] rows, int count, long[] words) {
        long mixed0 = DrawAddress.mixed0(stream.number());
        long mixed1 = DrawAddress.mixed1(stream.number());
        for (int j = 0; j < count; j++) {
            int row = rows[j];
            words[j] = draws.word(arrivals.key0(row), arrivals.key1(row), mixed0, mixed1);
        }
    }

    private void quantiles(SizeColumns law, long[] words, int count) {
        switch (law.kind) {
            case SizeColumns.SMOOTH -> QuantileTable.fill(law.values, words, count, sizes);
            case SizeColumns.STEP -> StepTable.fill(law.thresholds, law.values, law.guide, words, count, sizes);
            case SizeColumns.CONSTANT -> java.util.Arrays.fill(sizes, 0, count, law.values[0]);
            default -> java.util.Arrays.fill(sizes, 0, count, 0);
        }
    }

    private void correlate(double correlation, int count) {
        QuantileTable.fill(threats.normalRows, harmWords, count, otherScores);
        double rest = Math.sqrt(1 - correlation * correlation);
        for (int j = 0; j < count; j++) {
            scores[j] = correlation * scores[j] + rest * otherScores[j];
        }
    }

    private void toMinor(SizeColumns law, double scale, int count, long[] out, int at) {
        if (law.largest * scale < Money.EVENT_MAX) {
            for (int j = 0; j < count; j++) {
                minor[j] = (long) (sizes[j] * scale + 0.5);
            }
        } else {
            saturate(scale, count);
        }
        System.arraycopy(minor, 0, out, at, count);
    }

    private void saturate(double scale, int count) {
        long atMaximum = 0;
        for (int j = 0; j < count; j++) {
            minor[j] = (long) Math.min(Money.EVENT_MAX, sizes[j] * scale + 0.5);
            atMaximum += minor[j] >>> 53;
        }
        saturated += atMaximum;
    }
}
