/** The plain server-rendered pages until the console replaces them. */
@NullMarked
package org.fundwatch.alertapi.page;

import org.jspecify.annotations.NullMarked;
