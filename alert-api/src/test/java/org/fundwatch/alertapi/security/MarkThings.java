package org.fundwatch.alertapi.security;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Points, measures and entries in credit records: proposed by one, approved by another, so that who
 * asks has not been involved. Each is of somebody with no other record.
 */
final class MarkThings {
  private static final String GRANT = "{\"granted\":true,\"reason\":\"属实\"}";
  private static final String OBJECTION =
      "{\"party\":\"HOLDER\",\"text\":\"病情需要\",\"evidence\":[\"病历 3 页\"]}";

  private final Making making;
  private String path = "";

  private MarkThings(Making making) {
    this.making = making;
    making.put("code", "D%012d".formatted(making.number()));
  }

  static Map<String, Consumer<Making>> makers() {
    var makers = new HashMap<String, Consumer<Making>>();
    makers.put("doctor", making -> making.put("code", making.place().doctor()));
    makers.put("hospital", making -> making.put("code", making.get("institution")));
    makers.put("someone", of(mark -> {}));
    makers.put("accused", of(mark -> mark.points("impersonation", 9).approved()));
    makers.put("credit.doctor", of(mark -> mark.credit("DOCTOR")));
    makers.putAll(states("points", mark -> mark.points("general", 3), 1));
    makers.putAll(states("measure", MarkThings::measure, 1));
    makers.putAll(states("credit", mark -> mark.credit("INSTITUTION"), 20));
    return makers;
  }

  /**
   * A kind of mark in each state that requests need.
   *
   * @param amount of a repair
   */
  private static Map<String, Consumer<Making>> states(
      String kind, Consumer<MarkThings> proposed, int amount) {
    var approved = proposed.andThen(MarkThings::approved);
    var repair = "{\"amount\":%d,\"text\":\"已整改\",\"evidence\":[\"证明\"]}".formatted(amount);
    return Map.of(
        kind,
        of(proposed),
        kind + ".approved",
        of(approved),
        kind + ".objected",
        of(approved.andThen(mark -> mark.does(Making.INSPECTOR, "/objection", OBJECTION))),
        kind + ".repairing",
        of(approved.andThen(mark -> mark.does(Making.INSPECTOR, "/repair", repair))));
  }

  private static Consumer<Making> of(Consumer<MarkThings> does) {
    return making -> does.accept(new MarkThings(making));
  }

  private MarkThings points(String ground, int points) {
    return proposes(
        "/api/v1/points",
        """
        {"doctor":"%s","institution":"%s","region":"%s","ground":"%s","points":%d,
         "responsibility":"MAIN","day":"%s","text":"一"}"""
            .formatted(
                making.get("code"),
                making.get("institution"),
                making.get("division"),
                ground,
                points,
                making.get("today")));
  }

  private void measure() {
    points("impersonation", 9).approved();
    proposes(
        "/api/v1/measures",
        """
        {"doctor":"%s","institution":"%s","region":"%s","measure":"suspend","year":%s,"day":"%s",
         "months":3,"text":"一"}"""
            .formatted(
                making.get("code"),
                making.get("institution"),
                making.get("division"),
                making.get("year"),
                making.get("today")));
  }

  /** Long enough ago for a repair. */
  private void credit(String holder) {
    proposes(
        "/api/v1/credits",
        """
        {"holderKind":"%s","holder":"%s","institution":"%s","region":"%s","ground":"refusal",
         "day":"%s","evidence":["现场笔录 2 号"],"text":"一"}"""
            .formatted(
                holder,
                making.get("code"),
                making.get("institution"),
                making.get("division"),
                making.today().minusMonths(7)));
  }

  private MarkThings proposes(String of, String json) {
    var id = making.post(Making.INSPECTOR, of, json).json().at("/mark/id").asText();
    making.put("id", id);
    path = of + "/" + id;
    return this;
  }

  private void approved() {
    does(Making.LEAD, "/decision", GRANT);
  }

  private void does(String user, String what, String json) {
    making.post(user, path + what, json);
  }
}
