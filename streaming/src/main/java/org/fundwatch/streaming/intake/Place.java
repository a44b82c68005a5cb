package org.fundwatch.streaming.intake;

/**
 * Where a message was found.
 *
 * @param source topic, or path of the file as it was given
 * @param partition partition of the topic, or number of the file within the run
 * @param position offset in the partition, or line of the file from 1
 * @param file true for a file
 */
public record Place(String source, int partition, long position, boolean file) {

  /** {@code file:line} or {@code topic[partition]@offset}. */
  @Override
  public String toString() {
    return file ? source + ":" + position : "%s[%d]@%d".formatted(source, partition, position);
  }
}
