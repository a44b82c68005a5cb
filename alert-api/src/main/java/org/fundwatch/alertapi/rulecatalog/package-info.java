/** The rules, readable by those who work with their findings. */
@NullMarked
package org.fundwatch.alertapi.rulecatalog;

import org.jspecify.annotations.NullMarked;
