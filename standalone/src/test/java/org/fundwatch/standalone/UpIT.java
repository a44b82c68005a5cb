package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.house.RunningFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@code up} leaves on the disk: no password, and of a report neither its words nor whom it is
 * about. The job runs elsewhere, for it has no part in this.
 */
class UpIT {

  private static final Pattern DRAWN =
      Pattern.compile("(?m)^  ([a-z-]+) +([a-z0-9]{16})  \\(shown this once\\)$");
  private static final String WORDS = "金丝雀医院院长张某某收买病人";
  private static final String PERSON = "Tcafe0123456789abcdef0123456789ab";

  private final HttpClient http = HttpClient.newHttpClient();
  private Path folder;
  private Path data;

  @BeforeEach
  void makeFolder() throws IOException {
    // Not @TempDir: as root the search node runs under another account, which must be let in.
    folder = Files.createTempDirectory("fundwatch-up-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    data = folder.resolve("data");
  }

  @AfterEach
  void stopAndClean() throws IOException {
    Cli down = Cli.run(data, "down");
    assertThat(down.code()).as(down.err()).isZero();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void up_firstStartAndAnotherCipher_leavesNoSecretInTheClear() throws Exception {
    Cli first = up();
    Map<String, String> passwords =
        DRAWN
            .matcher(first.out())
            .results()
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    assertThat(passwords).as(first.out()).hasSize(9).containsKeys("inspector", "hotline");

    String hotline = passwords.get("hotline");
    assertThat(post("/api/v1/reports", hotline, report("R-1")).statusCode()).isEqualTo(201);
    requireNothingFound();
    requireNothingLies(passwords.values().stream().toList());

    Files.writeString(folder.resolve("sm4.yaml"), "fields.cipher: sm4-gcm\n");
    Cli second = up("--config", folder.resolve("sm4.yaml").toString());

    assertThat(second.out())
        .contains("as printed at the first start")
        .doesNotContain("shown this once");
    assertThat(post("/api/v1/reports", hotline, report("R-2")).statusCode()).isEqualTo(201);
    requireNothingFound();
    for (String id : List.of("R-1", "R-2")) {
      HttpResponse<String> revealed =
          post("/api/v1/reports/" + id + "/reveal", hotline, "{\"reason\":\"核对\"}");
      assertThat(revealed.body()).as(id).contains(WORDS, PERSON);
    }
    requireNothingLies(passwords.values().stream().toList());
  }

  private Cli up(String... words) {
    List<String> all =
        Stream.concat(
                Stream.of("up", "--flink", "http://127.0.0.1:9", "--port", "0"), Stream.of(words))
            .toList();
    Cli up = Cli.run(data, all.toArray(String[]::new));
    assertThat(up.code()).as(up.out() + up.err()).isZero();
    return up;
  }

  /** Not in what the search node answers. */
  private void requireNothingFound() throws Exception {
    String indices = search("/fundwatch-*/_search?size=1000");
    assertThat(indices)
        .as("what is encrypted")
        .contains("R-1", "fw1.")
        .doesNotContain(WORDS, PERSON);
  }

  /** Nor in a file of the data folder; stops all first, for a search node's files come and go. */
  private void requireNothingLies(List<String> passwords) throws Exception {
    assertThat(Cli.run(data, "down").code()).isZero();
    List<String> secrets =
        Stream.concat(passwords.stream(), Stream.of(WORDS, PERSON))
            .map(
                secret ->
                    new String(
                        secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
            .toList();
    int topics = 0;
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        topics += file.startsWith(data.resolve("kafka")) && bytes.contains("fw1.") ? 1 : 0;
        for (String secret : secrets) {
          assertThat(bytes.contains(secret)).as("%s holds a secret", file).isFalse();
        }
      }
    }
    assertThat(topics).as("topics that hold the report, encrypted").isPositive();
  }

  private String search(String path) throws Exception {
    String base = RunningFile.read(new DataFolder(data).running()).orElseThrow().search();
    send(HttpRequest.newBuilder(URI.create(base + "/fundwatch-*/_refresh")).POST(noBody()));
    return send(HttpRequest.newBuilder(URI.create(base + path))).body();
  }

  private HttpResponse<String> post(String path, String password, String json) throws Exception {
    String base = RunningFile.read(new DataFolder(data).running()).orElseThrow().page();
    String user =
        Base64.getEncoder()
            .encodeToString(("hotline:" + password).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Basic " + user)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", Integer.toHexString(json.hashCode()))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static String report(String id) {
    return """
    {"reportId":"%s","channel":"WEBSITE","named":false,"subjectType":"PERSON","psnToken":"%s",
     "category":"其他","text":"%s","rewardClaim":false}"""
        .formatted(id, PERSON, WORDS);
  }
}
