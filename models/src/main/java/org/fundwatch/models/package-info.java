/** Features, training, registry and fast scoring of models. */
@NullMarked
package org.fundwatch.models;

import org.jspecify.annotations.NullMarked;
