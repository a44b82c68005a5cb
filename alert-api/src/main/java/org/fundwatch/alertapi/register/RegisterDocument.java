package org.fundwatch.alertapi.register;

import java.util.List;

/**
 * A record of a register as it is found by search.
 *
 * @param register which one
 * @param open false once it was ended by hand
 */
record RegisterDocument(
    String id,
    String register,
    int sequence,
    String owner,
    boolean open,
    String region,
    List<String> audience,
    long openedAt,
    long changedAt) {

  static RegisterDocument of(String register, Registered<? extends Listed> record) {
    return new RegisterDocument(
        record.id(),
        register,
        record.sequence(),
        record.owner(),
        record.open(),
        record.content().region(),
        record.content().audience(),
        record.openedAt(),
        record.changedAt());
  }
}
