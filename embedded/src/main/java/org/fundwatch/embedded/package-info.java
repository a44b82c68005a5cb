/** Real servers for one machine: a Kafka broker in this process and an Elasticsearch beside it. */
@NullMarked
package org.fundwatch.embedded;

import org.jspecify.annotations.NullMarked;
