package org.fundwatch.benchmarks.peers;

/**
 * A visit as the peers see it: a bean, as Esper and Drools like their events best, with the
 * diagnosis already cut to three characters.
 */
public final class Claim {

  private final long number;
  private final String person;
  private final String hospital;
  private final String diagnosis;
  private final String category;
  private final long millis;
  private final long totalFen;

  Claim(long number, String person, String hospital, String diagnosis, long millis, long totalFen) {
    this.number = number;
    this.person = person;
    this.hospital = hospital;
    this.diagnosis = diagnosis;
    this.category = diagnosis.substring(0, 3).intern();
    this.millis = millis;
    this.totalFen = totalFen;
  }

  /** Its place in the stream, from 0. */
  public long getNumber() {
    return number;
  }

  /** Who was treated. */
  public String getPerson() {
    return person;
  }

  /** Where. */
  public String getHospital() {
    return hospital;
  }

  /** The full code of the diagnosis. */
  public String getDiagnosis() {
    return diagnosis;
  }

  /** Its first three characters. */
  public String getCategory() {
    return category;
  }

  /** When, in epoch milliseconds. */
  public long getMillis() {
    return millis;
  }

  /** What it cost, in fen. */
  public long getTotalFen() {
    return totalFen;
  }
}
