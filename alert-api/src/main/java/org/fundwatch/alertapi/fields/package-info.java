/**
 * Single fields encrypted under keys from outside, so that a copy of the indices tells no names.
 */
@NullMarked
package org.fundwatch.alertapi.fields;

import org.jspecify.annotations.NullMarked;
