/**
 * The settlement of a hospital or pharmacy with all that rules and models need, as plain records.
 */
@NullMarked
package org.fundwatch.domain.settlement;

import org.jspecify.annotations.NullMarked;
