/**
 * What comes at them? Types of threat with rates, common yearly levels and severities.
 */
@NullMarked
package org.duecare.threat;

import org.jspecify.annotations.NullMarked;
