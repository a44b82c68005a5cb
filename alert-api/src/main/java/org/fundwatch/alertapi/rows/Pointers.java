package org.fundwatch.alertapi.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.row.SettlementRow;

/**
 * What the findings of an alert point at. A fee line's number is unique only within its encounter:
 * a line counts as pointed at where the same finding points at its settlement or encounter too.
 */
public final class Pointers {
  private final List<Of> findings;

  private Pointers(List<Of> findings) {
    this.findings = findings;
  }

  /** What one finding points at, by kind. */
  private record Of(
      String finding,
      Set<String> settlements,
      Set<String> encounters,
      Set<String> lines,
      Set<String> packs) {

    static Of of(Finding finding) {
      return new Of(
          finding.id(),
          ids(finding, Evidence.Kind.SETTLEMENT),
          ids(finding, Evidence.Kind.ENCOUNTER),
          ids(finding, Evidence.Kind.FEE_LINE),
          ids(finding, Evidence.Kind.TRACE_CODE));
    }

    private static Set<String> ids(Finding finding, Evidence.Kind kind) {
      var ids = new LinkedHashSet<String>();
      for (var evidence : finding.evidence()) {
        if (evidence.kind() == kind) {
          ids.add(evidence.id());
        }
      }
      return ids;
    }

    boolean isAbout(SettlementRow row) {
      return settlements.contains(row.settlementId())
          || encounters.contains(row.settlement().encounterId());
    }
  }

  /** The pointers of an alert. */
  public static Pointers of(Alert alert) {
    return new Pointers(alert.findings().stream().map(Of::of).toList());
  }

  /** {@code setl_id} of the settlements, each once. */
  Set<String> settlements() {
    return all(findings.stream().map(Of::settlements));
  }

  /** {@code mdtrt_id} of the encounters, each once. */
  Set<String> encounters() {
    return all(findings.stream().map(Of::encounters));
  }

  private static Set<String> all(Stream<Set<String>> sets) {
    var all = new TreeSet<String>();
    sets.forEach(all::addAll);
    return all;
  }

  /** Ids of the findings that point at a settlement or its encounter. */
  List<String> findings(SettlementRow row) {
    return about(row).map(Of::finding).toList();
  }

  /** Ids of the findings that point at a fee line of a settlement. */
  List<String> ofLine(SettlementRow row, String line) {
    return about(row).filter(of -> of.lines().contains(line)).map(Of::finding).toList();
  }

  /** Ids of the findings that point at a drug pack of a settlement. */
  List<String> ofPack(SettlementRow row, String code) {
    return about(row).filter(of -> of.packs().contains(code)).map(Of::finding).toList();
  }

  /** Fee lines and drug packs of a settlement that findings point at, in its order. */
  public List<String> within(SettlementRow row) {
    var within = new ArrayList<String>();
    row.lines().stream()
        .filter(line -> !ofLine(row, line.id()).isEmpty())
        .forEach(line -> within.add(line.id()));
    ShownRow.packs(row).stream()
        .filter(pack -> !ofPack(row, pack.code()).isEmpty())
        .forEach(pack -> within.add(pack.code()));
    return within;
  }

  private Stream<Of> about(SettlementRow row) {
    return findings.stream().filter(of -> of.isAbout(row));
  }
}
