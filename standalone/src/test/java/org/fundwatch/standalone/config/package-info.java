/** Tests of settings. */
@NullMarked
package org.fundwatch.standalone.config;

import org.jspecify.annotations.NullMarked;
