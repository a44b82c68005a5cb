package org.fundwatch.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundwatch.rules.source.Issues;
import org.fundwatch.rules.source.RuleReader;
import org.jspecify.annotations.Nullable;

/**
 * What each rule said at its version, so that no rule changes under a version that findings already
 * name. One line a rule: id, version, hash of its text without the version.
 *
 * @param rules by id
 */
public record RuleLock(SortedMap<String, Locked> rules) {

  private static final Pattern VERSION = Pattern.compile("(?m)^version:.*$");
  private static final int HASH_BYTES = 8;

  public RuleLock {
    rules = new TreeMap<>(rules);
  }

  /**
   * A rule at a version.
   *
   * @param version of the rule
   * @param hash of its text without the version
   */
  public record Locked(int version, String hash) {}

  /**
   * The lock of a bundle as it stands.
   *
   * @throws RuleSetException when a rule has mistakes
   */
  public static RuleLock of(RuleBundle bundle) throws RuleSetException {
    Issues issues = new Issues();
    SortedMap<String, Locked> rules = new TreeMap<>();
    bundle
        .files()
        .forEach(
            (path, text) -> {
              if (path.endsWith("/rule.yaml")) {
                RuleReader.read(path, text, issues)
                    .ifPresent(
                        rule ->
                            rules.put(
                                rule.info().id(), new Locked(rule.info().version(), hash(text))));
              }
            });
    if (!issues.isEmpty()) {
      throw new RuleSetException(issues.sorted());
    }
    return new RuleLock(rules);
  }

  /**
   * Reads a lock.
   *
   * @throws IllegalArgumentException naming the line that is none of a lock
   */
  public static RuleLock parse(String text) {
    SortedMap<String, Locked> rules = new TreeMap<>();
    for (String line : text.lines().toList()) {
      List<String> words = List.of(line.split(" ", -1));
      if (words.size() != 3 || !words.get(1).matches("\\d{1,9}")) {
        throw new IllegalArgumentException(
            "rules.lock: '%s'; a rule's id, version and hash".formatted(line));
      }
      rules.put(words.get(0), new Locked(Integer.parseInt(words.get(1)), words.get(2)));
    }
    return new RuleLock(rules);
  }

  /** The text of the lock. */
  public String text() {
    return rules.entrySet().stream()
        .map(
            rule ->
                "%s %d %s\n"
                    .formatted(rule.getKey(), rule.getValue().version(), rule.getValue().hash()))
        .collect(Collectors.joining());
  }

  /** Why this lock cannot give way to another: rules that changed or went under their version. */
  public List<String> refusals(RuleLock next) {
    List<String> refusals = new ArrayList<>();
    rules.forEach((id, locked) -> refuse(id, locked, next.rules.get(id), refusals));
    return refusals;
  }

  /** What is not as this lock states, new rules and new versions among it. */
  public List<String> differences(RuleLock now) {
    List<String> differences = new ArrayList<>(refusals(now));
    for (Map.Entry<String, Locked> rule : now.rules.entrySet()) {
      Locked locked = rules.get(rule.getKey());
      if (locked == null || rule.getValue().version() > locked.version()) {
        differences.add(
            "%s: version %d is not in rules.lock; ./fundwatch rules lock"
                .formatted(rule.getKey(), rule.getValue().version()));
      }
    }
    return differences;
  }

  private static void refuse(
      String id, Locked locked, @Nullable Locked next, List<String> refusals) {
    if (next == null) {
      refusals.add(id + ": gone; ids are never used again: deprecate it and name its successor");
    } else if (next.version() < locked.version()) {
      refusals.add(
          "%s: version %d after %d; a higher one".formatted(id, next.version(), locked.version()));
    } else if (next.version() == locked.version() && !next.hash().equals(locked.hash())) {
      refusals.add(
          "%s: changed, still version %d; at least version %d"
              .formatted(id, next.version(), locked.version() + 1));
    }
  }

  private static String hash(String text) {
    try {
      String content = VERSION.matcher(text.replace("\r\n", "\n")).replaceFirst("").strip();
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)),
              0,
              HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
