/** JUnit extensions that start one broker and one Elasticsearch for a whole test run. */
@NullMarked
package org.fundwatch.embedded.junit;

import org.jspecify.annotations.NullMarked;
