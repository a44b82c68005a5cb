/**
 * What people do, as entries of streams that are only ever added to: the truth from which every
 * other document about their work is derived.
 */
@NullMarked
package org.fundwatch.alertapi.journal;

import org.jspecify.annotations.NullMarked;
