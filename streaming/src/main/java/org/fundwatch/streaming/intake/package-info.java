/** From raw bytes to checked, tokenised events; what is refused becomes a sealed dead letter. */
@NullMarked
package org.fundwatch.streaming.intake;

import org.jspecify.annotations.NullMarked;
