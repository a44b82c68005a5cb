package org.fundwatch.alertapi.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.StreamId;
import org.springframework.stereotype.Component;

/**
 * Texts in the journal under their SHA-256: each is a stream of one entry, which nobody can change
 * unseen. A long text is packed, and what is still long then lies in pieces under hashes of their
 * own: no entry is too long for a topic. Thread-safe.
 */
@Component
final class KeptTexts {
  private static final String PREFIX = "S-";
  private static final String TYPE = "SNAPSHOT";
  private static final String GZIP = "gzip";

  /** Characters of a text that is kept as it is. */
  private static final int PLAIN = 16 << 10;

  /** Characters of a piece. */
  private static final int PIECE = 128 << 10;

  /** Characters that are written at once. */
  private static final int WRITTEN_AT_ONCE = 4 << 20;

  private static final int READ_AT_ONCE = 100;

  private final Journal journal;

  KeptTexts(Journal journal) {
    this.journal = journal;
  }

  /**
   * What the journal keeps of a text.
   *
   * @param payload the text, or the base64 of what it was packed into
   * @param packing empty for none, or {@code gzip}
   * @param pieces hashes of the texts that the payload was cut into, none when it stands here
   */
  private record Kept(String payload, String packing, List<String> pieces) {
    Kept {
      // Entries written before long texts were packed have neither.
      packing = packing == null ? "" : packing;
      pieces = pieces == null ? List.of() : List.copyOf(pieces);
    }
  }

  /** True when a stream of cases is a text and no case. */
  static boolean isText(StreamId stream) {
    return stream.id().startsWith(PREFIX);
  }

  /** Keeps texts; what is kept already stays as it is. */
  Writer writer(String by) {
    return new Writer(by);
  }

  /** Gathers texts and writes them in parts of a bounded size. Used by one thread. */
  final class Writer {
    private final String by;
    private final Map<String, Kept> waiting = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private int characters;

    private Writer(String by) {
      this.by = by;
    }

    /** Keeps a text under its hash, at the latest at {@link #finish}. */
    void add(String sha256, String text) {
      if (!known.add(sha256)) {
        return;
      }
      var payload = text.length() > PLAIN ? packed(text) : text;
      var packing = text.length() > PLAIN ? GZIP : "";
      var pieces = new ArrayList<String>();
      for (int from = 0; payload.length() > PIECE && from < payload.length(); from += PIECE) {
        // Base64: no character takes two places.
        var piece = payload.substring(from, Math.min(from + PIECE, payload.length()));
        var hash = Digests.of(piece).sha256();
        pieces.add(hash);
        put(hash, new Kept(piece, "", List.of()));
      }
      put(sha256, new Kept(pieces.isEmpty() ? payload : "", packing, pieces));
    }

    private void put(String sha256, Kept kept) {
      waiting.put(sha256, kept);
      characters += kept.payload().length();
      if (characters > WRITTEN_AT_ONCE) {
        finish();
      }
    }

    /** Returns when the journal has all of them. */
    void finish() {
      var drafts =
          waiting.entrySet().stream()
              .map(one -> new Draft(stream(one.getKey()), 0, TYPE, one.getValue(), by))
              .toList();
      for (var appended : journal.appendAll(drafts)) {
        if (appended.outcome() != Outcome.CONFLICT) {
          appended.orThrow();
        }
      }
      waiting.clear();
      characters = 0;
    }
  }

  /**
   * Texts by their hashes, all of them.
   *
   * @throws IllegalStateException when one is missing
   */
  Map<String, String> read(Collection<String> hashes) {
    var distinct = List.copyOf(new LinkedHashSet<>(hashes));
    var texts = new LinkedHashMap<String, String>();
    for (int from = 0; from < distinct.size(); from += READ_AT_ONCE) {
      var some = distinct.subList(from, Math.min(from + READ_AT_ONCE, distinct.size()));
      var streams =
          journal.readAll(CaseStore.KIND, some.stream().map(hash -> PREFIX + hash).toList());
      for (var hash : some) {
        var entries = streams.get(stream(hash));
        if (entries == null) {
          throw new IllegalStateException("snapshot %s: missing from the journal".formatted(hash));
        }
        texts.put(hash, text(entries.get(0).body(Kept.class)));
      }
    }
    return texts;
  }

  private String text(Kept kept) {
    var payload = kept.payload();
    if (!kept.pieces().isEmpty()) {
      var pieces = read(kept.pieces());
      payload = kept.pieces().stream().map(pieces::get).collect(Collectors.joining());
    }
    return kept.packing().equals(GZIP) ? unpacked(payload) : payload;
  }

  private static StreamId stream(String sha256) {
    return new StreamId(CaseStore.KIND, PREFIX + sha256);
  }

  private static String packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String unpacked(String payload) {
    try (var gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(payload)))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
