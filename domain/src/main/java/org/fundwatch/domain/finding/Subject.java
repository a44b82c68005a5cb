package org.fundwatch.domain.finding;

/**
 * The subject of a finding: findings with an equal subject make one alert.
 *
 * @param kind what it is
 * @param id its identifier
 */
public record Subject(SubjectKind kind, String id) {

  /** The subject as one text, such as {@code ENCOUNTER:M123}. */
  public String key() {
    return kind + ":" + id;
  }
}
