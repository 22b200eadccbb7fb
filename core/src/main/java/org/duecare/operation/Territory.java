package org.duecare.operation;

import org.duecare.quantity.Key;

/** A territory in which operations run. */
public record Territory(
        @Key(doc = "Region, for comparison among peers.", fallback = "")
        String region) {}
