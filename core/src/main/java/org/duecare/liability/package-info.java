/**
 * Who must answer? The liability rule, the court's finding and the causation test. The origin of an incident never enters.
 */
@NullMarked
package org.duecare.liability;

import org.jspecify.annotations.NullMarked;
