package org.fundwatch.alertapi.journal;

import java.util.List;

/**
 * Tells further topics what entries mean for their readers. A Spring bean, asked by the relay; a
 * message may go out more than once.
 */
public interface Outlet {
  /** The streams that it is asked about. */
  Kind kind();

  /** What an entry gives to tell; often nothing. */
  List<Message> messages(Entry entry);

  /**
   * A message.
   *
   * @param topic without the installation's prefix
   * @param key all messages with the same keep their order
   * @param value a record, written as JSON
   */
  record Message(String topic, String key, Object value) {}
}
