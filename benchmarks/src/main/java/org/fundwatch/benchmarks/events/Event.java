package org.fundwatch.benchmarks.events;

/**
 * An event ready to be sent.
 *
 * @param messageId its message id
 * @param person its key on the topic
 * @param json as UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Event(String messageId, String person, byte[] json) {}
