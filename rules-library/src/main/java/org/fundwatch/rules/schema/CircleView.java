package org.fundwatch.rules.schema;

import java.util.List;

/** People who came to an institution together more often than chance lets them. */
public final class CircleView {

  private final List<String> persons;
  private final long pairs;
  private final double weight;
  private final double lift;
  private final long occasions;

  /**
   * @param persons tokens, sorted
   * @param pairs of them that came together
   * @param weight mean of these pairs
   * @param lift mean of these pairs
   * @param occasions days from which on any pair came together
   */
  CircleView(List<String> persons, long pairs, double weight, double lift, long occasions) {
    this.persons = List.copyOf(persons);
    this.pairs = pairs;
    this.weight = weight;
    this.lift = lift;
    this.occasions = occasions;
  }

  @Described("tokens of its people, sorted")
  public List<String> persons() {
    return persons;
  }

  @Described("how many people")
  public long size() {
    return persons.size();
  }

  @Described("share of its pairs that came together themselves; 1 where everyone did with everyone")
  public double density() {
    return 2.0 * pairs / (persons.size() * (persons.size() - 1.0));
  }

  @Described("mean weight of its pairs: joint occasions, each the more the fewer were there")
  public double weight() {
    return weight;
  }

  @Described("mean lift of its pairs: their weight over what chance gives any pair")
  public double lift() {
    return lift;
  }

  @Described("days from which on any two of them came together")
  public long occasions() {
    return occasions;
  }
}
