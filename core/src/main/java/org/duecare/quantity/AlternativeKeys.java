package org.duecare.quantity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public static factory method of a record as another set of scenario keys for the same concept: the names of
 * its parameters are the keys, and each parameter carries a {@link Key}. Exactly one set may be written at a time.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AlternativeKeys {}
