/** Models on disk: versions derived from content, published whole, refused when unknown. */
@NullMarked
package org.fundwatch.models.registry;

import org.jspecify.annotations.NullMarked;
