package org.fundwatch.alertapi.signin;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who has to wait after wrong passwords, by NIST SP 800-63B 5.2.2: waits that grow. Counted are
 * those for a user at an address, for a user wherever they come from, and from an address for
 * whomever.
 *
 * <p>Nobody is locked out for ever: every wait ends, what is tried meanwhile does not lengthen it,
 * and where a user has signed in before, what others do elsewhere or to others does not hold them
 * up. Kept in memory, bounded. Thread-safe.
 */
@Component
final class Attempts {
  // All of a user's addresses, and all users of an address: an office shares one.
  private static final int USER_SHARE = 4;
  private static final int ADDRESS_SHARE = 10;
  private static final int LONGEST_NAME = 100;
  private static final int IPV6_GROUPS = 8;

  private final Clock clock;
  private final Strikes places;
  private final Strikes users;
  private final Strikes addresses;

  /** Where users have signed in; those of the longest ago go first. */
  private final Map<String, Boolean> usual =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > Strikes.MOST;
        }
      };

  Attempts(SignInSettings settings, Clock clock) {
    this.clock = clock;
    this.places = strikes(settings, 1);
    this.users = strikes(settings, USER_SHARE);
    this.addresses = strikes(settings, ADDRESS_SHARE);
  }

  private static Strikes strikes(SignInSettings settings, int share) {
    return new Strikes(
        settings.freeAttempts() * share, settings.firstWait(), settings.longestWait());
  }

  /** How long a user at an address has to wait before a password is tried; milliseconds. */
  synchronized long wait(String user, String address) {
    long now = clock.millis();
    var place = place(user, address);
    long here = places.wait(place, now);
    if (usual.containsKey(place)) {
      return here;
    }
    long elsewhere = users.wait(name(user), now);
    return Math.max(here, Math.max(elsewhere, addresses.wait(network(address), now)));
  }

  /**
   * Notes a wrong password.
   *
   * @return how many there were in a row for that user at that address
   */
  synchronized int failed(String user, String address) {
    long now = clock.millis();
    var place = place(user, address);
    places.add(place, now);
    users.add(name(user), now);
    addresses.add(network(address), now);
    return places.count(place, now);
  }

  /** Notes that the password was right: what was wrong before there no longer counts. */
  synchronized void succeeded(String user, String address) {
    long now = clock.millis();
    var place = place(user, address);
    usual.put(place, true);
    int wrong = places.count(place, now);
    if (wrong > 0) {
      places.takeBack(place, wrong, now);
      users.takeBack(name(user), wrong, now);
      addresses.takeBack(network(address), wrong, now);
    }
  }

  /** Keys that are remembered. */
  synchronized int size() {
    return places.size() + users.size() + addresses.size() + usual.size();
  }

  // The built-in users are found whatever the case of their names.
  static String name(String user) {
    var name = user.toLowerCase(Locale.ROOT);
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** The address; of IPv6 the 64 bits before the machine's own, of which it may have any. */
  static String network(String address) {
    var groups = address.split(":", -1);
    return groups.length == IPV6_GROUPS
        ? String.join(":", groups[0], groups[1], groups[2], groups[3]) + "::/64"
        : name(address);
  }

  private static String place(String user, String address) {
    return name(user) + "@" + network(address);
  }
}
