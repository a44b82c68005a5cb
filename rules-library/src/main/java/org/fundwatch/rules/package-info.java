/** Rules and knowledge as data, with the code that compiles, checks and evaluates them. */
@NullMarked
package org.fundwatch.rules;

import org.jspecify.annotations.NullMarked;
