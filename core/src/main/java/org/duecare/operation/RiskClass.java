package org.duecare.operation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.duecare.diligence.Assurance;

/**
 * The class by which an operation is rated before the first trial.
 *
 * @param size class of revenue in main units: micro up to 2 million, small up to 10, medium up to 50, large up to 500,
 *     very-large above; the first three are the turnover ceilings of Commission Recommendation 2003/361/EC, the last is an
 *     assumption
 * @param posture quarter of the mean level of care: 0-25, 25-50, 50-75, 75-100 per cent
 * @param assurance level of the certificate: none, basic, substantial, high
 */
public record RiskClass(String sector, String territory, String size, String posture, String assurance) {
    private static final double[] REVENUES = {2e6, 10e6, 50e6, 500e6};
    private static final List<String> SIZES = List.of("micro", "small", "medium", "large", "very-large");
    private static final List<String> POSTURES = List.of("0-25", "25-50", "50-75", "75-100");
    private static final List<String> ASSURANCES =
            Stream.of(Assurance.Level.values()).map(RiskClass::word).toList();

    /** The class of an operation that has its own certificate. */
    public static RiskClass of(Operation operation) {
        return of(operation, operation.assurance());
    }

    /** The class of an operation with the certificate that it holds under a policy. */
    public static RiskClass of(Operation operation, Assurance.Level assurance) {
        int size = 0;
        while (size < REVENUES.length && operation.revenue() > REVENUES[size]) {
            size++;
        }
        return new RiskClass(
                operation.sector(),
                operation.territory(),
                SIZES.get(size),
                POSTURES.get(quarter(operation.posture().toArray())),
                word(assurance));
    }

    /** The quarter of the mean of nine levels, from 0. */
    public static int quarter(double[] levels) {
        double sum = 0;
        for (double level : levels) {
            sum += level;
        }
        return quarter(sum / levels.length);
    }

    private static int quarter(double mean) {
        return Math.min(POSTURES.size() - 1, (int) (POSTURES.size() * mean));
    }

    /** The class of the same operation at another mean level of care. */
    public RiskClass withPosture(double mean) {
        return new RiskClass(sector, territory, size, POSTURES.get(quarter(mean)), assurance);
    }

    private static String word(Assurance.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** The value of one dimension. */
    public String value(Dimension dimension) {
        return switch (dimension) {
            case SECTOR -> sector;
            case TERRITORY -> territory;
            case SIZE -> size;
            case POSTURE -> posture;
            case ASSURANCE -> assurance;
        };
    }

    /** The value of one dimension in a form whose alphabetic order is that of tables. */
    public String rank(Dimension dimension) {
        return dimension.rank(value(dimension));
    }

    /** What a class is made of. */
    public enum Dimension {
        /** Economic sector. */
        SECTOR(List.of()),
        /** Territory. */
        TERRITORY(List.of()),
        /** Class of revenue. */
        SIZE(SIZES),
        /** Quarter of care. */
        POSTURE(POSTURES),
        /** Level of the certificate. */
        ASSURANCE(ASSURANCES);

        private final List<String> words;

        Dimension(List<String> words) {
            this.words = words;
        }

        /** The word in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All values that there are, from the first to the last; empty where any word may be one. */
        public List<String> words() {
            return words;
        }

        /** A value in a form whose alphabetic order is that of tables. */
        public String rank(String value) {
            int place = words.indexOf(value);
            return place < 0 ? value : place + value;
        }
    }
}
