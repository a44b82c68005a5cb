/**
 * Small authored tables of items, diagnoses, operations and payment groups, and a grouper over
 * them, so that everything runs without the national dictionaries.
 */
@NullMarked
package org.fundwatch.domain.reference;

import org.jspecify.annotations.NullMarked;
