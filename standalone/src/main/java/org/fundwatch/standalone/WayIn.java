package org.fundwatch.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fundwatch.standalone.house.House;
import org.fundwatch.standalone.house.Secrets;

/** Who can sign in here, in lines for a terminal. */
final class WayIn {

  private WayIn() {}

  /** The user of the first steps where there still is one, and the passwords this run has drawn. */
  static List<String> of(Secrets secrets) {
    List<String> lines = new ArrayList<>();
    String password = secrets.newPassword();
    if (password != null) {
      lines.add("  user      " + House.USER);
      lines.add("  password  " + password + "  (shown this once)");
    } else if (secrets.users().all().containsKey(House.USER)) {
      lines.add("  user      " + House.USER);
      lines.add("  password  as printed at the first start (a new one: --new-password)");
    } else {
      lines.add("  users     " + String.join(", ", new TreeSet<>(secrets.users().all().keySet())));
      lines.add("  password  as printed for each (a new one: ./fundwatch users passwd NAME)");
    }
    secrets.newPasswords().entrySet().stream()
        .filter(drawn -> !drawn.getKey().equals(House.USER))
        .map(WayIn::line)
        .forEach(lines::add);
    return lines;
  }

  /** The passwords that were drawn alone; none where none were. */
  static List<String> drawn(Secrets secrets) {
    return secrets.newPasswords().entrySet().stream().map(WayIn::line).toList();
  }

  private static String line(Map.Entry<String, String> drawn) {
    return "  %-14s %s  (shown this once)".formatted(drawn.getKey(), drawn.getValue());
  }
}
