/**
 * Who pays, in which order? The one layer formula, payers and the scheme as an ordered list of layers.
 */
@NullMarked
package org.duecare.compensation;

import org.jspecify.annotations.NullMarked;
