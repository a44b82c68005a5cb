package org.fundwatch.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.streaming.job.FundwatchJob;
import org.fundwatch.streaming.job.JobSettings;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DeployTest {

  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Map<String, Object> DEPLOYMENT = yaml("kubernetes/fundwatch-job.yaml");

  @Test
  void topics_areThoseOfTheCode() throws IOException {
    assertThat(Files.readString(DEPLOY.resolve("kafka/topics.yaml")))
        .as("./fundwatch topics show --partitions 64 --replicas 3")
        .isEqualTo(HouseTopics.yaml(64, 3));
    assertThat(HouseTopics.all(1))
        .extracting(topic -> topic.name())
        .as("the job's presets, and what people do")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    JobSettings.defaults().entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith("topic."))
                        .map(Map.Entry::getValue),
                    Stream.concat(
                        Arrays.stream(Kind.values()).map(Kind::topic),
                        Stream.of(HouseTopics.DISPOSITIONS)))
                .toList());
  }

  @Test
  void flinkConfiguration_everyKeyIsKnownToFlink() throws Exception {
    Set<String> known = FlinkOptions.keys();
    assertThat(known).hasSizeGreaterThan(300);
    List<String> used = new ArrayList<>(yaml("standalone/config.yaml").keySet());
    used.addAll(child(child(DEPLOYMENT, "spec"), "flinkConfiguration").keySet());
    used.removeIf(key -> key.startsWith("kubernetes.operator."));

    assertThat(known).containsAll(used);
    assertThat(known).doesNotContain("execution.checkpointing.no-such-key");
  }

  @Test
  void deployment_namesTheJobAndItsSettings() throws Exception {
    Map<String, Object> spec = child(DEPLOYMENT, "spec");
    Map<String, Object> job = child(spec, "job");
    Class<?> main = Class.forName(String.valueOf(job.get("entryClass")));
    Method entry = main.getMethod("main", String[].class);
    assertThat(entry.getDeclaringClass()).isEqualTo(FundwatchJob.class);
    assertThat(job.get("upgradeMode")).isEqualTo("savepoint");
    assertThat(spec.get("image")).isEqualTo("${FUNDWATCH_JOB_IMAGE}");

    Map<String, String> environment = environment();
    List<String> arguments =
        list(job, "args").stream().map(String::valueOf).collect(Collectors.toList());
    var config = JobSettings.read(arguments.toArray(String[]::new), environment);

    assertThat(config.parallelism()).isEqualTo(job.get("parallelism"));
    assertThat(config.kafkaClient())
        .containsKeys("security.protocol", "sasl.mechanism", "sasl.jaas.config");
    Set<String> settings =
        JobSettings.defaults().keySet().stream()
            .map(name -> "FUNDWATCH_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(environment.keySet())
        .allMatch(name -> settings.contains(name) || name.startsWith("FUNDWATCH_KAFKA_CLIENT_"));
  }

  @Test
  void secrets_comeByReferenceAlone() throws IOException {
    for (Object variable : variables()) {
      Map<String, Object> env = map(variable);
      String name = String.valueOf(env.get("name"));
      boolean secret = name.endsWith("_KEY") || name.endsWith("_JAAS_CONFIG");
      assertThat(env.containsKey("valueFrom")).as(name).isEqualTo(secret);
    }
    assertThat(Files.readString(DEPLOY.resolve("standalone/api.env.example")).lines())
        .filteredOn(line -> line.matches(".*(PASSWORD|JAAS_CONFIG)=.*"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("="));
  }

  @Test
  void files_nameNoHostOutsideTheExampleDomain() throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOY)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".md")) {
          assertThat(Files.readString(file).replaceAll("[\\w.]+\\.example\\.org", ""))
              .as(file.toString())
              .doesNotContainPattern("https?://(?!:)[\\w-]+\\.")
              .doesNotContainPattern("image: *[^\"\\s$]");
        }
      }
    }
  }

  /** The container's variables; a secret's value is one that the setting allows. */
  private static Map<String, String> environment() {
    return variables().stream()
        .map(DeployTest::map)
        .collect(
            Collectors.toMap(
                env -> String.valueOf(env.get("name")),
                env -> String.valueOf(env.getOrDefault("value", "00".repeat(32)))));
  }

  private static List<Object> variables() {
    Map<String, Object> pod = child(child(child(DEPLOYMENT, "spec"), "podTemplate"), "spec");
    return list(map(list(pod, "containers").get(0)), "env");
  }

  private static Map<String, Object> yaml(String name) {
    try {
      return map(
          new Load(LoadSettings.builder().build())
              .loadFromString(Files.readString(DEPLOY.resolve(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> child(Map<String, Object> parent, String name) {
    return map(parent.get(name));
  }

  @SuppressWarnings("unchecked") // YAML's own types
  private static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // YAML's own types
  private static List<Object> list(Map<String, Object> parent, String name) {
    assertThat(parent.get(name)).isInstanceOf(List.class);
    return (List<Object>) parent.get(name);
  }
}
