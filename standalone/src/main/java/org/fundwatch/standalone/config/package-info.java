/** Settings from the command line, the environment and a file, and where data lies. */
@NullMarked
package org.fundwatch.standalone.config;

import org.jspecify.annotations.NullMarked;
