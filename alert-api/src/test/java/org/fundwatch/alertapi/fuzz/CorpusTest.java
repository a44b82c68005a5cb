package org.fundwatch.alertapi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fuzz targets on what was found before and on seeded changes of it, in seconds. {@code
 * ./fundwatch fuzz} lets Jazzer look for more; what it finds is kept in the corpus.
 */
final class CorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "fuzz");
  private static final int CHANGES = 20_000;
  private static final long SEED = 20261122;

  static List<String> targets() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void target_onItsCorpusAndChangesOfIt_holds(String target) throws Throwable {
    var run = run(target);
    var corpus = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
      for (var file : files.sorted().toList()) {
        corpus.add(Files.readAllBytes(file));
      }
    }
    assertThat(corpus).as(target).isNotEmpty();
    for (var input : corpus) {
      run.invoke(input);
    }
    var random = new Random(SEED);
    for (int change = 0; change < CHANGES; change++) {
      run.invoke(changed(corpus, random));
    }
  }

  /** One of the corpus with some bytes replaced, left out, or taken from another. */
  private static byte[] changed(List<byte[]> corpus, Random random) {
    var input = corpus.get(random.nextInt(corpus.size())).clone();
    var other = corpus.get(random.nextInt(corpus.size()));
    for (int times = random.nextInt(4); times >= 0 && input.length > 0; times--) {
      int at = random.nextInt(input.length);
      switch (random.nextInt(4)) {
        case 0 -> input[at] = (byte) random.nextInt();
        case 1 -> input[at] ^= (byte) (1 << random.nextInt(8));
        case 2 ->
            input = joined(input, at, input, Math.min(input.length, at + 1 + random.nextInt(4)));
        default -> input = joined(input, at, other, random.nextInt(other.length + 1));
      }
    }
    return input;
  }

  private static byte[] joined(byte[] head, int to, byte[] tail, int from) {
    var all = new byte[to + tail.length - from];
    System.arraycopy(head, 0, all, 0, to);
    System.arraycopy(tail, from, all, to, tail.length - from);
    return all;
  }

  private static MethodHandle run(String target) throws ReflectiveOperationException {
    return MethodHandles.publicLookup()
        .findStatic(
            Class.forName("org.fundwatch.alertapi." + target),
            "fuzzerTestOneInput",
            MethodType.methodType(void.class, byte[].class));
  }
}
