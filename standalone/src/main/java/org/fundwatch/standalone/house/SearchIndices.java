package org.fundwatch.standalone.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.fundwatch.alertapi.journal.JournalTool;
import org.fundwatch.alertapi.search.SearchUnavailableException;

/** Our indices on the search node that runs here. */
final class SearchIndices {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private SearchIndices() {}

  /** Removes all of ours, for a beginning anew. */
  static void remove(URI search) throws HouseException, IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    String names =
        ask(http, HttpRequest.newBuilder(URI.create(search + "/_cat/indices/fundwatch-*?h=index")));
    for (String name : names.lines().map(String::strip).filter(n -> !n.isEmpty()).toList()) {
      String unused = ask(http, HttpRequest.newBuilder(URI.create(search + "/" + name)).DELETE());
    }
  }

  /**
   * Makes sure that nothing is lost when the indices are.
   *
   * @param settings of the service
   * @throws HouseException when something that people did is not on the topics yet
   */
  static void requireAllOnTopics(Map<String, String> settings) throws HouseException {
    try (JournalTool journal = JournalTool.open(settings)) {
      long waiting = journal.waiting();
      if (waiting > 0) {
        throw new HouseException(
            "journal: %d entries are not on their topics yet; start the services until"
                    .formatted(waiting)
                + " /actuator/health says that none wait");
      }
    } catch (SearchUnavailableException e) {
      throw new HouseException("journal: cannot be read: " + e.getMessage(), e);
    }
  }

  private static String ask(HttpClient http, HttpRequest.Builder request)
      throws HouseException, IOException, InterruptedException {
    HttpRequest asked = request.timeout(PATIENCE).build();
    HttpResponse<String> answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new HouseException(
          "search node: %s %s: status %d"
              .formatted(asked.method(), asked.uri(), answer.statusCode()));
    }
    return answer.body();
  }
}
