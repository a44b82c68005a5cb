package org.fundwatch.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts {@code bin/elasticsearch} on the Java that runs us, with an environment of its own. */
final class ServerProcess {
  private ServerProcess() {}

  static Process start(Path home, NodeFolder folder, Account account) {
    var program = home.resolve("bin").resolve("elasticsearch");
    var builder = new ProcessBuilder(account.command(List.of(program.toString())));
    var environment = builder.environment();
    // Nothing of ours leaks in: JAVA_TOOL_OPTIONS, ES_JAVA_OPTS or a proxy would change the server.
    environment.clear();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    // Else Java 17 takes names with Chinese characters for unreadable bytes.
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("ES_JAVA_HOME", javaHome(account).toString());
    environment.put("ES_PATH_CONF", folder.config().toString());
    environment.put("ES_TMPDIR", folder.temporary().toString());
    environment.put("JDK_JAVA_OPTIONS", launcherOptions(folder.temporary().toString()));
    builder.directory(folder.logs().toFile());
    builder.redirectInput(new File("/dev/null"));
    // Into a file, not a pipe: when we are killed the server must not choke on a closed pipe.
    builder.redirectErrorStream(true).redirectOutput(folder.console().toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s (Elasticsearch): cannot be run (%s)".formatted(program, e.getMessage()), e);
    }
  }

  /** ES_TMPDIR is for the server alone: its launcher would leave folders in /tmp at each start. */
  private static String launcherOptions(String temporary) {
    return Stream.of("java.io.tmpdir", "user.home")
        .map(name -> "-D" + name + "=" + temporary)
        .map(option -> '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(" "));
  }

  private static Path javaHome(Account account) {
    var home = Path.of(System.getProperty("java.home"));
    if (!account.canRun(home.resolve("bin").resolve("java"))) {
      throw new EmbeddedServerException(
          "%s (Elasticsearch): uid %d, which runs it because it refuses root, cannot run this Java; install one under /usr/lib/jvm, or start as another user"
              .formatted(home, Account.UNPRIVILEGED));
    }
    return home;
  }
}
