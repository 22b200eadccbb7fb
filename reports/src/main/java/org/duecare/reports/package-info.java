/**
 * What does a run leave on disk? One folder: tables, summary, report, manifest. Every file is complete under its final
 * name or absent; the manifest comes last and names the SHA-256 of all others.
 */
@NullMarked
package org.duecare.reports;

import org.jspecify.annotations.NullMarked;
