/**
 * What stands in the file, and where? Text to a tree of positioned nodes, with everything refused that readers disagree
 * about (duplicate keys, anchors, tags, several documents, bad encodings); merging, addressing and canonical writing of
 * such trees; the problems found on the way. Knows nothing of scenarios.
 */
@NullMarked
package org.duecare.scenarios.tree;

import org.jspecify.annotations.NullMarked;
