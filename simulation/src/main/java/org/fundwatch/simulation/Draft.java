package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.jspecify.annotations.Nullable;

/** A settlement being put together: lines are added, then it is closed and paid. */
final class Draft {

  static final long ONE = 10_000;

  // A class B item: a tenth is paid by the person first.
  private static final int PRE_PAY_PERCENT = 10;
  private static final int CONSUMABLE_LIMIT_PERCENT = 96;
  private static final String CLASS_B = "02";
  private static final String BY_ITEM = "10";
  private static final String BY_GROUP = "40";
  private static final String CONSUMABLE = "08";

  private final Citizen citizen;
  private final Facility facility;
  private final String encounterId;
  private final String settlementId;
  private final String doctor;
  private final List<FeeLine> lines = new ArrayList<>();
  private final List<TraceCode> traceCodes = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private String department = "A03";
  private String prescription = "";
  private @Nullable Stay stay;
  private @Nullable Grouping grouping;
  private boolean midStay;
  private boolean examinedElsewhere;
  private int firstLine = 1;
  private long ownPay;
  private long overLimit;
  private long prePay;
  private long inScope;

  Draft(Citizen citizen, Facility facility, Ids.Pair ids, String doctor) {
    this.citizen = citizen;
    this.facility = facility;
    this.encounterId = ids.encounter();
    this.settlementId = ids.settlement();
    this.doctor = doctor;
  }

  void department(String code) {
    department = code;
  }

  void prescription(String number) {
    prescription = number;
  }

  void examinedElsewhere() {
    examinedElsewhere = true;
  }

  /** Numbers lines from here, for a later part of an encounter. */
  void firstLine(int number) {
    firstLine = number;
  }

  void stay(Stay details, @Nullable Grouping result, boolean part) {
    stay = details;
    grouping = result;
    midStay = part;
  }

  void diagnosis(Catalogue catalogue, String code, boolean main) {
    diagnoses.add(new Diagnosis(code, catalogue.diagnosisName(code), main, main ? "1" : "2", "1"));
  }

  void operation(Catalogue catalogue, String code, int day, String anaesthesia) {
    String name = catalogue.reference().operation(code).map(entry -> entry.name()).orElse("");
    operations.add(new Operation(code, name, operations.isEmpty(), day, doctor, anaesthesia));
  }

  /** Adds a line and answers its id. */
  String line(Item item, long countE4, long millis) {
    return line(item, countE4, millis, "", supply(item, countE4));
  }

  /** Adds a line with stated days of supply. */
  String line(Item item, long countE4, long millis, int supplyDaysE2) {
    return line(item, countE4, millis, "", supplyDaysE2);
  }

  /** Takes back all of an earlier line. */
  void refund(String id, Item item, long countE4, long millis) {
    line(item, -countE4, millis, id, supply(item, countE4));
  }

  private static int supply(Item item, long countE4) {
    return (int) (item.supplyDays() * countE4 / 100);
  }

  private String line(Item item, long countE4, long millis, String original, int supplyDaysE2) {
    String id = Population.digits(firstLine + lines.size(), 4);
    long amount = item.priceFen() * countE4 / ONE;
    boolean classB = item.payClass().equals(CLASS_B);
    boolean limited = classB && item.category().equals(CONSUMABLE);
    long over = limited ? amount * (100 - CONSUMABLE_LIMIT_PERCENT) / 100 : 0;
    long pre = classB ? (amount - over) * PRE_PAY_PERCENT / 100 : 0;
    overLimit += over;
    prePay += pre;
    inScope += amount - over - pre;
    long priceE6 = item.priceFen() * 10_000;
    lines.add(
        new FeeLine(
            id,
            original,
            millis,
            item.code(),
            item.name(),
            "L" + item.code(),
            item.category(),
            item.payClass(),
            amount,
            countE4,
            priceE6,
            limited ? priceE6 * CONSUMABLE_LIMIT_PERCENT / 100 : 0,
            amount - over - pre,
            0,
            supplyDaysE2,
            department,
            doctor,
            prescription,
            false,
            examinedElsewhere));
    return id;
  }

  void trace(String code, Item item, boolean split, long countE4, long millis) {
    traceCodes.add(new TraceCode(code, item.code(), split, countE4, millis));
  }

  long totalFen() {
    return ownPay + overLimit + prePay + inScope;
  }

  int nextLine() {
    return firstLine + lines.size();
  }

  String encounterId() {
    return encounterId;
  }

  Settlement settle(String medType, long millis, Benefits.Cover cover, double account) {
    Benefits.Split split =
        Benefits.split(
            citizen,
            facility.tier(),
            cover,
            new Benefits.Charges(totalFen(), ownPay, overLimit, prePay, inScope),
            account);
    return new Settlement(
        settlementId,
        encounterId,
        "",
        citizen.person(),
        facility.institution(),
        new Insurance(
            citizen.insurance().type(),
            citizen.insurance().region(),
            stay == null ? BY_ITEM : BY_GROUP),
        medType,
        millis,
        doctor,
        midStay,
        "",
        split.amounts(),
        stay,
        grouping,
        diagnoses,
        operations,
        lines,
        split.payments(),
        traceCodes);
  }
}
