package org.fundwatch.benchmarks.kills;

/**
 * A kill and what came after.
 *
 * @param strike what was killed, in words
 * @param hit whether the moment was met: a checkpoint without its last file, a bulk without answer
 * @param seconds from the kill until an alert written after it stood in the index and the API
 *     answered
 */
public record Recovery(String strike, boolean hit, double seconds) {}
