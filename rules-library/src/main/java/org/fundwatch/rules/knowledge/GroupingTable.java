package org.fundwatch.rules.knowledge;

import com.google.common.collect.ImmutableList;

/** The tables that say how stays are grouped, weighed and paid. */
enum GroupingTable {
  /** Basic groups: what leads to each, first come first served by rank. */
  ADRG_DEFINITIONS("adrg", "rank:int", "diagnoses", "operations", "max_age:int"),
  /** Grave complications, each with the group of main diagnoses that exclude it. */
  MCC("diagnosis", "exclusion_group"),
  /** Complications, likewise. */
  CC("diagnosis", "exclusion_group"),
  /** Main diagnoses, or beginnings of them, and the group they belong to. */
  CC_EXCLUSIONS("diagnosis", "exclusion_group"),
  /** Relative weights of payment groups. */
  DRG_WEIGHTS("drg", "weight:number"),
  /** Points of diseases (DIP). */
  DIP_POINTS("disease", "points:number"),
  /** Payment for a stay of weight 1, by level of hospital; for a point of DIP under that word. */
  PAYMENT_RATES("level", "fen:int"),
  /** Payment for a stay of a group or disease, by level of hospital. */
  PAYMENT_STANDARDS("group", "level", "fen:int");

  private final ImmutableList<String> columns;

  GroupingTable(String... columns) {
    this.columns = ImmutableList.copyOf(columns);
  }

  /** How its header begins. */
  ImmutableList<String> columns() {
    return columns;
  }
}
