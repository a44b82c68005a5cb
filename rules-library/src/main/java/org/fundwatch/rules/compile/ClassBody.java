package org.fundwatch.rules.compile;

import java.util.ArrayList;
import java.util.List;

/** The members of a class being written. */
final class ClassBody {

  private final List<String> members = new ArrayList<>();
  private int names;

  /** A name that no other member has. */
  String name(String prefix) {
    return prefix + names++;
  }

  void add(String member) {
    members.add(member);
  }

  String text() {
    return String.join("\n", members);
  }
}
