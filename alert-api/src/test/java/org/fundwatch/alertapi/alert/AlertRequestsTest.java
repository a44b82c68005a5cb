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
  void list_everything_asksForFacetsAndNoPayload() throws Exception {
    var request = request(AlertQuery.ALL, EVERYTHING, AlertOrder.PRIORITY, false);

    assertThat(request.at("/query")).isEqualTo(json("{'bool':{'filter':[{'match_all':{}}]}}"));
    assertThat(request.at("/post_filter")).isEqualTo(json("{'match_all':{}}"));
    assertThat(request.at("/sort"))
        .isEqualTo(json("[{'alert.priority':{'order':'desc'}},{'alert.id':{'order':'asc'}}]"));
    assertThat(request.at("/_source"))
        .isEqualTo(json("{'excludes':['alert.payload','alert.sentences','triage.events']}"));
    assertThat(request.at("/aggregations/rule"))
        .isEqualTo(
            json(
                "{'aggregations':{'values':{'terms':{'field':'alert.ruleLabels','size':20}}},'filter':{'match_all':{}}}"));
  }

  @Test
  void list_allFilters_buildsEachOfThem() throws Exception {
    var query =
        new AlertQuery(
            List.of(AlertStatus.OPEN),
            List.of(TriageState.NEW, TriageState.ASSIGNED),
            List.of(Outcome.VIOLATION),
            List.of("IP01-split-admission"),
            List.of("H32010000001"),
            "3201",
            "T01",
            "D01",
            100L,
            9_007_199_254_740_993L,
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 31),
            List.of("li"),
            "C2026-000001",
            "分解住院");

    var request = request(query, SCOPE, AlertOrder.AMOUNT, true);

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
                  {'range':{'alert.serviceTo':{'gte':1777564800000}}},
                  {'range':{'alert.serviceFrom':{'lte':1780243199999}}},
                  {'multi_match':{'fields':['alert.sentences','alert.institutionName'],
                    'query':'分解住院','type':'phrase'}},
                  {'prefix':{'alert.region':{'value':'32'}}}
                ]}}"""));
    assertThat(request.at("/post_filter"))
        .isEqualTo(
            json(
                """
                {'bool':{'filter':[
                  {'terms':{'triage.state':['NEW','ASSIGNED']}},
                  {'terms':{'alert.status':['OPEN']}},
                  {'terms':{'alert.outcome':['VIOLATION']}},
                  {'terms':{'alert.rules':['IP01-split-admission']}},
                  {'terms':{'alert.institution':['H32010000001']}},
                  {'terms':{'triage.assignee':['li']}}
                ]}}"""));
    assertThat(request.at("/sort/0")).isEqualTo(json("{'alert.amountFen':{'order':'asc'}}"));
  }

  @Test
  void list_facet_isNotNarrowedByItsOwnFilter() throws Exception {
    var query = AlertQuery.ALL.withState(List.of(TriageState.NEW));

    var request = request(query, EVERYTHING, AlertOrder.PRIORITY, false);

    assertThat(request.at("/aggregations/state/filter")).isEqualTo(json("{'match_all':{}}"));
    assertThat(request.at("/aggregations/outcome/filter"))
        .isEqualTo(json("{'bool':{'filter':[{'terms':{'triage.state':['NEW']}}]}}"));
  }

  private static JsonNode request(
      AlertQuery query, Query scope, AlertOrder order, boolean ascending)
      throws JsonProcessingException {
    var request = new SearchRequest.Builder();
    AlertRequests.list(request, query, scope, order, ascending);
    return JSON.readTree(JsonpUtils.toJsonString(request.build(), new JacksonJsonpMapper()));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
