/**
 * What does the insurer carry? Policy terms and the obligation to insure.
 */
@NullMarked
package org.duecare.insurance;

import org.jspecify.annotations.NullMarked;
