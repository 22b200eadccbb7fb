/**
 * How hard does it hit, and whom? Third parties' harm beside the operation's own loss.
 */
@NullMarked
package org.duecare.harm;

import org.jspecify.annotations.NullMarked;
