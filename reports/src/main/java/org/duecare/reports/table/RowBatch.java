package org.duecare.reports.table;

import java.util.Arrays;
import java.util.List;

/** Rows on their way into a table, column by column in arrays; filled, written, and filled again. */
final class RowBatch {
    private final List<TableColumn> columns;
    private final double[][] numbers;
    private final long[][] wholes;
    private final String[][] names;

    RowBatch(List<TableColumn> columns, int capacity) {
        this.columns = List.copyOf(columns);
        numbers = new double[columns.size()][];
        wholes = new long[columns.size()][];
        names = new String[columns.size()][];
        for (int c = 0; c < columns.size(); c++) {
            switch (columns.get(c).kind()) {
                case NAME -> names[c] = new String[capacity];
                case CODE, COUNT, FLAG -> wholes[c] = new long[capacity];
                case NUMBER, LEVEL -> numbers[c] = new double[capacity];
            }
        }
    }

    List<TableColumn> columns() {
        return columns;
    }

    double[] numbers(int column) {
        return numbers[column];
    }

    long[] wholes(int column) {
        return wholes[column];
    }

    String[] names(int column) {
        return names[column];
    }

    /** Whether a row of a column is known to hold what the row before it holds. */
    boolean repeats(int column, int row) {
        return switch (columns.get(column).kind()) {
            case NAME -> names[column][row] == names[column][row - 1];
            case CODE, COUNT, FLAG -> wholes[column][row] == wholes[column][row - 1];
            case NUMBER, LEVEL ->
                Double.doubleToLongBits(numbers[column][row]) == Double.doubleToLongBits(numbers[column][row - 1]);
        };
    }

    /** Sets the same name in all rows. */
    void fill(int column, String name) {
        Arrays.fill(names[column], name);
    }

    /** Sets the same whole number in all rows. */
    void fill(int column, long value) {
        Arrays.fill(wholes[column], value);
    }

    /** Sets the same number in all rows; NaN is null. */
    void fill(int column, double value) {
        Arrays.fill(numbers[column], value);
    }

    /** Sets one row, for small tables; the types must be those of the columns. */
    void set(int row, Object... values) {
        for (int c = 0; c < values.length; c++) {
            Object value = values[c];
            switch (columns.get(c).kind()) {
                case NAME -> names[c][row] = (String) value;
                case CODE, COUNT -> wholes[c][row] = ((Number) value).longValue();
                case NUMBER, LEVEL -> numbers[c][row] = ((Number) value).doubleValue();
                case FLAG -> wholes[c][row] = (Boolean) value ? 1 : 0;
            }
        }
    }

    /** Copies rows of a batch with the same columns. */
    void copy(RowBatch source, int from, int to, int count) {
        for (int c = 0; c < columns.size(); c++) {
            switch (columns.get(c).kind()) {
                case NAME -> System.arraycopy(source.names[c], from, names[c], to, count);
                case CODE, COUNT, FLAG -> System.arraycopy(source.wholes[c], from, wholes[c], to, count);
                case NUMBER, LEVEL -> System.arraycopy(source.numbers[c], from, numbers[c], to, count);
            }
        }
    }
}
