package org.fundwatch.rules.release;

import java.util.Map;

/** The tables that releases fill, for a library that has not got them yet. */
final class Tables {

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("sex-limits", "item,sex,name"),
          Map.entry("age-limits", "item,min_age:int,max_age:int,name"),
          Map.entry(
              "institutions",
              "fixmedins_code,name,level,kind,owner,beds:int,ct:int,mr:int,linac:int,dialysis:int,"
                  + "dsa:int,all_night:int"),
          Map.entry("doctors", "doctor,status,title,qualification,sites:int"),
          Map.entry("mcc", "diagnosis,exclusion_group,name"),
          Map.entry("cc", "diagnosis,exclusion_group,name"),
          Map.entry("cc-exclusions", "diagnosis,exclusion_group"),
          Map.entry("adrg-definitions", "adrg,rank:int,diagnoses,operations,max_age:int,name"),
          Map.entry("drg-groups", "drg,name"),
          Map.entry("drg-weights", "drg,weight:number,name"),
          Map.entry("dip-points", "disease,points:number,name"),
          Map.entry("payment-rates", "level,fen:int,name"),
          Map.entry("payment-standards", "group,level,fen:int,name"),
          Map.entry("person-status", "person,status,since,until,note"),
          Map.entry("holidays", "day,kind,name"),
          Map.entry("drug-ages", "item,kind,years:int,name"),
          Map.entry("drug-visit-limits", "item,also_emergency,name"),
          Map.entry("drug-level-limits", "item,tier:int,name"),
          Map.entry("drug-courses", "item,days:int,counts,per,name"),
          Map.entry("daily-limits", "item,per_day:number,unit,name"),
          Map.entry("service-ages", "item,kind,min_age:int,max_age:int,max_days:int,name"),
          Map.entry("service-ways", "item,way,name"),
          Map.entry("service-level-limits", "item,tier:int,name"),
          Map.entry("service-visit-limits", "item,also_emergency,name"),
          Map.entry("service-courses", "item,days:int,counts,per,name"),
          Map.entry("service-insurance-limits", "item,limit,name"),
          Map.entry("service-indications", "item,diagnosis,name"),
          Map.entry("consumable-sexes", "item,sex,name"),
          Map.entry("consumable-ages", "item,kind,max_age:int,max_days:int,name"),
          Map.entry("consumable-diagnoses", "item,diagnosis,name"),
          Map.entry("hourly-items", "item,name"),
          Map.entry("stay-limits", "item,per_stay:int,name"),
          Map.entry("period-limits", "item,times:int,days:int,name"),
          Map.entry("duplicate-charges", "item,included_in,name,including_name"),
          Map.entry("duplicate-charges-per-visit", "item,included_in,name,including_name"),
          Map.entry(
              "duplicate-charges-per-hours", "item,included_in,hours:int,name,including_name"),
          Map.entry("operation-groups", "item,group,name"),
          Map.entry("second-line-drugs", "item,first_line,name,first_name"),
          Map.entry("drug-insurance-limits", "item,limit,name"),
          Map.entry("internet-exclusions", "item,kind,name"),
          Map.entry("herb-payment", "item,rule,name"),
          Map.entry("drug-indications", "item,kind,diagnosis,name"));

  // Tables in which an item may stand several times, by the columns that tell its rows apart
  private static final Map<String, Integer> KEYS =
      Map.ofEntries(
          Map.entry("duplicate-charges", 2),
          Map.entry("duplicate-charges-per-visit", 2),
          Map.entry("duplicate-charges-per-hours", 2),
          Map.entry("operation-groups", 2),
          Map.entry("second-line-drugs", 2),
          Map.entry("drug-indications", 3),
          Map.entry("service-indications", 2),
          Map.entry("consumable-diagnoses", 2),
          Map.entry("mcc", 2),
          Map.entry("cc", 2),
          Map.entry("cc-exclusions", 2),
          Map.entry("payment-standards", 2));

  private Tables() {}

  /** A table without rows. */
  static TableFile empty(String name) {
    return TableFile.empty(name, COLUMNS.getOrDefault(name, "item,name"));
  }

  /** How many columns from the first tell a row from the others. */
  static int keyColumns(String name) {
    return KEYS.getOrDefault(name, 1);
  }

  /** Tables that say one thing of an item. */
  static boolean single(String name) {
    return !KEYS.containsKey(name);
  }
}
