/** The same job in batch over files, without any server. */
@NullMarked
package org.fundwatch.streaming.judge;

import org.jspecify.annotations.NullMarked;
