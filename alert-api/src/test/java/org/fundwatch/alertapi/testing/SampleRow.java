package org.fundwatch.alertapi.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.TraceCode;

/** Settlements of invented people: {@code SampleRow.of(7)} is the one that alert 7 points at. */
public final class SampleRow {
  /** Who was treated. */
  public static final String PERSON = "Tfedcba9876543210fedcba9876543210";

  /** Responsible doctor, surgeon, and who ordered items. */
  public static final List<String> DOCTORS =
      List.of("D320100000021", "D320100000022", "D320100000023");

  /** A code of no known form. */
  public static final String LOCAL_DOCTOR = "宁河骨科07";

  /** Days since 1970-01-01. */
  public static final int BIRTH_DAY = -7_654;

  private static final int MANY = 1_000;

  private final String settlement;
  private final String encounter;
  private int lines = 3;
  private boolean stands = true;
  private long amountFen = 30_000;
  private String messages = "MSG";

  private SampleRow(String settlement, String encounter) {
    this.settlement = settlement;
    this.encounter = encounter;
  }

  /** The settlement that an alert of {@link SampleAlert} points at. */
  public static SampleRow of(int number) {
    return of("S-M%06d".formatted(number), "M%06d".formatted(number));
  }

  public static SampleRow of(String settlement, String encounter) {
    return new SampleRow(settlement, encounter);
  }

  public SampleRow lines(int value) {
    lines = value;
    return this;
  }

  public SampleRow takenBack() {
    stands = false;
    return this;
  }

  public SampleRow amountFen(long value) {
    amountFen = value;
    return this;
  }

  /** Told by another message. */
  public SampleRow message(String value) {
    messages = value;
    return this;
  }

  public SettlementRow row() {
    return new SettlementRow(
        SettlementRow.SCHEMA,
        settlement,
        stands,
        List.of(
            event(EventKind.SETTLED, "2207", List.of()),
            event(
                EventKind.PACKS,
                "3505",
                List.of(new TraceCode("81234560000000000001", "XA01", false, 10_000, 1)))));
  }

  private SettlementEvent event(EventKind kind, String transaction, List<TraceCode> packs) {
    boolean settled = kind == EventKind.SETTLED;
    return new SettlementEvent(
        SettlementEvent.SCHEMA,
        kind,
        transaction,
        messages + "-" + settlement + "-" + transaction,
        SampleAlert.MAY_1,
        "",
        new Settlement(
            settlement,
            encounter,
            "",
            new Person(PERSON, "", "", "", Gender.FEMALE, BIRTH_DAY, "11"),
            SampleAlert.HOSPITAL,
            new Insurance("310", "320100", ""),
            "11",
            SampleAlert.MAY_1,
            DOCTORS.get(0),
            false,
            "",
            new Amounts(amountFen, 0, 0, 0, amountFen, 0, amountFen, amountFen, 0, 0, 0, 0, 0),
            null,
            null,
            settled ? List.of(new Diagnosis("I10.x00", "原发性高血压", true, "1", "1")) : List.of(),
            settled
                ? List.of(new Operation("36.0600", "冠状动脉支架置入", true, null, DOCTORS.get(1), ""))
                : List.of(),
            settled ? feeLines() : List.of(),
            settled ? List.of(new Payment("310100", amountFen, 0, amountFen)) : List.of(),
            packs),
        Map.of());
  }

  private List<FeeLine> feeLines() {
    return new ArrayList<>(IntStream.rangeClosed(1, lines).mapToObj(this::line).toList());
  }

  /** What does not repeat. */
  private static String codes(int number) {
    var digests = Digests.of(String.valueOf(number));
    return digests.sha256() + digests.sm3();
  }

  private FeeLine line(int number) {
    return new FeeLine(
        String.valueOf(number),
        "",
        SampleAlert.MAY_1 + number * 60_000L,
        "XA%02d".formatted(number),
        "项目%02d".formatted(number),
        lines > MANY ? codes(number) : "",
        "09",
        "1",
        1_250L * number,
        25_000,
        5_000_000,
        0,
        1_250L * number,
        0,
        0,
        "A03",
        number == 1 ? LOCAL_DOCTOR : DOCTORS.get(2),
        "",
        false,
        false);
  }
}
