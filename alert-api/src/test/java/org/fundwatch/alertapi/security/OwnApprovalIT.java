package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.fundwatch.alertapi.testing.Http.Answer;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Nobody approves their own: who has every role does each thing that somebody has to approve, and
 * is refused where they would approve it themselves; somebody else is not. Reveals, exports and
 * suppressions wait for nobody's approval: they ask for a reason and are written down. Users and
 * rules are changed outside of the API.
 */
final class OwnApprovalIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.triage.recheck-share", "1")
          .withUser("both", "inspector,lead,legal-reviewer,admin", "*");

  @BeforeAll
  static void index() {
    SERVICE.send(SampleAlert.of(1).alert(), SampleAlert.of(2).alert());
    SERVICE.awaitTotal(2);
  }

  @Test
  void draw_seededByWhoPreparedIt_isRefused() {
    var plan =
        """
        {"title":"抽查","region":"3201","targets":[{"code":"H32010000001","weight":1}],
         "officers":[{"name":"li","conflicts":[]},{"name":"wang","conflicts":[]}],
         "institutions":1,"officersEach":2}""";
    var prepared = post("both", "/api/v1/draws", plan, "");
    var path = "/api/v1/draws/" + prepared.json().at("/id").asText() + "/seed";
    var seed = "{\"seed\":\"123456\",\"source\":\"公报\"}";

    assertOwn(post("both", path, seed, prepared.tag()), "nobody approves their own");
    assertThat(post("zhao", path, seed, prepared.tag()).status()).isEqualTo(200);
  }

  @Test
  void decisionOfABatch_lookedAtAgainByWhoMadeIt_isRefused() {
    var id = SampleAlert.of(1).id();
    var decided =
        post(
            "both",
            "/api/v1/alerts/bulk",
            "{\"action\":\"DECIDE\",\"disposition\":\"REASONABLE\",\"reason\":\"一\",\"ids\":[\"%s\"]}"
                .formatted(id),
            "");
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    var path = "/api/v1/alerts/" + id + "/recheck";
    var look = "{\"result\":\"AGREED\",\"reason\":\"一\"}";
    var tag = SERVICE.as("both").get("/api/v1/alerts/" + id).tag();

    assertOwn(post("both", path, look, tag), "nobody approves their own");
    assertThat(post("zhao", path, look, tag).status()).isEqualTo(200);
  }

  @Test
  void region_lentToOneself_isRefused() {
    long until = Clock.systemUTC().millis() + Duration.ofDays(1).toMillis();
    var loan = "{\"region\":\"3301\",\"until\":%d,\"reason\":\"一\"}".formatted(until);

    assertOwn(post("both", "/api/v1/users/both/grants", loan, ""), "nobody lends to themselves");
    assertThat(post("zhao", "/api/v1/users/both/grants", loan, "").status()).isEqualTo(201);
  }

  @Test
  void stepsOfACase_approvedByWhoHandlesIt_areRefused() {
    var opening = "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(2).id());
    var opened = post("both", "/api/v1/cases", opening, "");
    var file = new Case("/api/v1/cases/" + opened.json().at("/file/id").asText(), opened.tag());
    file.does("both", "/steps", step("begin-triage"));
    file.does("both", "/documents", paper("LEAD_REGISTER"));
    file.does("both", "/steps", step("precheck"));
    file.does("both", "/documents", paper("FEEDBACK_FORM"));
    file.does("both", "/documents", paper("VERIFICATION_APPROVAL"));

    assertOwn(file.tries("both", "/steps", step("verify")), "PERSON");
    file.does("zhao", "/steps", step("verify"));

    file.does("zhao", "/officers", "{\"name\":\"both\",\"credentials\":\"1\"}");
    file.does("zhao", "/officers", "{\"name\":\"li\",\"credentials\":\"2\"}");
    file.does("both", "/extensions", "{\"limit\":\"VERIFY\",\"amount\":1,\"reason\":\"一\"}");
    var granted = "{\"granted\":true,\"reason\":\"一\"}";
    assertOwn(file.tries("both", "/extensions/answer", granted), "nobody approves their own");
    file.does("zhao", "/extensions/answer", granted);

    assertOwn(file.tries("both", "/documents", paper("LEGAL_OPINION")), "nobody reviews their own");
    file.does("legal-reviewer", "/documents", paper("LEGAL_OPINION"));

    var held = "{\"text\":\"一\"}";
    assertOwn(
        file.tries("both", "/hearing/held", held), "no officer of the case holds its hearing");
    assertThat(file.tries("zhao", "/hearing/held", held).status())
        .as("the person would do; the case is elsewhere")
        .isEqualTo(409);
  }

  private static void assertOwn(Answer answer, String because) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text()).contains(because);
  }

  private static String step(String step) {
    return "{\"step\":\"%s\",\"reason\":\"理由\"}".formatted(step);
  }

  private static String paper(String kind) {
    return "{\"kind\":\"%s\",\"title\":\"1号\"}".formatted(kind);
  }

  private static Answer post(String user, String path, String json, String tag) {
    return SERVICE
        .as(user)
        .post(path, json, "If-Match", tag, "Idempotency-Key", user + path.hashCode());
  }

  /** A case and its last tag. */
  private static final class Case {
    private final String path;
    private String tag;

    Case(String path, String tag) {
      this.path = path;
      this.tag = tag;
    }

    Answer tries(String user, String what, String json) {
      return post(user, path + what, json, tag);
    }

    void does(String user, String what, String json) {
      var answer = tries(user, what, json);
      assertThat(answer.status()).as("%s %s: %s", what, json, answer.text()).isEqualTo(200);
      tag = answer.tag();
    }
  }
}
