package org.fundwatch.alertapi.search;

/**
 * A document as it was read.
 *
 * @param id its id
 * @param source its content
 * @param seqNo with the term: which write made it, for conditional writes
 * @param primaryTerm see seqNo
 */
public record Stored<T>(String id, T source, long seqNo, long primaryTerm) {}
