/**
 * The results as one page that needs no network: a finding in two sentences, curves, who pays, the fund, every number
 * with its range, the limits of the model. One class a section; all text from files passes {@link
 * org.duecare.reports.page.Html#escape}.
 */
@NullMarked
package org.duecare.reports.page;

import org.jspecify.annotations.NullMarked;
