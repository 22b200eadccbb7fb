/**
 * What care was owed and shown? The nine elements of due diligence (Kulesza 2021), posture as held by an operation, the
 * standard of care, the shortfall and the vulnerability that follows from posture. Formulas stand once, as static functions
 * on primitives.
 */
@NullMarked
package org.duecare.diligence;

import org.jspecify.annotations.NullMarked;
