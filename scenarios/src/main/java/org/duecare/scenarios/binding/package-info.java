/**
 * From trees to records: binds a positioned tree to the records of the core by the {@link org.duecare.quantity.Key} that
 * stands at each component, and reports every fault with its place. The same metadata answers what keys there are.
 */
@NullMarked
package org.duecare.scenarios.binding;

import org.jspecify.annotations.NullMarked;
