package org.fundwatch.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three configuration files of a node on one machine. */
final class NodeSettings {
  private NodeSettings() {}

  static String yaml(ElasticsearchConfig config, NodeFolder folder) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("cluster.name", "fundwatch");
    settings.put("node.name", "fundwatch");
    settings.put("path.logs", folder.logs().toString());
    settings.put("network.host", Ports.LOOPBACK);
    settings.put("http.port", Integer.toString(config.port()));
    settings.put("transport.port", "0");
    settings.put("node.portsfile", "true");
    settings.put("discovery.type", "single-node");
    settings.put("xpack.security.enabled", "false");
    // A laptop's disk is often more than 90 % full: by default indices would turn read-only.
    settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    settings.putAll(config.settings());
    var data = "path.data: " + dataPath(folder) + "\n";
    return settings.entrySet().stream()
        .map(NodeSettings::line)
        .collect(Collectors.joining("\n", data, "\n"));
  }

  /** A string would be split at its commas; a list is deprecated, so only then. */
  private static String dataPath(NodeFolder folder) {
    var path = quoted(folder.data().toString());
    return path.contains(",") ? "[" + path + "]" : path;
  }

  static String jvmOptions(ElasticsearchConfig config, NodeFolder folder) {
    var options = new ArrayList<String>();
    options.add("-Xms" + config.heapMegabytes() + "m");
    options.add("-Xmx" + config.heapMegabytes() + "m");
    // G1 although it is not the smallest: the memory breaker of Elasticsearch counts on it.
    options.add("-XX:+UseG1GC");
    // Touching the heap at the start takes memory that small indices never need.
    options.add("-XX:-AlwaysPreTouch");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:ErrorFile=" + folder.logs().resolve("hs_err_pid%p.log"));
    options.add("-Djava.io.tmpdir=${ES_TMPDIR}");
    options.addAll(config.jvmOptions());
    return String.join("\n", options) + "\n";
  }

  static String logging() {
    return String.join(
        "\n",
        List.of(
            "status = error",
            "appender.rolling.type = RollingFile",
            "appender.rolling.name = rolling",
            "appender.rolling.fileName = ${sys:es.logs.base_path}/server.log",
            "appender.rolling.filePattern = ${sys:es.logs.base_path}/server-%i.log",
            "appender.rolling.layout.type = PatternLayout",
            "appender.rolling.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n",
            "appender.rolling.policies.type = Policies",
            "appender.rolling.policies.size.type = SizeBasedTriggeringPolicy",
            "appender.rolling.policies.size.size = 10MB",
            "appender.rolling.strategy.type = DefaultRolloverStrategy",
            "appender.rolling.strategy.max = 3",
            "rootLogger.level = info",
            "rootLogger.appenderRef.rolling.ref = rolling",
            ""));
  }

  private static String line(Map.Entry<String, String> setting) {
    return setting.getKey() + ": " + quoted(setting.getValue());
  }

  private static String quoted(String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "Elasticsearch setting '%s': has a control character; give one line of text"
              .formatted(value));
    }
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
