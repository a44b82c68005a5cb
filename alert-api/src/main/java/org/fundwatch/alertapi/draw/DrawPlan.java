package org.fundwatch.alertapi.draw;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is put into the draw. It is fixed, and its fingerprint published, before the seed is known:
 * who prepares a draw cannot look for a seed that suits him, nor bend the list to a known seed.
 *
 * @param targets institutions that may be drawn, kept in the order of their codes
 * @param officers who may be sent, kept in the order of their user names
 * @param institutions how many are to be drawn, 1 or more
 * @param officersEach how many officers go to each; the procedure wants two at least (4号令)
 */
public record DrawPlan(
    List<Target> targets, List<Officer> officers, int institutions, int officersEach) {

  public DrawPlan {
    targets = targets.stream().sorted(Comparator.comparing(Target::code)).toList();
    officers = officers.stream().sorted(Comparator.comparing(Officer::name)).toList();
  }

  /**
   * An institution that may be drawn.
   *
   * @param code {@code fixmedins_code}
   * @param weight its share of the draw, 1 or more: twice the weight, twice as likely in a round
   */
  public record Target(String code, long weight) {}

  /**
   * An officer who may be sent.
   *
   * @param name user name
   * @param conflicts codes of institutions that he stays away from
   */
  public record Officer(String name, List<String> conflicts) {
    public Officer {
      conflicts = List.copyOf(new TreeSet<>(conflicts));
    }

    boolean mayGoTo(Target target) {
      return !conflicts.contains(target.code());
    }
  }

  /** SHA-256 of {@link #text}, in hexadecimal. */
  public String fingerprint() {
    return Numbers.hex(Numbers.sha256(text().getBytes(StandardCharsets.UTF_8)));
  }

  /** The plan as the text that is fingerprinted; described in docs/draws.md. */
  String text() {
    return "fundwatch-draw-1\n%d\t%d\n".formatted(institutions, officersEach)
        + targets.stream()
            .map(target -> "T\t%s\t%d\n".formatted(target.code(), target.weight()))
            .collect(Collectors.joining())
        + officers.stream()
            .map(
                officer ->
                    "O\t%s\t%s\n".formatted(officer.name(), String.join(",", officer.conflicts())))
            .collect(Collectors.joining());
  }
}
