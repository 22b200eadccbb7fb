package org.duecare.reports.table;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;

/**
 * One column of a table.
 *
 * @param name snake_case, the word of the scenario file where there is one
 * @param kind type of its values
 * @param optional whether it may hold nulls (NaN in a batch); numbers only
 * @param unit unit of its values; empty for names and codes
 */
record TableColumn(String name, Kind kind, boolean optional, String unit) {

    /** Types of columns. */
    enum Kind {
        /** Text; dictionary-encoded. */
        NAME(Type.BYTE_ARRAY),
        /** A small whole number from a small set; dictionary-encoded. */
        CODE(Type.INT32),
        /** A count or serial number. */
        COUNT(Type.INT64),
        /** A number; NaN is null where the column is optional. */
        NUMBER(Type.DOUBLE),
        /** A number that hardly varies; dictionary-encoded. */
        LEVEL(Type.DOUBLE),
        /** True or false. */
        FLAG(Type.BOOLEAN);

        private final Type type;

        Kind(Type type) {
            this.type = type;
        }

        Type type() {
            return type;
        }

        boolean isDictionaryEncoded() {
            return this == NAME || this == CODE || this == LEVEL;
        }
    }

    static TableColumn name(String name) {
        return new TableColumn(name, Kind.NAME, false, "");
    }

    static TableColumn code(String name, String unit) {
        return new TableColumn(name, Kind.CODE, false, unit);
    }

    static TableColumn count(String name, String unit) {
        return new TableColumn(name, Kind.COUNT, false, unit);
    }

    static TableColumn number(String name, String unit) {
        return new TableColumn(name, Kind.NUMBER, false, unit);
    }

    static TableColumn optional(String name, String unit) {
        return new TableColumn(name, Kind.NUMBER, true, unit);
    }

    SchemaElement schema() {
        SchemaElement element = new SchemaElement(name);
        element.setType(kind.type);
        element.setRepetition_type(optional ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED);
        if (kind == Kind.NAME) {
            element.setConverted_type(ConvertedType.UTF8);
            element.setLogicalType(LogicalType.STRING(new StringType()));
        }
        return element;
    }
}
