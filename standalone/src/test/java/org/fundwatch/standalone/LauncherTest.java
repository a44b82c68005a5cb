package org.fundwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code fundwatch} script, as far as it goes without a build. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "fundwatch").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void help_calledByLinkFromFolderWithSpace_listsCommands() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("我 的"), LAUNCHER);

    Run run = run("", link.toString(), "help");

    assertThat(run.code()).isZero();
    assertThat(run.output()).contains("usage: ./fundwatch COMMAND", "demo ", "FUNDWATCH_JAVA_OPTS");
  }

  @Test
  void anyCommand_javaMissing_namesThePackage() throws Exception {
    Run run = run("/nowhere", LAUNCHER.toString(), "status");

    assertThat(run.code()).isOne();
    assertThat(run.output())
        .isEqualTo(
            "fundwatch: Java: not found in JAVA_HOME=/nowhere; a JDK 17 or newer is needed,"
                + " for example: apt-get install openjdk-17-jdk-headless\n");
  }

  @Test
  void test_unknownPart_listsTheParts() throws Exception {
    Run run = run("", LAUNCHER.toString(), "test", "some");

    assertThat(run.code()).isOne();
    assertThat(run.output())
        .isEqualTo("fundwatch: test: 'some' is not a part; all, unit, component, e2e are\n");
  }

  @Test
  void countTests_logOfTwoModules_addsUpByPlugin() throws Exception {
    Files.writeString(
        folder.resolve("log"),
        """
        [INFO] --- maven-surefire-plugin:3.5.4:test (default-test) @ domain ---
        [INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1.1 s -- in A
        [WARNING] Tests run: 7, Failures: 0, Errors: 0, Skipped: 2, Time elapsed: 1.1 s -- in B
        [WARNING] Tests run: 10, Failures: 0, Errors: 0, Skipped: 2
        [INFO] --- maven-failsafe-plugin:3.5.4:integration-test (default) @ domain ---
        [INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0
        [INFO] --- maven-surefire-plugin:3.5.4:test (default-test) @ models ---
        [ERROR] Tests run: 5, Failures: 1, Errors: 2, Skipped: 0
        """);

    String line =
        "log=\"$home\"/log; count_tests \"$log\" surefire; count_tests \"$log\" failsafe;"
            + " skipped_tests \"$log\"";

    assertThat(script(line).output()).isEqualTo("10 3 2\n4 0 0\n  B: 2\n");
  }

  @Test
  void newerThan_sourceOlderThenChanged_tellsThem() throws Exception {
    Path source = Files.createDirectories(folder.resolve("models/src/main")).resolve("A.java");
    Files.createDirectories(folder.resolve("models/src/test"));
    String check = "newer_than \"$home/stamp\" \"$home\" && echo newer || echo same";

    Run changed =
        script(
            "touch -d '2 hours ago' \"$home\"/stamp; touch '"
                + source.toAbsolutePath()
                + "'; "
                + check);
    Run same =
        script(
            "find \"$home\" -exec touch -d '2 hours ago' {} +; touch \"$home\"/stamp"
                + " \"$home\"/models/src/test/ATest.java \"$home\"/README.md; "
                + check);
    Run first = script("rm \"$home\"/stamp; " + check);

    assertThat(List.of(changed.output(), same.output(), first.output()))
        .containsExactly("newer\n", "same\n", "newer\n");
  }

  /** Runs a line with the script's functions, on a tree of ours instead of the script's own. */
  private Run script(String line) throws IOException, InterruptedException {
    return run(
        "",
        "bash",
        "-c",
        "source '" + LAUNCHER + "'; set +e; home='" + folder.toAbsolutePath() + "'; " + line);
  }

  private Run run(String javaHome, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("JAVA_HOME", javaHome);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private record Run(int code, String output) {}
}
