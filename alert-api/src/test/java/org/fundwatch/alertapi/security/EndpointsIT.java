package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every endpoint of the API with every role, inside and outside of their region, by the table
 * endpoints.csv. An endpoint that is not in the table fails.
 *
 * <p>Changes are sent with an outdated state, so that the walk changes nothing: 412 is the answer
 * to somebody who may.
 */
final class EndpointsIT {
  private static final String REGION = "-3201";
  private static final int INSIDE = 1;
  private static final int OUTSIDE = 2;

  @RegisterExtension static final ServiceExtension SERVICE = service();

  private static final List<EndpointRow> ROWS = EndpointRow.all();
  private static Map<String, String> inside;
  private static Map<String, String> outside;

  @BeforeAll
  static void things() {
    SERVICE.send(
        SampleAlert.of(INSIDE).alert(),
        SampleAlert.of(OUTSIDE).institution(SampleAlert.PHARMACY).alert());
    SERVICE.awaitTotal(2);
    inside = things(INSIDE, "R-1", SampleAlert.HOSPITAL.code(), "3201");
    outside = things(OUTSIDE, "R-2", SampleAlert.PHARMACY.code(), "3202");
  }

  @Test
  void table_holdsEveryEndpoint() {
    var table = new TreeSet<String>();
    ROWS.forEach(row -> table.add(row.endpoint()));

    assertThat(table)
        .as("endpoints.csv against the mappings of the running service")
        .isEqualTo(mapped());
  }

  static List<EndpointRow> rows() {
    return ROWS;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endpoint_everyRole_answersAsTheTableSays(EndpointRow row) {
    assertThat(status("", row, inside)).as("nobody").isEqualTo(401);
    for (var role : ServiceSettings.ROLES) {
      boolean may = row.roles().contains(role);
      assertThat(status(role + REGION, row, inside))
          .as("%s of the region, on what is of it", role)
          .isEqualTo(may ? row.inside() : 403);
      assertThat(status(role + REGION, row, outside))
          .as("%s of the region, on what is of another", role)
          .isEqualTo(may ? row.outside() : 403);
      assertThat(status(role, row, outside))
          .as("%s of the nation", role)
          .isEqualTo(may ? row.nation() : 403);
    }
  }

  private static int status(String user, EndpointRow row, Map<String, String> things) {
    var http = new Http(SERVICE.url(), user);
    return Http.status(
        http.request(row.path(things))
            .header("Content-Type", "application/json")
            .header("If-Match", row.outdatedTag())
            .method(row.method(), row.body(things, user)));
  }

  /** Endpoints of ours behind the API's address, as Spring maps them. */
  private static Set<String> mapped() {
    var endpoints = new TreeSet<String>();
    var mappings = SERVICE.as("admin").get("/actuator/mappings").json();
    for (var handler : mappings.findValues("details")) {
      if (handler.at("/handlerMethod/className").asText().startsWith("org.fundwatch.")) {
        for (var path : handler.at("/requestMappingConditions/patterns")) {
          for (var method : handler.at("/requestMappingConditions/methods")) {
            if (path.asText().startsWith("/api/")) {
              endpoints.add(method.asText() + " " + path.asText());
            }
          }
        }
      }
    }
    return endpoints;
  }

  private static Map<String, String> things(
      int alert, String report, String institution, String region) {
    var id = SampleAlert.of(alert).id();
    var opening = "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(id);
    var opened = SERVICE.as("lead").post("/api/v1/cases", opening);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    var content =
        """
        {"reportId":"%s","channel":"LETTER_OR_VISIT","named":false,"subjectType":"INSTITUTION",
         "fixmedinsCode":"%s","category":"其他","text":"一","rewardClaim":false}"""
            .formatted(report, institution);
    assertThat(SERVICE.as("hotline").post("/api/v1/reports", content).status()).isEqualTo(201);
    var plan =
        """
        {"title":"抽查","region":"%s","targets":[{"code":"%s","weight":1}],
         "officers":[{"name":"li","conflicts":[]},{"name":"wang","conflicts":[]}],
         "institutions":1,"officersEach":2}"""
            .formatted(region, institution);
    var draw = SERVICE.as("zhao").post("/api/v1/draws", plan);
    assertThat(draw.status()).as(draw.text()).isEqualTo(201);
    var entry =
        """
        {"doctor":"D320100000011","institution":"%s","region":"%s01","ground":"general","points":1,
         "responsibility":"GENERAL","day":"2026-05-01","text":"一"}"""
            .formatted(institution, region);
    var points = SERVICE.as("zhao").post("/api/v1/points", entry, "Idempotency-Key", region);
    assertThat(points.status()).as(points.text()).isEqualTo(201);
    return Map.of(
        "points",
        points.json().at("/mark/id").asText(),
        "alerts",
        id,
        "cases",
        opened.json().at("/file/id").asText(),
        "reports",
        report,
        "draws",
        draw.json().at("/id").asText());
  }

  private static ServiceExtension service() {
    var service =
        new ServiceExtension()
            .with("management.endpoints.web.exposure.include", "health,prometheus,mappings")
            .with("fundwatch.http.requests-per-second", "10000")
            .with("fundwatch.http.burst", "10000");
    ServiceSettings.ROLES.forEach(role -> service.withUser(role + REGION, role, "3201"));
    return service;
  }
}
