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
  void countTests_reportsOfTwoModules_addsUp() throws Exception {
    report(
        "domain", "<testsuite name=\"A\" tests=\"10\" errors=\"1\" skipped=\"2\" failures=\"3\">");
    report(
        "models", "<testsuite name=\"B\" tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\">");

    Run run = script("count_tests surefire");

    assertThat(run.output()).isEqualTo("9 4 2\n");
  }

  @Test
  void countTests_noReports_isZero() throws Exception {
    assertThat(script("count_tests surefire || true").output()).isEqualTo("0 0 0\n");
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

  private void report(String module, String suite) throws IOException {
    Path reports = Files.createDirectories(folder.resolve(module + "/target/surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-a.xml"), "<?xml version=\"1.0\"?>\n" + suite + "\n</testsuite>\n");
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
