/**
 * What does the run mean? Estimates with intervals, exceedance curves, comparisons.
 */
@NullMarked
package org.duecare.assessment;

import org.jspecify.annotations.NullMarked;
