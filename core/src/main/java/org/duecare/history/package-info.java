/**
 * What would happen to the undefended: attempts regenerated from their addresses, in chunks, never stored.
 */
@NullMarked
package org.duecare.history;

import org.jspecify.annotations.NullMarked;
