/**
 * Which law? Severity and count laws with exact tails, described by records ({@link org.duecare.distribution.LossLaw},
 * {@link org.duecare.distribution.CountLaw}) and compiled once into tables that turn a random word, or a normal score,
 * into an amount in a few nanoseconds. Formulas follow Klugman, Panjer and Willmot, "Loss Models", and the Digital
 * Library of Mathematical Functions. Only {@link StrictMath} and plain arithmetic are used, so the bits are the same on
 * every machine and Java release. How often and to whom losses happen does not belong here.
 */
@NullMarked
package org.duecare.distribution;

import org.jspecify.annotations.NullMarked;
