package org.fundwatch.domain.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/** Builds settlements of invented people for tests; what is not said has a harmless default. */
public final class SettlementBuilder {

  private final String id;
  private String encounter;
  private String original = "";
  private String person = "330100199001010011";
  private Gender gender = Gender.FEMALE;
  private Institution institution = new Institution("H33010000001", "示例市第一医院", "05", "330100");
  private String medType = "11";
  private long settled = at("2026-03-02 10:00:00");
  private String doctor = "D330100000001";
  private boolean midStay;
  private @Nullable Stay stay;
  private @Nullable Grouping grouping;
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private final List<FeeLine> lines = new ArrayList<>();
  private final List<TraceCode> traceCodes = new ArrayList<>();
  private long total = 10_000;

  private SettlementBuilder(String id) {
    this.id = id;
    this.encounter = "M" + id;
  }

  /** An outpatient settlement of that id; its encounter is the id with an M before it. */
  public static SettlementBuilder settlement(String id) {
    return new SettlementBuilder(id);
  }

  /** Epoch milliseconds of {@code yyyy-MM-dd HH:mm:ss}. */
  public static long at(String time) {
    return ShanghaiTime.parseDateTime(time);
  }

  public SettlementBuilder encounter(String encounterId) {
    encounter = encounterId;
    return this;
  }

  public SettlementBuilder reverses(String settlementId) {
    original = settlementId;
    return this;
  }

  public SettlementBuilder person(String id, Gender ofGender) {
    person = id;
    gender = ofGender;
    return this;
  }

  public SettlementBuilder institution(String code) {
    institution = new Institution(code, "示例机构", "05", "330100");
    return this;
  }

  public SettlementBuilder medType(String code) {
    medType = code;
    return this;
  }

  public SettlementBuilder settledAt(String time) {
    settled = at(time);
    return this;
  }

  public SettlementBuilder doctor(String code) {
    doctor = code;
    return this;
  }

  public SettlementBuilder midStay() {
    midStay = true;
    return this;
  }

  public SettlementBuilder totalYuan(String yuan) {
    total = Fen.ofYuan(yuan);
    return this;
  }

  /** Makes it a stay between two times, settled at discharge. */
  public SettlementBuilder stay(String admission, String discharge) {
    return stay(admission, discharge, "2", "1");
  }

  /** The same with {@code adm_way} and {@code dscg_way}. */
  public SettlementBuilder stay(
      String admission, String discharge, String admissionWay, String dischargeWay) {
    long days =
        Math.max(1, ShanghaiTime.epochDay(at(discharge)) - ShanghaiTime.epochDay(at(admission)));
    medType = "21";
    settled = at(discharge);
    stay =
        new Stay(
            at(admission),
            at(discharge),
            (int) days,
            "03",
            "03",
            admissionWay,
            dischargeWay,
            "1",
            "",
            0,
            0,
            0,
            0,
            0,
            0,
            "ZY" + id);
    return this;
  }

  public SettlementBuilder grouping(String code, int weightE4, long standardFen) {
    grouping = new Grouping("DRG", code, weightE4, standardFen);
    return this;
  }

  /** Adds a diagnosis; the first one is the main one. */
  public SettlementBuilder diagnosis(String code) {
    diagnoses.add(new Diagnosis(code, "", diagnoses.isEmpty(), "1", "1"));
    return this;
  }

  /** Adds a fee line; its id is its place in the list, from 1. */
  public SettlementBuilder line(
      String item, String category, String count, String yuan, String time) {
    return line(item, category, count, yuan, time, "");
  }

  /** Adds a refund of the line {@code original}: the count is negative. */
  public SettlementBuilder line(
      String item, String category, String count, String yuan, String time, String originalLine) {
    long countE4 = Scaled.parse(count, 4);
    lines.add(
        new FeeLine(
            String.valueOf(lines.size() + 1),
            originalLine,
            at(time),
            item,
            "",
            "",
            category,
            "01",
            Fen.ofYuan(yuan),
            countE4,
            1_000_000,
            0,
            Fen.ofYuan(yuan),
            0,
            0,
            "",
            "",
            "",
            false,
            false));
    return this;
  }

  public SettlementBuilder traceCode(String code, String item) {
    return traceCode(code, item, 10_000);
  }

  /** Adds a drug pack; a negative count takes it back. */
  public SettlementBuilder traceCode(String code, String item, long countE4) {
    traceCodes.add(new TraceCode(code, item, false, countE4, settled));
    return this;
  }

  public Settlement build() {
    return new Settlement(
        id,
        encounter,
        original,
        new Person(person, "", "", "", gender, (int) ShanghaiTime.parseDate("1990-01-01"), "11"),
        institution,
        new Insurance("310", "330100", ""),
        medType,
        settled,
        doctor,
        midStay,
        "",
        new Amounts(total, 0, 0, 0, total, 0, total, total, 0, 0, 0, 0, 0),
        stay,
        grouping,
        diagnoses,
        List.of(),
        lines,
        List.of(),
        traceCodes);
  }

  /** An event of that kind about the settlement, sent when it was settled. */
  public SettlementEvent event(EventKind kind) {
    return event(kind, "MSG" + id + kind.name().charAt(0));
  }

  public SettlementEvent event(EventKind kind, String messageId) {
    Settlement settlement = build();
    String transaction =
        switch (kind) {
          case SETTLED, MID_STAY -> settlement.stay() == null ? "2207" : "2304";
          case REVERSED -> settlement.stay() == null ? "2208" : "2305";
          case AMENDED -> "4101";
          case PACKS -> traceCodes.get(0).countE4() < 0 ? "3506" : "3505";
        };
    return new SettlementEvent(
        SettlementEvent.SCHEMA,
        kind,
        transaction,
        messageId,
        settlement.settledMillis(),
        "",
        settlement,
        Map.of());
  }
}
