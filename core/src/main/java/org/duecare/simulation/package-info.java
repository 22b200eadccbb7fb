/**
 * Set up and drive: scenario, compiler, plan, simulator.
 */
@NullMarked
package org.duecare.simulation;

import org.jspecify.annotations.NullMarked;
