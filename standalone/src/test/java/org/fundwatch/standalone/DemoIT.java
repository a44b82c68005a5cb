package org.fundwatch.standalone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo as its user sees it: a process of its own, its words, its page. */
class DemoIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern PAGE = Pattern.compile("(?m)^  page +(\\S+)$");
  private static final Pattern PASSWORD = Pattern.compile("(?m)^  password +(\\S+)  ");
  private static final Pattern SENT = Pattern.compile("(?m)^([\\d,]+) settlements sent, .* judged");
  private static final Pattern JUDGED = Pattern.compile("([\\d,]+) judged \\(lag 0\\)");

  private final List<Process> started = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    // Not @TempDir: as root the search node runs under another account, which must be let in.
    folder = Files.createTempDirectory("fundwatch-demo-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void stopAndClean() throws Exception {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(60, SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void demo_stoppedAndKilled_goesOnWhereItWas() throws Exception {
    Path data = folder.resolve("数据 demo");
    Path firstWords = folder.resolve("first.txt");
    Process first = demo(data, firstWords);
    await().atMost(PATIENCE).until(() -> PAGE.matcher(said(firstWords)).find() || ended(first));
    String page = group(PAGE, said(firstWords));
    String password = group(PASSWORD, said(firstWords));
    await().atMost(PATIENCE).until(() -> alerts(page, password) > 0 || ended(first));
    await().atMost(PATIENCE).until(() -> JUDGED.matcher(said(firstWords)).find() || ended(first));
    assertThat(first.isAlive()).as(said(firstWords)).isTrue();

    first.destroy();
    assertThat(first.waitFor(120, SECONDS)).isTrue();

    assertThat(first.exitValue()).as(said(firstWords)).isZero();
    assertThat(said(firstWords).lines().map(line -> line.replaceFirst(" +\\(.*", "")).toList())
        .containsSubsequence(
            "stopping",
            "job                    stopped with a savepoint",
            "page and API           stopped",
            "broker                 stopped",
            "search node            stopped");
    String sent = last(SENT, said(firstWords));

    Path secondWords = folder.resolve("second.txt");
    Process second = demo(data, secondWords);
    await().atMost(PATIENCE).until(() -> SENT.matcher(said(secondWords)).find() || ended(second));
    assertThat(said(secondWords))
        .contains("goes on where it was")
        .contains("there from before")
        .contains("as printed at the first start");
    String samePage = group(PAGE, said(secondWords));
    assertThat(alerts(samePage, password)).as("indices are there again").isPositive();
    assertThat(Integer.parseInt(last(SENT, said(secondWords)).replace(",", "")))
        .as("the replay goes on and does not begin again")
        .isGreaterThanOrEqualTo(Integer.parseInt(sent.replace(",", "")));

    second.destroyForcibly().waitFor();
    Path thirdWords = folder.resolve("third.txt");
    Process third = demo(data, thirdWords);
    await().atMost(PATIENCE).until(() -> SENT.matcher(said(thirdWords)).find() || ended(third));

    assertThat(said(thirdWords)).as("after a kill").contains("goes on where it was");
    assertThat(alerts(group(PAGE, said(thirdWords)), password)).isPositive();
  }

  private Process demo(Path data, Path words) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "org.fundwatch.standalone.Main",
                "demo",
                "--persons",
                "2000",
                "--fraud-scale",
                "20",
                "--pace",
                "1000",
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(words.toFile())
            .start();
    started.add(process);
    return process;
  }

  private static boolean ended(Process process) {
    return !process.isAlive();
  }

  private static String said(Path words) throws IOException {
    return Files.exists(words) ? Files.readString(words) : "";
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static String last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    String found = "";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    assertThat(found).as(text).isNotEmpty();
    return found;
  }

  /** How many alerts the API shows on a first page. */
  private static int alerts(String page, String password) throws Exception {
    String user =
        Base64.getEncoder()
            .encodeToString(("inspector:" + password).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page + "/api/v1/alerts?size=50"))
            .header("Authorization", "Basic " + user)
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return (int) Pattern.compile("\"status\":\"OPEN\"").matcher(answer.body()).results().count();
  }
}
