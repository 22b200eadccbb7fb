/**
 * Is this value allowed? Checks that name the value, the bound and a way out; the documentation of every scenario key;
 * money as long minor units. Imports nothing of the house.
 */
@NullMarked
package org.duecare.quantity;

import org.jspecify.annotations.NullMarked;
