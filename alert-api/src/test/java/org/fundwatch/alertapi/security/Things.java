package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.fundwatch.alertapi.testing.MovedClock;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;

/**
 * Makes the real things that the walk asks about: each new, somewhere, in the state that the
 * request needs. What has to be somebody's own is made by who will ask, if they see that place.
 */
final class Things {
  private static final int ALERTS = 600;
  private static final int QUEUED = 60;
  private static final int PLACE = 10_000;

  private final ServiceExtension service;
  private final MovedClock clock;
  private final Map<Place, Integer> used = new EnumMap<>(Place.class);
  private final Map<String, Consumer<Making>> makers = new HashMap<>();
  private int made;

  Things(ServiceExtension service, MovedClock clock) {
    this.service = service;
    this.clock = clock;
    makers.put(EndpointRow.NOTHING, making -> {});
    makers.put("place", making -> {});
    makers.putAll(AlertThings.makers());
    makers.putAll(CaseThings.makers());
    makers.putAll(DeskThings.makers());
    makers.putAll(MarkThings.makers());
    makers.putAll(FundThings.makers());
  }

  /** Sends the alerts that things are made of. */
  void begin() {
    for (var place : Place.values()) {
      used.put(place, 0);
      for (int i = 0; i < ALERTS + QUEUED; i++) {
        var institution = i < ALERTS ? place.hospital() : place.pharmacy();
        service.send(
            SampleAlert.of(number(place, i))
                .institution(institution)
                .doctor(place.doctor())
                .alert());
      }
    }
    service.awaitIndexed();
  }

  /**
   * A new thing.
   *
   * @param kind of the table
   * @param user who is going to ask
   * @param sees whether they see that place
   * @return values for the placeholders of the table
   */
  Map<String, String> make(String kind, Place place, String user, boolean sees) {
    assertThat(makers).containsKey(kind);
    // How far a case is does not matter to who must not see it.
    var maker = makers.get(sees ? kind : kind.replaceFirst("^case\\..*", "case"));
    made++;
    var making =
        new Making(service, clock, place, made, sees ? user : Making.LEAD, () -> fresh(place));
    making.put("user", user);
    maker.accept(making);
    return making.values();
  }

  private String fresh(Place place) {
    int next = used.merge(place, 1, Integer::sum) - 1;
    assertThat(next).as("alerts of " + place).isLessThan(ALERTS);
    return SampleAlert.of(number(place, next)).id();
  }

  private static int number(Place place, int number) {
    return Integer.parseInt(place.region()) % 1000 * PLACE + number;
  }
}
