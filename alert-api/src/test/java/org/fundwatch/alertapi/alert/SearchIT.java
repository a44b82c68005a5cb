package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.finding.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forty alerts: numbers 0 to 39, 1,000 fen each times the number; the last is withdrawn. */
final class SearchIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static Http http;

  @BeforeAll
  static void index() {
    http = SERVICE.as("inspector");
    for (int number = 0; number < 40; number++) {
      var sample =
          SampleAlert.of(number)
              .amountFen(number * 1_000L)
              .from(SampleAlert.MAY_1 + number * SampleAlert.DAY)
              .institution(number < 10 ? SampleAlert.PHARMACY : SampleAlert.HOSPITAL)
              .outcome(number % 2 == 0 ? Outcome.SUSPICION : Outcome.VIOLATION)
              .rule(number % 4 == 0 ? "IP02-relay-stay" : "IP01-split-admission")
              .confidence(number >= 5 && number < 10 ? 0.3 : 0.8)
              .doctor(number >= 5 && number < 10 ? "D5" : "D320100000011")
              .person(number >= 5 && number < 10 ? "T5" : "T0123456789abcdef0123456789abcdef")
              .sentence(number == 7 ? "同一追溯码在三家机构结算" : "两次住院间隔两天");
      SERVICE.send(
          (number == 39 ? sample.withdrawn() : number < 10 ? sample.ruleAlone() : sample).alert());
    }
    SERVICE.awaitTotal(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; 39",
        "closed=true; 40",
        "status=OPEN; 39",
        "status=WITHDRAWN; 1",
        "status=OPEN&status=WITHDRAWN; 40",
        "status=OPEN,WITHDRAWN; 40",
        "state=CONFIRMED; 0",
        "state=NEW&closed=true; 40",
        "outcome=VIOLATION; 19",
        "outcome=VIOLATION&closed=true; 20",
        "rule=IP02-relay-stay; 10",
        "family=管理类/行为主体监管类; 39",
        "family=管理类; 39",
        "family=本库/模型; 29",
        "family=政策类; 0",
        "family=政策类,管理类; 39",
        "institution=P32020000002; 10",
        "region=3202; 10",
        "region=32; 39",
        "region=33; 0",
        "person=T0123456789abcdef0123456789abcdef; 34",
        "person=T5; 5",
        "person=T01; 0",
        "doctor=D320100000011; 34",
        "doctor=D5; 5",
        "amountFromFen=38000; 1",
        "confidenceFrom=0.5; 34",
        "confidenceTo=0.3; 5",
        "confidenceFrom=0.3&confidenceTo=0.3; 5",
        "scoreFrom=0.83; 29",
        "scoreFrom=0.84; 0",
        "scoreTo=0.83; 29",
        "raisedFrom=2026-05-02&raisedTo=2026-05-02; 39",
        "raisedTo=2026-05-01; 0",
        "raisedFrom=2026-05-03; 0",
        "dueTo=2026-05-16; 19",
        "dueFrom=2026-05-17&dueTo=2026-06-01; 20",
        "dueFrom=2026-06-02; 0",
        "serviceFrom=%2B999999999-12-31; 0",
        "dueTo=-999999999-01-01; 0",
        "hasCase=false; 39",
        "hasCase=true; 0",
        "hasReport=false; 39",
        "hasReport=true; 0",
        "label=重点; 0",
        "sample=true; 0",
        "sample=false; 39",
        "recheck=true; 0",
        "amountFromFen=1000&amountToFen=3000; 3",
        // A stay of four days touches the day: those that began on it or on one of the four before.
        "serviceFrom=2026-05-20&serviceTo=2026-05-20; 5",
        "assignee=nobody; 0",
        "outcome=VIOLATION&institution=P32020000002; 5",
      })
  void filter_given_narrowsTheList(String query, int expected) {
    assertThat(total(query == null ? "" : query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "追溯码; 1",
        // Each of several words, wherever it is.
        "追溯码 康民大药房; 1",
        "三家机构　同一追溯码; 1",
        "追溯码 分解住院; 0",
        "两次住院 康民大药房; 9",
        "同一追溯码在三家; 1",
        // Words in a row, not letters anywhere.
        "码溯追; 0",
        "康民大药房; 10",
        "Two stays 2 days apart; 39",
        "alert.sentences:* OR 1=1; 0",
        "*; 0",
        "NOT; 0",
        "\"(]{; 0",
        "追溯码) OR (住院; 0",
        "追溯码~2 AND; 0",
        "{'match_all':{}}; 0",
      })
  void text_chinese_findsWordsInARow(String text, int expected) {
    assertThat(total("text=" + encoded(text))).isEqualTo(expected);
  }

  @Test
  void list_sortedByAmount_isDescendingUnlessAskedOtherwise() {
    var page = http.get("/api/v1/alerts?sort=AMOUNT&size=3").json();
    assertThat(page.findValuesAsText("amountFen")).containsExactly("38000", "37000", "36000");

    page = http.get("/api/v1/alerts?sort=AMOUNT&ascending=true&size=3").json();
    assertThat(page.findValuesAsText("amountFen")).containsExactly("0", "1000", "2000");
  }

  @ParameterizedTest
  @CsvSource({"CONFIDENCE, confidence", "DUE, due", "RAISED, raisedAt", "PRIORITY, priority"})
  void list_sorted_isInOrder(String sort, String field) {
    var values =
        http.get("/api/v1/alerts?size=200&ascending=true&sort=" + sort)
            .json()
            .findValuesAsText(field);

    assertThat(values).hasSize(39);
    if (field.equals("due")) {
      assertThat(values).isSorted();
    } else {
      assertThat(values.stream().map(Double::valueOf)).isSorted();
    }
  }

  @Test
  void list_anyPage_showsNoPayload() {
    assertThat(http.get("/api/v1/alerts?size=1").text()).doesNotContain("payload", "gap_days");
  }

  /** What the node itself answers to the request of a list. */
  @Test
  void request_ofAList_loadsNoPayload() throws Exception {
    var request = new SearchRequest.Builder();
    AlertRequests.entries(
        request, AlertQuery.ALL, Regions.NATION.filter("alert.region"), AlertOrder.AMOUNT, false);
    var body = JsonpUtils.toJsonString(request.build(), new JacksonJsonpMapper());

    var answer = search(body);

    assertThat(answer.at("/hits/hits/0/_source/alert/amountFen").asLong()).isEqualTo(39_000);
    assertThat(answer.at("/hits/hits/0/_source/alert").has("payload")).isFalse();
    assertThat(answer.at("/hits/hits/0/_source/alert").has("sentences")).isFalse();
    assertThat(answer.at("/hits/hits/0/_source/triage").has("events")).isFalse();
    // It is there to be loaded.
    assertThat(search("{\"size\":1}").at("/hits/hits/0/_source/alert/payload").asText())
        .contains("gap_days");
  }

  private static JsonNode search(String body) throws Exception {
    var node = SERVICE.search();
    var request =
        HttpRequest.newBuilder(URI.create(node.url() + "/" + node.prefix() + "alerts/_search"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Test
  void facets_ofAFilter_showWhatElseCouldBeChosen() {
    var facets = http.get("/api/v1/alerts?institution=P32020000002&outcome=VIOLATION").json();

    assertThat(facets.at("/facets/institution").toString())
        .isEqualTo(
            "[{\"value\":\"H32010000001\",\"label\":\"宁河市第一医院\",\"count\":14},"
                + "{\"value\":\"P32020000002\",\"label\":\"宁河康民大药房\",\"count\":5}]");
    assertThat(facets.at("/facets/outcome").toString())
        .contains("{\"value\":\"SUSPICION\",\"label\":\"\",\"count\":5}");
  }

  private static int total(String query) {
    return http.get("/api/v1/alerts?size=1&" + query).json().at("/total").asInt(-1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
