package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.finding.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forty alerts: numbers 0 to 39, 1,000 fen each times the number. */
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
              .rule(number % 4 == 0 ? "IP02-overlap" : "IP01-split-admission")
              .sentence(number == 7 ? "同一追溯码在三家机构结算" : "两次住院间隔两天");
      SERVICE.send((number == 39 ? sample.withdrawn() : sample).alert());
    }
    SERVICE.awaitTotal(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; 40",
        "status=OPEN; 39",
        "status=WITHDRAWN; 1",
        "status=OPEN&status=WITHDRAWN; 40",
        "status=OPEN,WITHDRAWN; 40",
        "state=CONFIRMED; 0",
        "outcome=VIOLATION; 20",
        "rule=IP02-overlap; 10",
        "institution=P32020000002; 10",
        "region=3202; 10",
        "region=32; 40",
        "region=33; 0",
        "person=T0123456789abcdef0123456789abcdef; 40",
        "person=T01; 0",
        "doctor=D320100000011; 40",
        "amountFromFen=38000; 2",
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
        "同一追溯码在三家; 1",
        // Words in a row, not letters anywhere.
        "码溯追; 0",
        "康民大药房; 10",
        "Two stays 2 days apart; 40",
        "alert.sentences:* OR 1=1; 0",
        "\"(]{; 0",
      })
  void text_chinese_findsWordsInARow(String text, int expected) {
    assertThat(total("text=" + encoded(text))).isEqualTo(expected);
  }

  @Test
  void list_sortedByAmount_isDescendingUnlessAskedOtherwise() {
    var page = http.get("/api/v1/alerts?sort=AMOUNT&size=3").json();
    assertThat(page.findValuesAsText("amountFen")).containsExactly("39000", "38000", "37000");

    page = http.get("/api/v1/alerts?sort=AMOUNT&ascending=true&size=3").json();
    assertThat(page.findValuesAsText("amountFen")).containsExactly("0", "1000", "2000");
  }

  @Test
  void list_anyPage_showsNoPayload() {
    assertThat(http.get("/api/v1/alerts?size=1").text()).doesNotContain("payload", "gap_days");
  }

  @Test
  void facets_ofAFilter_showWhatElseCouldBeChosen() {
    var facets = http.get("/api/v1/alerts?institution=P32020000002&outcome=VIOLATION").json();

    assertThat(facets.at("/facets/institution").toString())
        .isEqualTo(
            "[{\"value\":\"H32010000001\",\"label\":\"宁河市第一医院\",\"count\":15},"
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
