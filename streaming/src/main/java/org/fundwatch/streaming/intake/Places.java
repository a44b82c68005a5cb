package org.fundwatch.streaming.intake;

import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a place. */
final class Places {

  private Places() {}

  static void write(Place value, Sink out) {
    out.word(value.source());
    out.number(value.partition());
    out.number(value.position());
    out.flag(value.file());
  }

  static Place read(Source in) {
    return new Place(in.word(), in.smallNumber(), in.number(), in.flag());
  }
}
