package org.fundwatch.rules.schema;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a rule can be judged on, and the variables that its expressions then see. */
public enum SubjectType {
  /** A charged line of a settlement. */
  LINE(
      "line",
      "line",
      LineView.class,
      "settlement",
      SettlementView.class,
      "person",
      PersonView.class),
  /** One settlement with its lines; the finding is on its encounter. */
  SETTLEMENT("settlement", "settlement", SettlementView.class, "person", PersonView.class),
  /** One item on one day of a settlement. */
  ITEM_DAY(
      "item-day",
      "item",
      ItemDayView.class,
      "settlement",
      SettlementView.class,
      "person",
      PersonView.class),
  /** A visit or stay. */
  ENCOUNTER(
      "encounter",
      "encounter",
      EncounterView.class,
      "history",
      HistoryView.class,
      "person",
      PersonView.class),
  /** A person at a visit or stay, with what came before; the finding is on the person. */
  PERSON(
      "person",
      "encounter",
      EncounterView.class,
      "history",
      HistoryView.class,
      "person",
      PersonView.class),
  /** An item charged in an encounter, with its earlier uses; the finding is on the encounter. */
  ITEM_USE(
      "item-use",
      "use",
      ItemUseView.class,
      "encounter",
      EncounterView.class,
      "history",
      HistoryView.class,
      "person",
      PersonView.class),
  /** Two stays of a person; the finding is on the later one. */
  STAY_PAIR(
      "stay-pair",
      "earlier",
      EncounterView.class,
      "later",
      EncounterView.class,
      "pair",
      PairView.class,
      "history",
      HistoryView.class,
      "person",
      PersonView.class),
  /** A stay and a visit that falls into it; the finding is on the visit. */
  STAY_VISIT(
      "stay-visit",
      "stay",
      EncounterView.class,
      "visit",
      EncounterView.class,
      "person",
      PersonView.class),
  /** A drug fetched at a visit, with its earlier supplies; the finding is on the person. */
  SUPPLY(
      "supply",
      "supply",
      SupplyView.class,
      "visit",
      EncounterView.class,
      "person",
      PersonView.class),
  /** The sales of a drug pack. */
  PACK("pack", "pack", PackView.class),
  /** A doctor's day. */
  DOCTOR_DAY("doctor-day", "day", DoctorDayView.class),
  /** An institution's day. */
  INSTITUTION_DAY("institution-day", "day", InstitutionDayView.class),
  /** An institution's month, with the month before. */
  INSTITUTION_MONTH("institution-month", "month", InstitutionMonthView.class);

  private final String text;
  private final ImmutableMap<String, Class<?>> variables;

  SubjectType(String text, Object... namesAndViews) {
    this.text = text;
    ImmutableMap.Builder<String, Class<?>> map = ImmutableMap.builder();
    for (int i = 0; i < namesAndViews.length; i += 2) {
      map.put((String) namesAndViews[i], (Class<?>) namesAndViews[i + 1]);
    }
    this.variables = map.buildOrThrow();
  }

  /** As rules write it. */
  public String text() {
    return text;
  }

  /** Variables by name, in the order in which candidates hand them over. */
  public Map<String, Class<?>> variables() {
    return variables;
  }

  /** All, as rules write them. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(SubjectType::text).toList();
  }

  /** The type that rules write so. */
  public static SubjectType of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst().orElseThrow();
  }
}
