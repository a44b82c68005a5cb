/** Everything on one machine in one command. */
@NullMarked
package org.fundwatch.standalone;

import org.jspecify.annotations.NullMarked;
