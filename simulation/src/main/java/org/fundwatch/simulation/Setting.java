package org.fundwatch.simulation;

/**
 * What all cases share. Immutable.
 *
 * @param config the run
 * @param population its people
 * @param world its institutions
 * @param schedule its days
 * @param catalogue its items
 * @param visits its visits
 * @param firstCard index of the first person whose card is lent
 * @param cards how many lend their cards
 */
record Setting(
    SimulationConfig config,
    Population population,
    World world,
    Schedule schedule,
    Catalogue catalogue,
    Visits visits,
    int firstCard,
    int cards) {

  private static final int MOST_VISITS_OF_A_CASE = 300;
  private static final double CARD_SHARE = .03;
  private static final double MOST_CARDS = .1;

  static Setting of(SimulationConfig config) {
    Catalogue catalogue = new Catalogue();
    // More cases take more cards: one that is swiped in all of them would have drugs for years.
    double share = Math.min(MOST_CARDS, CARD_SHARE * Math.max(1, config.fraudScale()));
    int cards = (int) Math.max(MOST_VISITS_OF_A_CASE, config.persons() * share);
    return new Setting(
        config,
        new Population(config),
        new World(config),
        new Schedule(config),
        catalogue,
        new Visits(catalogue),
        config.persons() - cards,
        cards);
  }

  long seed() {
    return config.seed();
  }

  /** An adult who lends his card. */
  Citizen card(int number) {
    return population.adult(firstCard + Math.floorMod(number, cards));
  }
}
