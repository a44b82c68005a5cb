/** Sample alerts, and the running service for tests. */
@NullMarked
package org.fundwatch.alertapi.testing;

import org.jspecify.annotations.NullMarked;
