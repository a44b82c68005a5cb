package org.fundwatch.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.rules.backtest.Outcomes;
import org.fundwatch.simulation.TruthEntry;
import org.fundwatch.simulation.quality.TruthIndex;

/**
 * Outcomes from the truth of a simulation. It tells of every fraud, so that a finding is right when
 * a fraud took place where it points, whichever, and wrong otherwise.
 */
final class TruthOutcomes implements Outcomes {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          // What the truth answers beside its components.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final TruthIndex index;

  private TruthOutcomes(TruthIndex index) {
    this.index = index;
  }

  /**
   * Reads a truth.
   *
   * @param personKey of the tokens in findings
   * @throws IOException when the file cannot be read or is no truth
   */
  static TruthOutcomes read(Path file, byte[] personKey) throws IOException {
    List<TruthEntry> truth = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        truth.add(MAPPER.readValue(line, TruthEntry.class));
      }
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s:%d: no entry of a simulation's truth; its truth.jsonl, or a table named *.csv"
              .formatted(file, truth.size() + 1),
          e);
    }
    return new TruthOutcomes(new TruthIndex(truth, new PersonTokens(personKey)::token));
  }

  @Override
  public Verdict of(String alert, Finding finding) {
    return index.about(finding).stream().anyMatch(TruthEntry::fraudulent)
        ? Verdict.CONFIRMED
        : Verdict.REJECTED;
  }
}
