package org.fundwatch.domain.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * What a finding about broken data says of other findings: those of rules that it silences are not
 * to be read as accusations.
 *
 * @param findingId the finding about the data
 * @param rule its rule
 * @param institution where the data is broken, {@code fixmedins_code}
 * @param days the days without data, as days since 1970-01-01 in order; empty where the finding is
 *     about one encounter and not about days of an institution
 * @param reasonZh its sentence in Chinese
 * @param reasonEn its sentence in English
 */
public record DataGate(
    String findingId,
    String rule,
    String institution,
    List<Long> days,
    String reasonZh,
    String reasonEn) {

  /** The fact in which a gate on an institution lists the days without data. */
  public static final String DAYS_FACT = "gate_days";

  private static final String SEPARATOR = ", ";
  private static final int LONGEST_MONTH = 31;

  public DataGate {
    days = List.copyOf(days);
  }

  /** The finding as a gate on the days of its institution; empty where it names no days. */
  public static Optional<DataGate> ofDays(Finding finding) {
    return finding.facts().stream()
        .filter(fact -> fact.name().equals(DAYS_FACT) && !fact.value().isEmpty())
        .findFirst()
        .map(
            fact ->
                of(
                    finding,
                    Arrays.stream(fact.value().split(SEPARATOR))
                        .map(ShanghaiTime::parseDate)
                        .toList()));
  }

  /** The finding as a gate: on the days it names, else on its own encounter. */
  public static DataGate of(Finding finding) {
    return ofDays(finding).orElseGet(() -> of(finding, List.of()));
  }

  private static DataGate of(Finding finding, List<Long> days) {
    return new DataGate(
        finding.id(),
        finding.rule().id(),
        finding.institution().code(),
        days,
        finding.sentenceZh(),
        finding.sentenceEn());
  }

  /**
   * True where the rule of {@code finding} is silenced by this gate, and one of the finding's days
   * of service is among the gate's days. A gate on an encounter is asked about findings on the same
   * encounter only.
   */
  public boolean silences(Finding finding) {
    return finding.rule().silencedBy().contains(rule)
        && !finding.id().equals(findingId)
        && (days.isEmpty()
            || (finding.institution().code().equals(institution) && touches(finding)));
  }

  // A month of an institution is held against the month before: what is missing there distorts it.
  private boolean touches(Finding finding) {
    long before = finding.subject().kind() == SubjectKind.INSTITUTION ? LONGEST_MONTH : 0;
    long from = ShanghaiTime.epochDay(finding.serviceFromMillis()) - before;
    long to = ShanghaiTime.epochDay(finding.serviceToMillis());
    return days.stream().anyMatch(day -> day >= from && day <= to);
  }
}
