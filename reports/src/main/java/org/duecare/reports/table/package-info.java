/**
 * The results as Parquet: one class a table, written column-wise from blocks of trials, so that memory does not grow with
 * the number of trials. No Hadoop code runs.
 */
@NullMarked
package org.duecare.reports.table;

import org.jspecify.annotations.NullMarked;
