/**
 * Scenario files to core types: reading with all faults at once, overlays, the resolved scenario and its hash, the JSON
 * Schema, the explanation of every key, the shipped library. Imports the core and Jackson's tokenisers only.
 */
@NullMarked
package org.duecare.scenarios;

import org.jspecify.annotations.NullMarked;
