package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.List;

/** Anaesthesia and material that go with an operation. */
final class Surgery {

  private Surgery() {}

  /** English names of the items, by the operation's code. */
  static List<String> itemsOf(String code) {
    List<String> items = new ArrayList<>();
    if (is(code, "13.", "36.", "45.4", "44.4", "88.5", "73.")) {
      items.add("Local anaesthesia");
    } else if (is(code, "81.5", "53.", "49.", "60.", "74.", "79.3", "78.", "38.59", "55.", "56.")) {
      items.add("Spinal anaesthesia");
    } else if (!is(code, "99.", "92.", "98.")) {
      items.add("General anaesthesia");
      items.add("Propofol");
    }
    if (is(code, "13.71")) {
      items.add("Intraocular lens");
    } else if (is(code, "36.0")) {
      items.add("Drug eluting stent");
      items.add("Catheter and guide wire set");
    } else if (is(code, "81.54")) {
      items.add("Knee prosthesis");
    } else if (is(code, "81.51")) {
      items.add("Hip prosthesis");
    } else if (is(code, "79.3")) {
      items.add("Bone plate and screws");
    } else if (is(code, "53.")) {
      items.add("Hernia mesh");
    } else if (is(code, "32.", "43.", "45.7")) {
      items.add("Stapler");
      items.add("Trocar set");
    } else if (is(code, "51.", "47.01", "68.41")) {
      items.add("Trocar set");
    } else if (is(code, "73.")) {
      items.add("Delivery");
    } else if (is(code, "99.25")) {
      items.add("Ondansetron injection");
    }
    return items;
  }

  private static boolean is(String code, String... beginnings) {
    for (String beginning : beginnings) {
      if (code.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
