/**
 * How a case goes: states, steps with what they need, clocks and money, folded from its entries;
 * knows no storage and no web.
 */
@NullMarked
package org.fundwatch.alertapi.procedure;

import org.jspecify.annotations.NullMarked;
