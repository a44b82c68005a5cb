package org.fundwatch.alertapi.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** What somebody who can write to the search node, and has no key, can do to a journal. */
enum Mutation {
  CHANGE_FIELD {
    @Override
    void apply(Books books, SplittableRandom random) {
      books.change(books.any(random), entry -> changed(entry, random.nextInt(10), random));
    }
  },
  REMOVE {
    @Override
    void apply(Books books, SplittableRandom random) {
      books.entries().remove(books.any(random));
    }
  },
  TRUNCATE {
    @Override
    void apply(Books books, SplittableRandom random) {
      var from = books.entries().get(books.any(random));
      books
          .entries()
          .removeIf(
              entry ->
                  entry.streamId().equals(from.streamId()) && entry.sequence() >= from.sequence());
    }
  },
  /** The head of a shorter stream was kept from when it was that short. */
  TRUNCATE_WITH_EARLIER_HEAD {
    @Override
    void apply(Books books, SplittableRandom random) {
      var last = books.entries().get(books.any(random));
      books
          .entries()
          .removeIf(
              entry ->
                  entry.streamId().equals(last.streamId()) && entry.sequence() > last.sequence());
      books.heads().put(last.streamId(), Samples.SEALS.head(last.entry()));
    }
  },
  REMOVE_STREAM {
    @Override
    void apply(Books books, SplittableRandom random) {
      var stream = books.entries().get(books.any(random)).streamId();
      books.entries().removeIf(entry -> entry.streamId().equals(stream));
      if (random.nextBoolean()) {
        books.heads().remove(stream);
      }
    }
  },
  /** What two entries say changes places, with or without their hashes and seals. */
  REORDER {
    @Override
    void apply(Books books, SplittableRandom random) {
      int one = books.any(random);
      int other = books.any(random);
      boolean whole = random.nextBoolean();
      var a = books.entries().get(one);
      var b = books.entries().get(other);
      books.change(one, entry -> saying(entry, b, whole));
      books.change(other, entry -> saying(entry, a, whole));
    }
  },
  /** Two entries change streams as they are. */
  SWAP_STREAMS {
    @Override
    void apply(Books books, SplittableRandom random) {
      int one = books.any(random);
      int other = books.any(random);
      var a = books.entries().get(one);
      var b = books.entries().get(other);
      books.change(one, entry -> in(entry, b.kind(), b.stream(), b.sequence()));
      books.change(other, entry -> in(entry, a.kind(), a.stream(), a.sequence()));
    }
  },
  /** The same once more, at its place or at another. */
  REPEAT {
    @Override
    void apply(Books books, SplittableRandom random) {
      var entry = books.entries().get(books.any(random));
      int sequence = entry.sequence() + random.nextInt(3);
      books.entries().add(in(entry, entry.kind(), entry.stream(), sequence));
    }
  },
  /** One that fits the chain, at the end of a stream. */
  APPEND {
    @Override
    void apply(Books books, SplittableRandom random) {
      var stream = books.stream(books.entries().get(books.any(random)).streamId());
      var last = stream.get(stream.size() - 1);
      var draft =
          new Draft(last.streamId(), last.sequence(), "NOTE", new Samples.Note("假", 1), "li");
      var forged = EntryDocument.of(Chain.link(draft, last.hash(), last.at()), last.seal(), "");
      books.entries().add(random.nextBoolean() ? forged.onTopic() : forged);
    }
  },
  /** A stream that fits in itself, from a changed entry on, and with it its head. */
  REHASH_WITHOUT_KEY {
    @Override
    void apply(Books books, SplittableRandom random) {
      int at = books.any(random);
      var stream = books.entries().get(at).streamId();
      books.change(at, entry -> changed(entry, BODY, random));
      var previousHash = Chain.BEGINNING;
      for (int i = 0; i < books.entries().size(); i++) {
        if (books.entries().get(i).streamId().equals(stream)) {
          var before = previousHash;
          books.change(i, entry -> rehashed(entry, before));
          previousHash = books.entries().get(i).hash();
        }
      }
      var head = books.heads().get(stream);
      books
          .heads()
          .put(
              stream,
              new Head(head.kind(), head.stream(), head.sequence(), previousHash, head.seal()));
    }
  },
  CHANGE_HEAD {
    @Override
    void apply(Books books, SplittableRandom random) {
      var stream = books.entries().get(books.any(random)).streamId();
      var head = books.heads().get(stream);
      books
          .heads()
          .put(
              stream,
              switch (random.nextInt(4)) {
                case 0 ->
                    new Head(
                        head.kind(), head.stream(), head.sequence() + 1, head.hash(), head.seal());
                case 1 ->
                    new Head(
                        head.kind(),
                        head.stream(),
                        head.sequence(),
                        flipped(head.hash(), random),
                        head.seal());
                case 2 ->
                    new Head(
                        head.kind(),
                        head.stream(),
                        head.sequence(),
                        head.hash(),
                        flipped(head.seal(), random));
                default ->
                    books.heads().values().stream()
                        .filter(other -> !other.equals(head))
                        .toList()
                        .get(0);
              });
    }
  },
  REMOVE_HEAD {
    @Override
    void apply(Books books, SplittableRandom random) {
      books.heads().remove(books.entries().get(books.any(random)).streamId());
    }
  };

  private static final int BODY = 6;

  abstract void apply(Books books, SplittableRandom random);

  /** What is stored: entries of all streams, and heads under the streams that they are filed by. */
  record Books(List<EntryDocument> entries, Map<StreamId, Head> heads) {
    int any(SplittableRandom random) {
      return random.nextInt(entries.size());
    }

    void change(int at, UnaryOperator<EntryDocument> change) {
      entries.set(at, change.apply(entries.get(at)));
    }

    List<EntryDocument> stream(StreamId stream) {
      return entries.stream().filter(entry -> entry.streamId().equals(stream)).toList();
    }

    Books copy() {
      return new Books(new ArrayList<>(entries), new HashMap<>(heads));
    }
  }

  private static EntryDocument changed(EntryDocument entry, int field, SplittableRandom random) {
    return new EntryDocument(
        field == 0 ? entry.kind() == Kind.CASE ? Kind.ALERT : Kind.CASE : entry.kind(),
        field == 1 ? entry.stream() + "x" : entry.stream(),
        field == 2 ? entry.sequence() + 1 + random.nextInt(5) : entry.sequence(),
        field == 3 ? entry.type() + "S" : entry.type(),
        field == 4 ? entry.at() + 1 + random.nextInt(1_000) : entry.at(),
        field == 5 ? "wang" : entry.by(),
        field == BODY ? entry.body().replace("记录", "纪录" + random.nextInt(9)) : entry.body(),
        field == 7 ? flipped(entry.previousHash(), random) : entry.previousHash(),
        field == 8 ? flipped(entry.hash(), random) : entry.hash(),
        field == 9 ? flipped(entry.seal(), random) : entry.seal(),
        entry.requestKey(),
        entry.relayed());
  }

  /** The place of one entry with what another says. */
  private static EntryDocument saying(EntryDocument place, EntryDocument other, boolean whole) {
    return new EntryDocument(
        place.kind(),
        place.stream(),
        place.sequence(),
        other.type(),
        other.at(),
        other.by(),
        other.body(),
        whole ? other.previousHash() : place.previousHash(),
        whole ? other.hash() : place.hash(),
        whole ? other.seal() : place.seal(),
        place.requestKey(),
        place.relayed());
  }

  private static EntryDocument in(EntryDocument entry, Kind kind, String stream, int sequence) {
    return new EntryDocument(
        kind,
        stream,
        sequence,
        entry.type(),
        entry.at(),
        entry.by(),
        entry.body(),
        entry.previousHash(),
        entry.hash(),
        entry.seal(),
        entry.requestKey(),
        entry.relayed());
  }

  private static EntryDocument rehashed(EntryDocument entry, String previousHash) {
    var unhashed =
        new Entry(
            entry.streamId(),
            entry.sequence(),
            entry.type(),
            entry.at(),
            entry.by(),
            entry.body(),
            previousHash,
            "");
    return new EntryDocument(
        entry.kind(),
        entry.stream(),
        entry.sequence(),
        entry.type(),
        entry.at(),
        entry.by(),
        entry.body(),
        previousHash,
        Chain.hash(unhashed),
        entry.seal(),
        entry.requestKey(),
        entry.relayed());
  }

  /** Another hash of the same length. */
  private static String flipped(String hash, SplittableRandom random) {
    if (hash.isEmpty()) {
      return "0".repeat(64);
    }
    int at = random.nextInt(hash.length());
    char other = hash.charAt(at) == '0' ? '1' : '0';
    return hash.substring(0, at) + other + hash.substring(at + 1);
  }
}
