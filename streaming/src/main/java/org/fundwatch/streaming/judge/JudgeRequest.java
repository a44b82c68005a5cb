package org.fundwatch.streaming.judge;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fundwatch.rules.RuleBundle;

/**
 * What to judge, by what, and where to write.
 *
 * @param inputs files of events, one JSON a line, plain or gzip; of a folder the files in it whose
 *     names end in .jsonl, .ndjson or .json, with or without .gz
 * @param out where alerts are written
 * @param withdrawn whether alerts that no longer hold are written too
 * @param rules the rules to judge by
 * @param models folder of the model registry, empty for the built-in models
 * @param personKey secret of the person tokens; equal keys give equal output
 * @param parallelism how many cores to use
 * @param clock tells which events come from the future
 */
@SuppressWarnings("ArrayRecordComponent") // The key is read once; nobody compares requests.
public record JudgeRequest(
    List<Path> inputs,
    Path out,
    boolean withdrawn,
    RuleBundle rules,
    String models,
    byte[] personKey,
    int parallelism,
    Clock clock) {

  public JudgeRequest {
    inputs = List.copyOf(inputs);
  }
}
