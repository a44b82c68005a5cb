package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.settlement.Institution;

/** The institutions of an invented city, good and bad. Immutable. */
final class World {

  private static final double HOSPITAL_SHARE = .45;
  private static final double BAD_SHARE = .06;
  private static final double VISITS_PER_PERSON_YEAR = 2.6;
  private static final double VISITS_PER_DOCTOR_DAY = 22;
  private static final int NIGHT_PHARMACY_EVERY = 5;
  private static final List<String> COUNTIES = List.of("云湖", "清溪", "石桥", "松岭", "白沙", "南屏");
  private static final List<String> COUNTS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");

  private final List<Facility> hospitals = new ArrayList<>();
  private final List<Facility> pharmacies = new ArrayList<>();
  private final Map<String, List<Facility>> local = new HashMap<>();
  private final List<Facility> badHospitals;
  private final List<Facility> badPharmacies;

  World(SimulationConfig config) {
    int hospitalCount = Math.max(24, (int) (config.institutions() * HOSPITAL_SHARE));
    int high = Math.max(3, hospitalCount / 10);
    int middle = Math.max(6, hospitalCount / 4);
    for (int i = 0; i < hospitalCount; i++) {
      int tier = i < high ? 3 : i < high + middle ? 2 : 1;
      double share =
          tier == 3 ? .25 / high : tier == 2 ? .3 / middle : .45 / (hospitalCount - high - middle);
      hospitals.add(hospital(i, tier, config.persons() * share));
    }
    for (int i = hospitalCount; i < config.institutions(); i++) {
      pharmacies.add(pharmacy(i, i - hospitalCount));
    }
    for (Facility facility : hospitals) {
      put(facility);
    }
    pharmacies.forEach(this::put);
    badHospitals = bad(hospitals.subList(1, hospitals.size()), 4);
    badPharmacies = bad(pharmacies, 3);
  }

  private static Facility hospital(int index, int tier, double persons) {
    int region = index % COUNTIES.size();
    String level =
        tier == 3
            ? (index % 2 == 0 ? "02" : "03")
            : tier == 2 ? (index % 2 == 0 ? "05" : "06") : index % 3 == 0 ? "11" : "08";
    String name =
        COUNTIES.get(region)
            + (tier == 1 ? "镇" : "县")
            + "第"
            + COUNTS.get(index / COUNTIES.size() % COUNTS.size())
            + (tier == 1 ? "卫生院" : "人民医院");
    double perDay = persons * VISITS_PER_PERSON_YEAR / 365;
    int doctors = (int) Math.max(6, Math.min(190, Math.ceil(perDay / VISITS_PER_DOCTOR_DAY)));
    return new Facility(index, institution('H', index, name, level, region), tier, doctors, true);
  }

  private static Facility pharmacy(int index, int rank) {
    int region = index % COUNTIES.size();
    String name = COUNTIES.get(region) + "康民药房第" + (rank + 1) + "分店";
    boolean open24 = rank % NIGHT_PHARMACY_EVERY == 0;
    return new Facility(index, institution('P', index, name, "", region), 0, 3, open24);
  }

  private static Institution institution(
      char kind, int index, String name, String level, int region) {
    String county = Population.REGIONS.get(region);
    return new Institution(kind + county + Population.digits(index, 5), name, level, county);
  }

  private void put(Facility facility) {
    local
        .computeIfAbsent(
            key(facility.institution().region(), facility.tier()), key -> new ArrayList<>())
        .add(facility);
  }

  // Every n-th, so that all levels and counties have some.
  private static List<Facility> bad(List<Facility> of, int atLeast) {
    int count = Math.max(atLeast, (int) Math.round(of.size() * BAD_SHARE));
    List<Facility> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(of.get((int) ((long) i * of.size() / count)));
    }
    return List.copyOf(chosen);
  }

  List<Facility> hospitals() {
    return hospitals;
  }

  List<Facility> badHospitals() {
    return badHospitals;
  }

  List<Facility> badPharmacies() {
    return badPharmacies;
  }

  /** A hospital of a tier for someone of a county: near where there is one. */
  Facility hospital(Rng rng, String region, int tier) {
    List<Facility> near = local.get(key(region, tier));
    if (near != null) {
      return rng.pick(near);
    }
    Facility any = rng.pick(hospitals);
    while (any.tier() != tier) {
      any = rng.pick(hospitals);
    }
    return any;
  }

  Facility pharmacy(Rng rng, String region) {
    List<Facility> near = local.get(key(region, 0));
    return rng.pick(near == null ? pharmacies : near);
  }

  /** One of the bad hospitals of the tiers, the worst most often. */
  Facility badHospital(Rng rng, int... tiers) {
    List<Facility> fitting =
        badHospitals.stream()
            .filter(facility -> Arrays.stream(tiers).anyMatch(t -> t == facility.tier()))
            .toList();
    List<Facility> from = fitting.isEmpty() ? badHospitals : fitting;
    return from.get(rng.pareto(from.size()));
  }

  Facility badPharmacy(Rng rng) {
    return badPharmacies.get(rng.pareto(badPharmacies.size()));
  }

  /** Another hospital, with the same owner where the first is a bad one. */
  Facility sister(Facility facility) {
    int at = badHospitals.indexOf(facility);
    return at >= 0
        ? badHospitals.get((at + 1) % badHospitals.size())
        : hospitals.get((facility.index() + 1) % hospitals.size());
  }

  private static String key(String region, int tier) {
    return region + '/' + tier;
  }
}
