package org.duecare.quantity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The documentation of one scenario key, written at the record component of the same name. The file reader, the JSON
 * Schema, {@code duecare explain} and the reference pages are all made from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Key {
    /** What the value means, in one or two sentences. */
    String doc();

    /** Unit: "money", "share", "1/year", "years", "users"; empty for names and blocks. */
    String unit() default "";

    /** Smallest value allowed; the constructor of the record enforces the same bound. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest value allowed; the constructor of the record enforces the same bound. */
    double max() default Double.POSITIVE_INFINITY;

    /** True when {@link #min} itself is refused. */
    boolean aboveMin() default false;

    /** Default as it would be written in a scenario file; {@link #REQUIRED} when the key must be given. */
    String fallback() default REQUIRED;

    /** True when {@code none} may be written and means unlimited. */
    boolean unlimited() default false;

    /** Where a default or a range comes from, or the word "assumption". */
    String source() default "";

    /** True when the component's own keys stand directly in the enclosing map. */
    boolean inline() default false;

    /** Marks a key without default. */
    String REQUIRED = "required";
}
