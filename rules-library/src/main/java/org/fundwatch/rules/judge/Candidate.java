package org.fundwatch.rules.judge;

import java.util.List;
import java.util.function.Supplier;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.rules.compile.Context;

/**
 * Something to hold against the rules of one subject type.
 *
 * @param variables in the order of the subject type
 * @param context when and where
 * @param visit the group of visits it belongs to
 * @param item the one item it is about, empty for none
 * @param codes for the index
 * @param frame what a finding on it says whatever the rule; only asked for when there is one
 */
public record Candidate(
    List<Object> variables,
    Context context,
    MedType visit,
    String item,
    Codes codes,
    Supplier<Frame> frame) {

  /**
   * The part of a finding that comes from its subject.
   *
   * @param subject about what
   * @param anchors what tells findings of one rule on it apart
   * @param fromMillis first moment of service concerned
   * @param toMillis last moment of service concerned
   * @param institution where
   * @param doctor who signed, empty when unknown
   * @param person token, empty when no single person is concerned
   * @param insuranceType {@code insutype}
   */
  public record Frame(
      Subject subject,
      List<String> anchors,
      long fromMillis,
      long toMillis,
      Institution institution,
      String doctor,
      String person,
      String insuranceType) {

    public Frame {
      anchors = List.copyOf(anchors);
    }
  }
}
