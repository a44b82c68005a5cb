package org.fundwatch.alertapi.journal;

/**
 * Something that is not as it was written.
 *
 * @param stream as KIND/id
 * @param sequence of the entry at fault; 0 for the stream as a whole
 * @param found what is wrong, in words and without the entry's content
 */
public record StreamFault(String stream, int sequence, String found) {}
