/**
 * On what terms does an insurer take a risk? Credibility of a record of its own, relativities of a multiplicative tariff,
 * bonus-malus. Numbers in, numbers out: nothing here knows a scenario.
 */
@NullMarked
package org.duecare.underwriting;

import org.jspecify.annotations.NullMarked;
