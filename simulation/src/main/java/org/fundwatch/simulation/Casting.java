package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides how many cases of each kind there are and to whom they happen. */
final class Casting {

  // Cases of one kind are at most this share of the stays, however large the fraud scale.
  private static final double MOST = .125;
  private static final double LOOK_ALIKES_PER_FRAUD = 3.2;
  // Readmission within 15 days is common without any fraud (notes: 11-15 % of stays).
  private static final double NATURAL_READMISSIONS = .10;
  private static final double NATURAL = .01;
  private static final double OBVIOUS = .6;
  private static final double BORDERLINE = .25;
  private static final double STAYS_PER_PERSON_YEAR = .205;

  private final Setting setting;
  private final Map<FraudKind, Script> scripts;
  private final BitSet taken = new BitSet();
  private final List<CaseSheet> sheets = new ArrayList<>();
  private int loans;

  Casting(Setting setting, Map<FraudKind, Script> scripts) {
    this.setting = setting;
    this.scripts = scripts;
  }

  /** Every case, with a person of its own. */
  List<CaseSheet> cast() {
    double stays =
        setting.config().persons() * STAYS_PER_PERSON_YEAR * setting.schedule().days() / 365;
    for (FraudKind kind : FraudKind.values()) {
      double scale = setting.config().fraudScale();
      int frauds = (int) Math.round(stays * Math.min(MOST, kind.rate() * scale));
      double natural =
          kind == FraudKind.SPLIT_ADMISSION ? NATURAL_READMISSIONS : scale > 0 ? NATURAL : 0;
      int honest = (int) Math.ceil(Math.max(frauds * LOOK_ALIKES_PER_FRAUD, stays * natural));
      for (int i = 0; i < frauds; i++) {
        add(kind, form(i, frauds), null);
      }
      List<LookAlike> kinds =
          Arrays.stream(LookAlike.values()).filter(l -> l.resembles() == kind).toList();
      for (int i = 0; i < honest; i++) {
        add(kind, null, kinds.get(i % kinds.size()));
      }
    }
    return sheets;
  }

  // The first of a kind are obvious: a handful of cases holds at least one for each.
  private static Form form(int i, int of) {
    int obvious = (int) Math.ceil(of * OBVIOUS);
    int borderline = (int) Math.round(of * BORDERLINE);
    return i < obvious ? Form.OBVIOUS : i < obvious + borderline ? Form.BORDERLINE : Form.EVASIVE;
  }

  private void add(FraudKind kind, @Nullable Form form, @Nullable LookAlike lookAlike) {
    CaseSheet draft = new CaseSheet(sheets.size(), kind, form, lookAlike, 0, loans);
    sheets.add(
        new CaseSheet(draft.ordinal(), kind, form, lookAlike, find(draft), draft.firstLoan()));
    Script script = scripts.get(kind);
    loans += script == null ? 0 : script.loans();
  }

  private int find(CaseSheet sheet) {
    Script script = scripts.get(sheet.kind());
    int persons = setting.firstCard();
    int start = Rng.of(setting.seed(), sheet.ordinal(), 2).below(persons);
    for (int tried = 0; tried < persons; tried++) {
      int person = (start + tried) % persons;
      if (!taken.get(person)
          && script != null
          && script.fits(sheet, setting.population().citizen(person))) {
        taken.set(person);
        return person;
      }
    }
    throw new IllegalArgumentException(
        "persons: %d; more for %d cases at fraudScale %s"
            .formatted(setting.config().persons(), sheets.size(), setting.config().fraudScale()));
  }
}
