package org.fundwatch.benchmarks.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What is killed, and when. */
enum Strike {
  BROKER(Moment.ANY),
  SEARCH(Moment.ANY),
  JOB(Moment.ANY),
  API(Moment.ANY),
  JOB_IN_CHECKPOINT(Moment.CHECKPOINT),
  SEARCH_IN_BULK(Moment.BULK),
  API_IN_BULK(Moment.BULK),
  EVERYTHING(Moment.ANY);

  /** When. */
  enum Moment {
    /** Whenever the time has come. */
    ANY,
    /** Between the trigger of a checkpoint and its completion. */
    CHECKPOINT,
    /** Between a bulk request and its answer. */
    BULK
  }

  private final Moment moment;

  Strike(Moment moment) {
    this.moment = moment;
  }

  Moment moment() {
    return moment;
  }

  Set<Part> parts() {
    return switch (this) {
      case BROKER -> EnumSet.of(Part.BROKER);
      case SEARCH, SEARCH_IN_BULK -> EnumSet.of(Part.SEARCH);
      case JOB, JOB_IN_CHECKPOINT -> EnumSet.of(Part.JOB);
      case API, API_IN_BULK -> EnumSet.of(Part.API);
      case EVERYTHING -> EnumSet.allOf(Part.class);
    };
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** So many strikes in random order, each kind as often as the others, or once more. */
  static List<Strike> draw(int count, Random random) {
    List<Strike> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      List<Strike> round = new ArrayList<>(List.of(values()));
      Collections.shuffle(round, random);
      drawn.addAll(round.subList(0, Math.min(round.size(), count - drawn.size())));
    }
    return drawn;
  }
}
