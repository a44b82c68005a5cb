/** The same three rules in this library, in Esper, in Drools and in a hand-written loop. */
@NullMarked
package org.fundwatch.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
