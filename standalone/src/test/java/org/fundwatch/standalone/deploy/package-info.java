/** The files of deploy/ against the code that they configure. */
@NullMarked
package org.fundwatch.standalone.deploy;

import org.jspecify.annotations.NullMarked;
