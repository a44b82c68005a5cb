/** The settlements behind findings, asked for by the desks and sent by the person desk. */
@NullMarked
package org.fundwatch.streaming.row;

import org.jspecify.annotations.NullMarked;
