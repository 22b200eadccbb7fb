/**
 * Whom can it strike? Operations of operators in territories, listed or synthesised.
 */
@NullMarked
package org.duecare.operation;

import org.jspecify.annotations.NullMarked;
