package org.fundwatch.standalone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code fundwatch.yaml} to names with dots: {@code kafka: {port: 9092}} is kafka.port. */
final class SettingsFile {

  private SettingsFile() {}

  static Map<String, String> read(Path file, boolean named) throws SettingsException {
    if (!Files.exists(file)) {
      if (named) {
        throw new SettingsException(file.toString(), "not found", "a file of settings");
      }
      return Map.of();
    }
    try {
      Load yaml = new Load(LoadSettings.builder().setLabel(file.toString()).build());
      Map<String, String> values = new TreeMap<>();
      Object tree = yaml.loadFromString(Files.readString(file));
      if (tree != null) {
        flatten(file, "", tree, values);
      }
      return values;
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new SettingsException(file + place, e.getProblem(), "YAML");
    } catch (YamlEngineException | IOException e) {
      throw new SettingsException(file.toString(), "cannot be read", "YAML in UTF-8");
    }
  }

  private static void flatten(
      Path file, String name, @Nullable Object value, Map<String, String> into)
      throws SettingsException {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        flatten(file, name.isEmpty() ? key : name + '.' + key, entry.getValue(), into);
      }
    } else if (value instanceof Iterable || name.isEmpty()) {
      throw new SettingsException(
          file.toString(), name.isEmpty() ? "no settings" : name + " is a list", "name: value");
    } else {
      into.put(name, value == null ? "" : value.toString());
    }
  }
}
