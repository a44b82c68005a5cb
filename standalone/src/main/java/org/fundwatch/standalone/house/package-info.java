/** The services of one machine: started in order, found by other commands, stopped in order. */
@NullMarked
package org.fundwatch.standalone.house;

import org.jspecify.annotations.NullMarked;
