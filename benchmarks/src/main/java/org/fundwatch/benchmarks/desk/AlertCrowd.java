package org.fundwatch.benchmarks.desk;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Alerts as a year of a nation might raise them, all invented: the same seed and number give the
 * same alert. Institutions lie in 40 counties of five provinces and differ in size; amounts are
 * log-normal with a median of 1,100 yuan; every tenth alert has two findings, every twentieth was
 * withdrawn. Thread-safe.
 *
 * @param seed of the crowd
 */
public record AlertCrowd(long seed) {
  private static final int INSTITUTIONS = 2_000;
  private static final int DOCTORS_EACH = 20;
  private static final int PERSONS = 600_000;
  private static final int DAYS = 365;
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long BEGIN = ShanghaiTime.startOfDay(ShanghaiTime.parseDate("2025-10-01"));
  static final List<String> PROVINCES = List.of("32", "33", "34", "37", "44");
  private static final double LOG_MEDIAN_FEN = Math.log(110_000);
  private static final double LOG_SPREAD = 1.3;

  /** Rules of the library, with how sure they are. */
  private enum Source {
    SPLIT("IP01-split-admission", "分解住院（同一机构）", Outcome.SUSPICION),
    RELAY("IP02-relay-stay", "接力住院", Outcome.SUSPICION),
    IDLE("IP10-idle-days", "挂床住院", Outcome.SUSPICION),
    LOW("IP14-low-threshold", "低标准入院", Outcome.SUSPICION),
    SCOPE("FE20-out-of-scope", "超范围结算", Outcome.VIOLATION),
    QUANTITY("FE18-consumable-quantity", "耗材数量异常", Outcome.VIOLATION),
    DAYS("RX09b-max-days", "超量开药", Outcome.VIOLATION),
    DUPLICATE("RX10-duplicate-therapy", "重复用药", Outcome.VIOLATION),
    PACK("PH02-trace-code-again", "追溯码同机构重复结算", Outcome.SUSPICION),
    CODING("DR02-unsupported-complication", "无依据并发症", Outcome.SUSPICION),
    SHARE("FE19-drug-share", "药占比异常", Outcome.STATISTIC);

    private final String id;
    private final String zh;
    private final Outcome outcome;

    Source(String id, String zh, Outcome outcome) {
      this.id = id;
      this.zh = zh;
      this.outcome = outcome;
    }
  }

  /** The alert of a number, 0 or more. */
  public Alert alert(int number) {
    var random = new SplittableRandom(seed * 1_000_003 + number);
    var subject = new Subject(SubjectKind.ENCOUNTER, "M%d-%08d".formatted(seed, number));
    var place = institution(random);
    var person = "T%032x".formatted(random.nextInt(PERSONS));
    var doctor = "D%s%05d".formatted(place.code().substring(1), random.nextInt(DOCTORS_EACH));
    long from = BEGIN + random.nextInt(DAYS) * DAY_MILLIS;
    long to = from + random.nextInt(15) * DAY_MILLIS;
    long amount = Math.round(Math.exp(LOG_MEDIAN_FEN + LOG_SPREAD * random.nextGaussian()));
    double confidence = 0.5 + random.nextInt(50) / 100.0;
    int count = random.nextInt(10) == 0 ? 2 : 1;
    boolean withdrawn = random.nextInt(20) == 0;
    var sources =
        random
            .ints(0, Source.values().length)
            .distinct()
            .limit(count)
            .mapToObj(at -> Source.values()[at])
            .toList();
    var findings =
        sources.stream()
            .map(
                source ->
                    finding(source, subject, place, doctor, person, from, to, amount, confidence))
            .toList();
    return new Alert(
        Alert.SCHEMA,
        FindingIds.alert(subject),
        withdrawn ? 2 : 1,
        withdrawn ? AlertStatus.WITHDRAWN : AlertStatus.OPEN,
        subject,
        sources.stream().map(source -> source.outcome).max(Outcome::compareTo).orElseThrow(),
        confidence,
        amount,
        from,
        to,
        place,
        doctor,
        person,
        "310",
        findings,
        lineage(findings, to, withdrawn));
  }

  /** Sends alerts to a topic; returns before the broker has taken them all. */
  public void send(Producer<String, byte[]> producer, String topic, int from, int to) {
    IntStream.range(from, to)
        .mapToObj(this::alert)
        .forEach(
            alert -> {
              var unused =
                  producer.send(new ProducerRecord<>(topic, alert.id(), AlertJson.write(alert)));
            });
  }

  /** Large ones have more: the first has 2.2 % of all alerts, the last 0.025 %. */
  private static Institution institution(SplittableRandom random) {
    double share = random.nextDouble();
    int rank = (int) (INSTITUTIONS * share * share);
    var county = county(rank);
    return new Institution(
        "H%s%05d".formatted(county, rank), "测试第%d医院".formatted(rank), "3", county);
  }

  /** The county of an institution; the first 40 lie in all of them. */
  static String county(int rank) {
    return PROVINCES.get(rank % PROVINCES.size())
        + "%02d%02d".formatted(1 + rank / 5 % 4, 1 + rank / 20 % 2);
  }

  private static Finding finding(
      Source source,
      Subject subject,
      Institution place,
      String doctor,
      String person,
      long from,
      long to,
      long amount,
      double confidence) {
    var anchors = List.of(subject.id());
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(source.id, subject, anchors),
        new RuleRef(
            source.id, 2, "benchmark", "", source.zh, source.id, List.of("《医疗保障基金使用监督管理条例》第三十八条")),
        source.outcome,
        confidence,
        subject,
        anchors,
        amount,
        from,
        to,
        place,
        doctor,
        person,
        "310",
        "%s：%s 住院 %d 天，涉及金额 %d 分"
            .formatted(source.zh, place.name(), (to - from) / DAY_MILLIS, amount),
        "%s at %s over %d days".formatted(source.id, place.code(), (to - from) / DAY_MILLIS),
        List.of(
            new FactValue("days", Long.toString((to - from) / DAY_MILLIS), "day"),
            new FactValue("amount", Long.toString(amount), "fen"),
            new FactValue("main_diagnosis", "I10.x00", "")),
        Stream.of(Evidence.Kind.ENCOUNTER, Evidence.Kind.SETTLEMENT)
            .map(kind -> new Evidence(kind, subject.id(), ShanghaiTime.format(from)))
            .toList(),
        source == Source.LOW
            ? new ModelTrace(
                "low-threshold",
                "v1",
                confidence,
                List.of(new Attribution("cost_per_day", 1_200.5, 0.8)))
            : null);
  }

  private static List<Amendment> lineage(List<Finding> findings, long at, boolean withdrawn) {
    var raised =
        new Amendment(
            1,
            at,
            "msg-1",
            "2304",
            "raised " + findings.get(0).rule().id(),
            findings.get(0).id(),
            List.of());
    return withdrawn
        ? List.of(
            raised,
            new Amendment(
                2,
                at + DAY_MILLIS,
                "msg-2",
                "2305",
                "withdrew " + findings.get(0).rule().id(),
                findings.get(0).id(),
                List.of()))
        : List.of(raised);
  }
}
