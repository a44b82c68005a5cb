package org.fundwatch.alertapi.feed;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far each source has been read; as text it is the id of an event of the stream. */
final class Places {
  private final Map<Source, Place> places;

  private Places(Map<Source, Place> places) {
    this.places = places;
  }

  static Places of(Map<Source, Place> places) {
    return new Places(new EnumMap<>(places));
  }

  /** What {@link #toString} has written, if it is that. */
  static Optional<Places> parse(String text) {
    var parts = text.split(",", -1);
    var sources = Source.values();
    if (parts.length != sources.length) {
      return Optional.empty();
    }
    var places = new EnumMap<Source, Place>(Source.class);
    for (int i = 0; i < parts.length; i++) {
      var source = sources[i];
      Place.parse(parts[i]).ifPresent(place -> places.put(source, place));
    }
    return places.size() == sources.length ? Optional.of(new Places(places)) : Optional.empty();
  }

  Place of(Source source) {
    var place = places.get(source);
    if (place == null) {
      throw new IllegalStateException(source + ": every source has a place");
    }
    return place;
  }

  Places with(Source source, Place place) {
    var changed = new EnumMap<>(places);
    changed.put(source, place);
    return new Places(changed);
  }

  @Override
  public String toString() {
    return places.values().stream().map(Place::toString).collect(Collectors.joining(","));
  }
}
