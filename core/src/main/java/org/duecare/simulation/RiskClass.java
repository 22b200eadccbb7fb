package org.duecare.simulation;

import java.util.List;
import java.util.Locale;
import org.duecare.operation.Operation;

/**
 * The class by which a policy is rated before the first trial.
 *
 * @param size class of revenue in main units: micro up to 2 million, small up to 10, medium up to 50, large up to 500,
 *     very-large above; the first three are the turnover ceilings of Commission Recommendation 2003/361/EC, the last is an
 *     assumption
 * @param posture quarter of the mean level of care: 0-25, 25-50, 50-75, 75-100 per cent
 */
public record RiskClass(String sector, String territory, String size, String posture) {
    private static final double[] REVENUES = {2e6, 10e6, 50e6, 500e6};
    private static final String[] SIZES = {"micro", "small", "medium", "large", "very-large"};
    private static final String[] POSTURES = {"0-25", "25-50", "50-75", "75-100"};

    /** The class of an operation. */
    public static RiskClass of(Operation operation) {
        int size = 0;
        while (size < REVENUES.length && operation.revenue() > REVENUES[size]) {
            size++;
        }
        double[] levels = operation.posture().toArray();
        double sum = 0;
        for (double level : levels) {
            sum += level;
        }
        int quarter = Math.min(POSTURES.length - 1, (int) (POSTURES.length * sum / levels.length));
        return new RiskClass(operation.sector(), operation.territory(), SIZES[size], POSTURES[quarter]);
    }

    /** The value of one dimension: sector, territory, size or posture. */
    public String value(Dimension dimension) {
        return switch (dimension) {
            case SECTOR -> sector;
            case TERRITORY -> territory;
            case SIZE -> size;
            case POSTURE -> posture;
        };
    }

    /** The value of one dimension in a form whose alphabetic order is that of tables. */
    public String rank(Dimension dimension) {
        String value = value(dimension);
        int place = List.of(SIZES).indexOf(value);
        return dimension == Dimension.SIZE ? place + value : value;
    }

    /** What a class is made of. */
    public enum Dimension {
        /** Economic sector. */
        SECTOR,
        /** Territory. */
        TERRITORY,
        /** Class of revenue. */
        SIZE,
        /** Quarter of care. */
        POSTURE;

        /** The word in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
