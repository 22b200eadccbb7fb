/**
 * Where chance comes from. A random number is an address, not a state: the draw at (seed, operation, threat, block or
 * trial, year, stream, index) is a pure function of that address, so that threads, partitions, the order of operations
 * and the choice of outputs cannot move it. Everything here is frozen per model version; golden words guard it.
 */
@NullMarked
package org.duecare.random;

import org.jspecify.annotations.NullMarked;
