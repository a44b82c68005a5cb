package org.fundwatch.benchmarks.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.fundwatch.embedded.Ports;
import org.fundwatch.streaming.job.FundwatchJob;

/**
 * A JobManager and TaskManagers, each a process of its own on loopback, started from the class path
 * of this process. Jobs come in by Flink's own command line and are asked for by its REST API.
 */
public final class FlinkCluster implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 100;
  private static final int SLOTS = 2;

  private final Path folder;
  private final URI rest = URI.create("http://127.0.0.1:" + Ports.free());
  private final int rpcPort = Ports.free();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();

  private FlinkCluster(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts a cluster and returns when all TaskManagers have come.
   *
   * @param folder for configuration and logs
   * @param taskManagers how many, of two slots each
   */
  public static FlinkCluster start(Path folder, int taskManagers)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    FlinkCluster cluster = new FlinkCluster(folder);
    try {
      cluster.configure();
      cluster.launch("jobmanager", StandaloneSessionClusterEntrypoint.class);
      for (int number = 1; number <= taskManagers; number++) {
        cluster.launch("taskmanager-" + number, TaskManagerRunner.class);
      }
      cluster.await("/overview", all -> all.path("taskmanagers").asInt() == taskManagers);
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Submits {@code FundwatchJob.main} in its jar, as an operator would, and waits until it runs.
   *
   * @param savepoint to go on from, empty to begin anew
   * @param settings of the job
   * @return the job's id
   */
  public String run(int parallelism, String savepoint, Map<String, String> settings)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("run", "-t", "remote", "-d"));
    arguments.addAll(List.of("-p", "" + parallelism, "-c", FundwatchJob.class.getName()));
    if (!savepoint.isEmpty()) {
      arguments.addAll(List.of("-s", savepoint));
    }
    arguments.add(jar().toString());
    new TreeMap<>(settings).forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--parallelism=" + parallelism);
    Process client = start("client", CliFrontend.class, arguments);
    if (!client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || client.exitValue() != 0) {
      client.destroyForcibly();
      throw new IOException(
          "flink run: failed; it said:\n" + Files.readString(folder.resolve("client.log")));
    }
    JsonNode jobs =
        await(
            "/jobs/overview",
            all -> all.path("jobs").findValuesAsText("state").contains("RUNNING"));
    for (JsonNode job : jobs.path("jobs")) {
      if (job.path("state").asText().equals("RUNNING")) {
        String id = job.path("jid").asText();
        JsonNode unused =
            await(
                "/jobs/" + id,
                one ->
                    one.path("vertices").findValuesAsText("status").stream()
                        .allMatch("RUNNING"::equals));
        return id;
      }
    }
    throw new IOException("flink run: no job runs");
  }

  /** Slots that no task uses. */
  public int freeSlots() throws IOException, InterruptedException {
    return get("/overview").path("slots-available").asInt();
  }

  /**
   * Stops a job with a savepoint.
   *
   * @return where the savepoint is
   */
  public String stop(String job, Path savepoints) throws IOException, InterruptedException {
    String body =
        MAPPER.writeValueAsString(
            Map.of("targetDirectory", savepoints.toUri().toString(), "drain", false));
    String trigger =
        send(HttpRequest.newBuilder(rest.resolve("/jobs/" + job + "/stop"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)))
            .path("request-id")
            .asText();
    JsonNode done =
        await(
            "/jobs/" + job + "/savepoints/" + trigger,
            state -> state.path("status").path("id").asText().equals("COMPLETED"));
    String location = done.path("operation").path("location").asText();
    if (location.isEmpty()) {
      throw new IOException("job " + job + ": no savepoint: " + done);
    }
    JsonNode unused = await("/jobs/" + job, one -> one.path("state").asText().equals("FINISHED"));
    return location;
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroyForcibly().onExit().join();
    }
  }

  private void configure() throws IOException {
    Map<String, String> options = new TreeMap<>();
    options.put("jobmanager.rpc.address", "127.0.0.1");
    options.put("jobmanager.rpc.port", "" + rpcPort);
    options.put("jobmanager.bind-host", "127.0.0.1");
    options.put("rest.address", "127.0.0.1");
    options.put("rest.bind-address", "127.0.0.1");
    options.put("rest.port", "" + rest.getPort());
    options.put("taskmanager.host", "127.0.0.1");
    options.put("taskmanager.bind-host", "127.0.0.1");
    options.put("taskmanager.numberOfTaskSlots", "" + SLOTS);
    // What Flink's start scripts would work out of one size for the process.
    options.put("taskmanager.cpu.cores", "1.0");
    options.put("taskmanager.memory.framework.heap.size", "128m");
    options.put("taskmanager.memory.framework.off-heap.size", "64m");
    options.put("taskmanager.memory.jvm-metaspace.size", "192m");
    options.put("taskmanager.memory.jvm-overhead.min", "64m");
    options.put("taskmanager.memory.jvm-overhead.max", "64m");
    options.put("taskmanager.memory.task.heap.size", "384m");
    options.put("taskmanager.memory.task.off-heap.size", "0m");
    options.put("taskmanager.memory.managed.size", "128m");
    options.put("taskmanager.memory.network.min", "64m");
    options.put("taskmanager.memory.network.max", "64m");
    options.put("io.tmp.dirs", folder.resolve("tmp").toString());
    Files.createDirectories(folder.resolve("tmp"));
    Files.writeString(
        folder.resolve("config.yaml"),
        options.entrySet().stream()
            .map(option -> option.getKey() + ": \"" + option.getValue() + "\"\n")
            .collect(Collectors.joining()));
  }

  private void launch(String name, Class<?> main) throws IOException {
    processes.add(start(name, main, List.of("--configDir", folder.toString())));
  }

  private Process start(String name, Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // As in the configuration that Flink is delivered with; its command line needs it.
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.timezone=Asia/Shanghai"));
    command.add("-Dlogback.configurationFile=org/fundwatch/benchmarks/kills/logback.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("FLINK_CONF_DIR", folder.toString());
    return builder.start();
  }

  private JsonNode await(String path, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "no answer";
    while (System.nanoTime() < deadline) {
      for (Process process : processes) {
        if (!process.isAlive()) {
          throw new IOException(
              "Flink: a process ended with %d; logs are in %s"
                  .formatted(process.exitValue(), folder));
        }
      }
      try {
        JsonNode answer = get(path);
        last = answer.toString();
        if (wanted.test(answer)) {
          return answer;
        }
      } catch (IOException e) {
        last = String.valueOf(e.getMessage());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new IOException(
        "Flink: %s not as wanted after %s: %s; logs are in %s"
            .formatted(path, PATIENCE, last, folder));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(rest.resolve(path)).GET());
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            request.timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("Flink: status " + answer.statusCode() + " for " + answer.uri());
    }
    return MAPPER.readTree(answer.body());
  }

  // Only this jar is handed in; what it needs is on the cluster's class path.
  private static Path jar() throws IOException {
    URI place =
        URI.create(
            FundwatchJob.class.getProtectionDomain().getCodeSource().getLocation().toString());
    Path jar = Path.of(place);
    if (!Files.isRegularFile(jar)) {
      throw new IOException(jar + ": no jar; build it with: mvn package -pl streaming -am");
    }
    return jar;
  }
}
