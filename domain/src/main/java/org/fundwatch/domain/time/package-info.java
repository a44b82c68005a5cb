/** Wall-clock times of the national interface, always Asia/Shanghai. */
@NullMarked
package org.fundwatch.domain.time;

import org.jspecify.annotations.NullMarked;
