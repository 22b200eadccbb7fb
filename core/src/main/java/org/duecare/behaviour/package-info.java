/** What will operators do about it? Care as the choice of whoever pays for it, and the prices that follow. */
@NullMarked
package org.duecare.behaviour;

import org.jspecify.annotations.NullMarked;
