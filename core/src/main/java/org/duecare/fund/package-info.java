/**
 * What does the pool carry? The joint liability fund, its levy and its shortage rule.
 */
@NullMarked
package org.duecare.fund;

import org.jspecify.annotations.NullMarked;
