package org.fundwatch.alertapi.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.testing.ServiceSettings;

/** Streams of invented entries. */
final class Samples {
  static final Seals SEALS =
      new Seals(new JournalSettings(ServiceSettings.JOURNAL_KEY, "", Duration.ofSeconds(30)));

  private Samples() {}

  /** A body. */
  record Note(String text, long amountFen) {}

  /** A stream as it is stored once all of it is on its topic. */
  static List<EntryDocument> stream(StreamId stream, int length) {
    var documents = new ArrayList<EntryDocument>();
    var previousHash = Chain.BEGINNING;
    for (int after = 0; after < length; after++) {
      var type = after == 0 ? "OPENED" : "NOTE";
      var draft = new Draft(stream, after, type, new Note("记录 " + after, after), "li");
      var entry = Chain.link(draft, previousHash, 1_700_000_000_000L + after);
      documents.add(EntryDocument.of(entry, SEALS.entry(entry), "").onTopic());
      previousHash = entry.hash();
    }
    return documents;
  }
}
