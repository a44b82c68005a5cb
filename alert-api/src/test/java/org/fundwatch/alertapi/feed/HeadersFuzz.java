package org.fundwatch.alertapi.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.springframework.http.HttpStatus;

/** Texts as the headers that we read ourselves. */
public final class HeadersFuzz {
  private HeadersFuzz() {}

  /** Empty or refused, or a value that is written as it was read. */
  public static void fuzzerTestOneInput(byte[] data) {
    var text = new String(data, StandardCharsets.ISO_8859_1);
    Revision.parse(text)
        .ifPresent(number -> require(Revision.parse(Revision.tag(number)).get().equals(number)));
    EntityTag.parse(text)
        .ifPresent(tag -> require(EntityTag.parse(tag.header()).get().equals(tag)));
    Places.parse(text).ifPresent(places -> require(Places.parse(places.toString()).isPresent()));
    try {
      require(IdempotencyKey.of(List.of(text), "POST /").text().equals(text));
    } catch (ProblemException e) {
      require(e.status() == HttpStatus.BAD_REQUEST);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("not as it was read");
    }
  }
}
