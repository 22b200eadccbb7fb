/**
 * What should it cost? Premium principles on a law of losses, loadings on top of them, calibration of a principle to a
 * return on capital, and the allocation of a whole to its parts. Numbers in, numbers out: nothing here knows a scenario.
 */
@NullMarked
package org.duecare.premium;

import org.jspecify.annotations.NullMarked;
