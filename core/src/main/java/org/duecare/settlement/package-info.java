/**
 * What becomes of the threat history under a policy: thinning by posture, damages, layers, pools, columns.
 */
@NullMarked
package org.duecare.settlement;

import org.jspecify.annotations.NullMarked;
