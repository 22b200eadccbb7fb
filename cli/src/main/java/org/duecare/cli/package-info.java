/** The commands: one class each, and the only place that prints. Results go to stdout, messages and progress to stderr. */
@NullMarked
package org.duecare.cli;

import org.jspecify.annotations.NullMarked;
