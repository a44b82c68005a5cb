package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Outcome;
import org.junit.jupiter.api.Test;

final class AlertRequestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Query EVERYTHING = Regions.NATION.filter("alert.region");
  private static final Query SCOPE = Regions.parse(List.of("320000")).filter("alert.region");

  @Test
  void entries_everything_countsNothingAndLoadsNoPayload() throws Exception {
    var request = entries(AlertQuery.ALL, EVERYTHING, AlertOrder.PRIORITY, false);

    assertThat(request.at("/query")).isEqualTo(json("{'bool':{'filter':[{'match_all':{}}]}}"));
    assertThat(request.at("/sort"))
        .isEqualTo(json("[{'alert.priority':{'order':'desc'}},{'alert.id':{'order':'asc'}}]"));
    assertThat(request.at("/_source"))
        .isEqualTo(json("{'excludes':['alert.payload','alert.sentences','triage.events']}"));
    assertThat(request.at("/track_total_hits")).isEqualTo(json("false"));
    assertThat(request.has("aggregations")).isFalse();
  }

  @Test
  void entries_nothingAskedFor_leaveOutWhatIsClosed() throws Exception {
    var request = entries(AlertQuery.OPEN, SCOPE, AlertOrder.PRIORITY, false);

    assertThat(request.at("/query"))
        .isEqualTo(
            json(
                """
                {'bool':{'filter':[
                  {'terms':{'triage.state':['NEW','ASSIGNED','CONFIRMED']}},
                  {'terms':{'alert.status':['OPEN']}},
                  {'prefix':{'alert.region':{'value':'32'}}}
                ]}}"""));
  }

  @Test
  void entries_allFilters_buildEachOfThem() throws Exception {
    var query =
        AlertQuery.OPEN
            .with("status", List.of(AlertStatus.OPEN, AlertStatus.WITHDRAWN))
            .with("state", List.of(TriageState.SNOOZED))
            .with("outcome", List.of(Outcome.VIOLATION))
            .with("rule", List.of("IP01-split-admission"))
            .with("family", List.of("管理类"))
            .with("institution", List.of("H32010000001"))
            .with("region", "3201")
            .with("person", "T01")
            .with("doctor", "D01")
            .with("amountFromFen", 100L)
            .with("amountToFen", 9_007_199_254_740_993L)
            .with("confidenceFrom", 0.5)
            .with("scoreTo", 0.9)
            .with("serviceFrom", LocalDate.of(2026, 5, 1))
            .with("serviceTo", LocalDate.of(2026, 5, 31))
            .with("raisedFrom", LocalDate.of(2026, 5, 1))
            .with("dueTo", LocalDate.of(2026, 5, 31))
            .with("assignee", List.of("li"))
            .with("label", List.of("重点"))
            .with("caseId", "C2026-000001")
            .with("hasCase", true)
            .with("hasReport", false)
            .with("sample", true)
            .with("text", " 分解住院 一院 ");

    var request = entries(query, SCOPE, AlertOrder.AMOUNT, true);

    assertThat(request.at("/query"))
        .isEqualTo(
            json(
                """
                {'bool':{'filter':[
                  {'prefix':{'alert.region':{'value':'3201'}}},
                  {'term':{'alert.person':{'value':'T01'}}},
                  {'term':{'alert.doctor':{'value':'D01'}}},
                  {'term':{'triage.caseId':{'value':'C2026-000001'}}},
                  {'range':{'alert.amountFen':{'gte':100,'lte':9007199254740993}}},
                  {'range':{'alert.confidence':{'gte':0.5}}},
                  {'range':{'alert.score':{'lte':0.9}}},
                  {'range':{'alert.serviceTo':{'gte':1777564800000}}},
                  {'range':{'alert.serviceFrom':{'lte':1780243199999}}},
                  {'range':{'alert.raisedAt':{'gte':1777564800000}}},
                  {'range':{'alert.due':{'lte':'2026-05-31'}}},
                  {'bool':{'must_not':[{'terms':{'triage.caseId':['']}}]}},
                  {'bool':{'must_not':[{'exists':{'field':'triage.reports'}}]}},
                  {'terms':{'triage.sample':['true']}},
                  {'multi_match':{'fields':['alert.sentences','alert.institutionName'],
                    'query':'分解住院','type':'phrase'}},
                  {'multi_match':{'fields':['alert.sentences','alert.institutionName'],
                    'query':'一院','type':'phrase'}},
                  {'terms':{'triage.state':['SNOOZED']}},
                  {'terms':{'alert.status':['OPEN','WITHDRAWN']}},
                  {'terms':{'alert.outcome':['VIOLATION']}},
                  {'terms':{'alert.families':['管理类']}},
                  {'terms':{'alert.rules':['IP01-split-admission']}},
                  {'terms':{'alert.institution':['H32010000001']}},
                  {'terms':{'triage.assignee':['li']}},
                  {'terms':{'triage.labels':['重点']}},
                  {'prefix':{'alert.region':{'value':'32'}}}
                ]}}"""));
    assertThat(request.at("/sort/0")).isEqualTo(json("{'alert.amountFen':{'order':'asc'}}"));
  }

  @Test
  void counts_aFacet_isNotNarrowedByItsOwnFilter() throws Exception {
    var query = AlertQuery.ALL.withState(List.of(TriageState.NEW));

    var request = read(AlertRequests.counts("alerts", query, EVERYTHING));

    assertThat(request.at("/size").asInt()).isZero();
    assertThat(request.at("/post_filter"))
        .isEqualTo(json("{'bool':{'filter':[{'terms':{'triage.state':['NEW']}}]}}"));
    assertThat(request.at("/aggregations/state/filter")).isEqualTo(json("{'match_all':{}}"));
    assertThat(request.at("/aggregations/outcome/filter"))
        .isEqualTo(json("{'bool':{'filter':[{'terms':{'triage.state':['NEW']}}]}}"));
    assertThat(request.at("/aggregations/rule/aggregations/values"))
        .isEqualTo(json("{'terms':{'field':'alert.ruleLabels','size':20}}"));
  }

  @Test
  void counts_ofWhatIsOpen_tellHowMuchIsClosed() throws Exception {
    var request = read(AlertRequests.counts("alerts", AlertQuery.OPEN, EVERYTHING));

    assertThat(request.at("/aggregations/state/filter"))
        .isEqualTo(json("{'bool':{'filter':[{'terms':{'alert.status':['OPEN']}}]}}"));
  }

  private static JsonNode entries(
      AlertQuery query, Query scope, AlertOrder order, boolean ascending)
      throws JsonProcessingException {
    var request = new SearchRequest.Builder();
    AlertRequests.entries(request, query, scope, order, ascending);
    return read(request.build());
  }

  private static JsonNode read(SearchRequest request) throws JsonProcessingException {
    return JSON.readTree(JsonpUtils.toJsonString(request, new JacksonJsonpMapper()));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
