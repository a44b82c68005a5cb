/** Measures of a model on a period that it was not trained on. */
@NullMarked
package org.fundwatch.models.evaluation;

import org.jspecify.annotations.NullMarked;
