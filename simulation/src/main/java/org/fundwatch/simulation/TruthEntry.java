package org.fundwatch.simulation;

import java.util.List;

/**
 * What really happened in one case: the ground truth.
 *
 * <p>A case explains an alert when the alert is about one of its encounters, settlements or trace
 * codes; about one of its persons; or about its doctor or institution on a day from {@code fromDay}
 * to {@code toDay}.
 *
 * @param id unique
 * @param fraud the fraud, or the fraud that it resembles
 * @param form how it was done; empty for a look-alike
 * @param lookAlike which look-alike; empty for a fraud
 * @param persons {@code psn_no} of everyone whose card took part
 * @param institution {@code fixmedins_code} of the institution where it happened
 * @param doctor the doctor who signed, empty where none is meant
 * @param fromDay first service day, as days since 1970-01-01
 * @param toDay last service day
 * @param encounterIds every encounter that takes part
 * @param settlementIds every settlement that takes part
 * @param traceCodes packs that take part
 * @param lineIds charged lines that should not be there, as encounter id, slash, line id
 * @param amountFen what the fund should not have paid, 0 for a look-alike
 * @param story one sentence
 * @param storyChinese the same in Chinese
 */
public record TruthEntry(
    String id,
    FraudKind fraud,
    String form,
    String lookAlike,
    List<String> persons,
    String institution,
    String doctor,
    int fromDay,
    int toDay,
    List<String> encounterIds,
    List<String> settlementIds,
    List<String> traceCodes,
    List<String> lineIds,
    long amountFen,
    String story,
    String storyChinese) {

  public TruthEntry {
    persons = List.copyOf(persons);
    encounterIds = List.copyOf(encounterIds);
    settlementIds = List.copyOf(settlementIds);
    traceCodes = List.copyOf(traceCodes);
    lineIds = List.copyOf(lineIds);
  }

  /** True for a fraud, false for a look-alike. */
  public boolean fraudulent() {
    return lookAlike.isEmpty();
  }
}
