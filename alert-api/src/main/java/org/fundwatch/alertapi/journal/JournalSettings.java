package org.fundwatch.alertapi.journal;

import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the journal is sealed and published.
 *
 * @param key of the seals on the heads of streams, 64 hexadecimal digits; kept outside of search
 *     node and broker
 * @param topicPrefix before the names of the topics, so that installations can share a cluster
 * @param requestLease how long a request with a key may take to create something: after that it has
 *     broken off, and the same request may create it; longer than the search node may take
 */
@ConfigurationProperties("fundwatch.journal")
record JournalSettings(
    @Nullable String key,
    @DefaultValue("") String topicPrefix,
    @DefaultValue("30s") Duration requestLease) {
  private static final int KEY_BYTES = 32;

  JournalSettings {
    if (key == null || !key.matches("[0-9a-fA-F]{%d}".formatted(2 * KEY_BYTES))) {
      throw new IllegalArgumentException(
          "fundwatch.journal.key: %s; %d hexadecimal digits are wanted, such as from: openssl rand"
                  .formatted(key == null ? "missing" : "not a key", 2 * KEY_BYTES)
              + " -hex 32");
    }
  }

  byte[] keyBytes() {
    return HexFormat.of().parseHex(String.valueOf(key));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "JournalSettings[topicPrefix=" + topicPrefix + "]";
  }
}
