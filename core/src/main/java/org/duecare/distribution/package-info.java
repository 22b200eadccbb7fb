/**
 * Which law? Severity and count laws with exact tails, compiled once into quantile tables.
 */
@NullMarked
package org.duecare.distribution;

import org.jspecify.annotations.NullMarked;
