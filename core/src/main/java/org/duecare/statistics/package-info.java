/**
 * What do samples say? Named estimators with intervals, exact sums, exact quantile selection.
 */
@NullMarked
package org.duecare.statistics;

import org.jspecify.annotations.NullMarked;
