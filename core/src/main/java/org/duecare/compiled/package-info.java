/**
 * The scenario as arrays: names have become indices, choices have become parameter columns. Nothing here knows a string
 * beyond identifiers for reports.
 */
@NullMarked
package org.duecare.compiled;

import org.jspecify.annotations.NullMarked;
