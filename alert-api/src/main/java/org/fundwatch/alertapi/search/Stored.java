package org.fundwatch.alertapi.search;

/**
 * A document as it was read.
 *
 * @param index that it was read from: a conditional write goes there, never to the alias, behind
 *     which another index with other numbers may be by then
 * @param id its id
 * @param source its content
 * @param seqNo with the term: which write made it, for conditional writes
 * @param primaryTerm see seqNo
 */
public record Stored<T>(String index, String id, T source, long seqNo, long primaryTerm) {}
