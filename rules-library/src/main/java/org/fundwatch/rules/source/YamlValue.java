package org.fundwatch.rules.source;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.rules.RuleIssue;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a YAML document with its place. Reading it as something that it is not adds an issue
 * and answers with something harmless, so that reading goes on and finds the next mistake.
 */
public final class YamlValue {

  private final String file;
  private final String source;
  private final Node node;
  private final Issues issues;

  YamlValue(String file, String source, Node node, Issues issues) {
    this.file = file;
    this.source = source;
    this.node = node;
    this.issues = issues;
  }

  /** The file it stands in. */
  public String file() {
    return file;
  }

  /** Adds an issue at this value. */
  public void issue(String found, String allowed) {
    Mark mark = mark();
    issues.add(new RuleIssue(file, mark.getLine() + 1, mark.getColumn() + 1, found, allowed));
  }

  /**
   * Adds an issue inside this text.
   *
   * @param at index into {@link #text}
   */
  public void issueInside(int at, String found, String allowed) {
    int index = sourceIndex(at);
    String before = source.substring(0, index);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = index - before.lastIndexOf('\n');
    issues.add(new RuleIssue(file, line, column, found, allowed));
  }

  /** True for a mapping. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** True for a sequence. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The entries of a mapping in their order, whatever their names. */
  public Map<String, YamlValue> entries() {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        YamlValue key = of(tuple.getKeyNode());
        if (entries.put(key.text(), of(tuple.getValueNode())) != null) {
          key.issue("'" + key.text() + "' a second time", "each name once");
        }
      }
    } else {
      issue(what(), "a mapping");
    }
    return entries;
  }

  /** The entries of a mapping whose names are known; unknown and missing names are issues. */
  public Map<String, YamlValue> entries(Set<String> required, Set<String> optional) {
    Map<String, YamlValue> entries = entries();
    if (node instanceof MappingNode mapping) {
      List<String> known = new ArrayList<>(required);
      known.addAll(optional);
      for (NodeTuple tuple : mapping.getValue()) {
        YamlValue key = of(tuple.getKeyNode());
        if (!known.contains(key.text())) {
          key.issue("unknown field '" + key.text() + "'", Suggestions.allowed(key.text(), known));
        }
      }
      for (String name : required) {
        if (!entries.containsKey(name)) {
          issue("no field '" + name + "'", "every one of: " + String.join(", ", required));
        }
      }
    }
    return entries;
  }

  /** The elements of a sequence; a single value is a sequence of one. */
  public List<YamlValue> elements() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(this::of).toList()
        : List.of(this);
  }

  /** The texts of a sequence. */
  public List<String> texts() {
    return elements().stream().map(YamlValue::text).filter(text -> !text.isEmpty()).toList();
  }

  /** The text of a scalar, trimmed. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    issue(what(), "a text");
    return "";
  }

  /** One of the allowed texts, the first of them after an issue. */
  public String oneOf(Collection<String> allowed) {
    String text = text();
    if (!allowed.contains(text)) {
      issue("'" + text + "'", Suggestions.allowed(text, allowed));
      return allowed.iterator().next();
    }
    return text;
  }

  /** A whole number. */
  public long integer() {
    try {
      return Long.parseLong(text().replace("_", ""));
    } catch (NumberFormatException e) {
      issue("'" + text() + "'", "a whole number");
      return 0;
    }
  }

  /** A number. */
  public double decimal() {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      issue("'" + text() + "'", "a number");
      return 0;
    }
  }

  /** Milliseconds of a length of time such as {@code 15d}, {@code 48h}, {@code 30m}. */
  public long millis() {
    Optional<Long> millis = millisOf(text());
    if (millis.isEmpty()) {
      issue("'" + text() + "'", "a whole number and a unit d, h, m or s, such as 15d");
    }
    return millis.orElse(0L);
  }

  /** A day as days since 1970-01-01, {@code absent} where the text is empty. */
  public int epochDay(int absent) {
    String text = text();
    if (text.isEmpty()) {
      return absent;
    }
    try {
      return (int) LocalDate.parse(text).toEpochDay();
    } catch (DateTimeParseException e) {
      issue("'" + text + "'", "a day such as 2026-03-31");
      return absent;
    }
  }

  private static Optional<Long> millisOf(String text) {
    Map<Character, Long> units =
        new HashMap<>(Map.of('d', 86_400_000L, 'h', 3_600_000L, 'm', 60_000L, 's', 1_000L));
    if (text.length() < 2 || text.length() > 9) {
      return Optional.empty();
    }
    Long unit = units.get(text.charAt(text.length() - 1));
    String number = text.substring(0, text.length() - 1);
    return unit == null || !number.chars().allMatch(Character::isDigit)
        ? Optional.empty()
        : Optional.of(Long.parseLong(number) * unit);
  }

  private YamlValue of(Node other) {
    return new YamlValue(file, source, other, issues);
  }

  private Mark mark() {
    return node.getStartMark().orElseThrow();
  }

  private String what() {
    return switch (node.getNodeType()) {
      case MAPPING -> "a mapping";
      case SEQUENCE -> "a sequence";
      default -> "a single value";
    };
  }

  // Folding changes white space only, so the n-th visible letter of the value is found in the
  // source by walking both and letting white space be.
  private int sourceIndex(int at) {
    int index = source.offsetByCodePoints(0, mark().getIndex());
    if (!(node instanceof ScalarNode scalar)) {
      return index;
    }
    if (scalar.getScalarStyle() == ScalarStyle.LITERAL
        || scalar.getScalarStyle() == ScalarStyle.FOLDED) {
      index = source.indexOf('\n', index) + 1;
    } else if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      index++;
    }
    String text = text();
    int last = index;
    for (int i = 0; i <= at && i < text.length(); i++) {
      char wanted = text.charAt(i);
      if (!Character.isWhitespace(wanted)) {
        while (index < source.length() && source.charAt(index) != wanted) {
          index++;
        }
        last = index++;
      }
    }
    return at >= text.length() ? Math.min(index, source.length()) : last;
  }
}
