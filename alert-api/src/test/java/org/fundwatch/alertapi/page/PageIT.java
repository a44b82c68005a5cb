package org.fundwatch.alertapi.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.fundwatch.domain.finding.Evidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageIT {
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String INJECTED = "<script>alert(1)</script>\"'";

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();

  @BeforeAll
  static void index() {
    for (int number = 0; number < 30; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_000_000 + number).alert());
    }
    SERVICE.send(SampleAlert.of(100).amountFen(9_000_000).sentence(INJECTED).alert());
    SERVICE.send(
        SampleAlert.of(200)
            .amountFen(1)
            .pointingAt(new Evidence(Evidence.Kind.FEE_LINE, "2", ""))
            .alert());
    SERVICE.send(
        SampleRow.of(200).lines(40).row(), SampleRow.of("S-part", "M000200").takenBack().row());
    SERVICE.awaitTotal(32);
    SERVICE.awaitRows(SampleAlert.of(200).id(), 2);
  }

  @BeforeEach
  void signIn() throws Exception {
    var login = get("/");
    assertThat(login.body()).contains("name=\"password\"");
    var queue =
        post(
            "/login",
            login.body(),
            "username=inspector&password=" + encoded(ServiceSettings.PASSWORD));
    assertThat(queue.body()).contains("预警队列");
  }

  @Test
  void queue_shown_escapesWhatCameFromOutside() throws Exception {
    var queue = get("/");

    assertThat(queue.body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>")
        .contains("90,000.00")
        .contains("宁河市第一医院");
    assertThat(queue.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(get("/?text=" + encoded(INJECTED)).body()).doesNotContain("<script>");
    assertThat(get("/alerts/" + SampleAlert.of(100).id()).body()).doesNotContain("<script>");
  }

  @Test
  void queue_nextPage_keepsTheFilters() throws Exception {
    var first = get("/?institution=H32010000001&sort=AMOUNT").body();
    var link = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);
    assertThat(link.find()).isTrue();

    var second =
        browser(HttpRequest.newBuilder(URI.create(link.group(1).replace("&amp;", "&")))).body();

    assertThat(second).contains("name=\"institution\" value=\"H32010000001\" checked");
    assertThat(second).doesNotContain("rel=\"next\"");
  }

  @Test
  void filter_wrong_isSaidOnThePage() throws Exception {
    assertThat(get("/?region=abc").body()).contains("筛选条件有误");
    assertThat(get("/?leastYuan=viel").statusCode()).isEqualTo(400);
  }

  @Test
  void alert_withSettlements_showsTheirLines_longOnesFolded() throws Exception {
    var path = "/alerts/" + SampleAlert.of(200).id();
    var shown = get(path).body();

    assertThat(shown)
        .contains("结算明细", "共 2 笔", "S-M000200", "S-part", "已撤销", "300.00", "原发性高血压")
        .contains("<summary>全部 40 条费用明细</summary>", "以下证据尚无结算明细", "T***10")
        .doesNotContain(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR)
        .doesNotContain(SampleRow.DOCTORS);
    // Before the fold the line that the finding points at, and in the fold all of them.
    var line = Pattern.compile("<tr class=\"marked\">\\s*<td class=\"code\">2</td>");
    assertThat(line.matcher(shown).results()).hasSize(3);
    assertThat(shown.split("<details", 2)[0]).contains("项目02").doesNotContain("项目40");
    assertThat(shown.split("<details", 2)[1]).contains("项目40");

    var revealed = post(path + "/reveal", shown, "reason=" + encoded("核对费用"));
    assertThat(revealed.body()).contains(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR);
  }

  @Test
  void alert_decidedAndMadeACase_showsItsHistory() throws Exception {
    var path = "/alerts/" + SampleAlert.of(1).id();
    var alert = get(path);
    assertThat(alert.body())
        .contains("医疗保障基金使用监督管理条例 第三十八条")
        .contains("cost_per_day")
        .contains("raised IP01-split-admission");
    var tag = "&tag=" + encoded("\"1-0\"");

    var decided =
        post(path + "/decide", alert.body(), "disposition=FRAUD_40&reason=" + encoded("属实") + tag);
    assertThat(decided.body()).contains("已记录处理意见", "骗保-40", "重新打开");
    var late = post(path + "/decide", alert.body(), "disposition=REASONABLE&reason=x" + tag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("在您查看之后，该记录已有变化");

    var opened =
        post(
            "/cases",
            decided.body(),
            "key=%s&title=%s&alertIds=%s"
                .formatted(found(KEY, decided.body()), encoded("核查"), SampleAlert.of(1).id()));
    assertThat(opened.body()).contains("已建案", "导出疑点清单");
    assertThat(get(path).body()).contains("并入案件");
  }

  @Test
  void case_askedForByALegalReviewer_isShownOnceTheyHaveSignedIn() throws Exception {
    var opened =
        SERVICE
            .as("inspector")
            .post(
                "/api/v1/cases",
                "{\"title\":\"移送审核\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(3).id()));
    post("/logout", get("/").body(), "");
    var login = get("/cases/" + opened.json().at("/file/id").asText());
    assertThat(login.body()).contains("name=\"password\"");

    var shown =
        post(
            "/login",
            login.body(),
            "username=legal-reviewer&password=" + encoded(ServiceSettings.PASSWORD));

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body())
        .contains("移送审核", "卷内材料")
        .doesNotContain("导出", "预警队列", "/alerts/", "添加备注");

    post("/logout", shown.body(), "");
    var first =
        post(
            "/login",
            get("/login").body(),
            "username=legal-reviewer&password=" + encoded(ServiceSettings.PASSWORD));
    assertThat(first.uri().getPath()).isEqualTo("/cases");
    assertThat(first.body()).contains("移送审核");
  }

  /** Whatever they asked for first: they are not led in a circle. */
  @ParameterizedTest
  @CsvSource({
    "hotline, 举报受理员, /api/v1/reports",
    "custodian, 身份保管员, /api/v1/reports",
    "rule-author, 规则编写员, /api/v1/rule-precision",
    "rule-approver, 规则审批员, /api/v1/rules",
    "auditor, 审计员, /api/v1/audit",
    "admin, 管理员, /actuator/prometheus",
  })
  void role_withoutPages_isToldWhatThereIs(String role, String name, String path) throws Exception {
    post("/logout", get("/").body(), "");

    var first =
        post(
            "/login",
            get("/").body(),
            "username=%s&password=%s".formatted(role, encoded(ServiceSettings.PASSWORD)));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.uri().getPath()).isEqualTo("/me");
    assertThat(first.body())
        .contains(name, "GET " + path, "本版本还没有为您的角色提供操作页面")
        .doesNotContain("href=\"/\"", "href=\"/cases\"");
    assertThat(SERVICE.as(role).get(path).status()).isEqualTo(200);
    var refused = get("/");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("href=\"/home\"");
    assertThat(get("/home").uri()).isEqualTo(URI.create(SERVICE.url() + "/me"));
  }

  @Test
  void roles_withPages_haveTheirLinks() throws Exception {
    assertThat(get("/me").body())
        .contains("稽查员", "href=\"/\"", "href=\"/cases\"")
        .doesNotContain("本版本还没有");
    assertThat(get("/home").uri()).isEqualTo(URI.create(SERVICE.url() + "/"));
  }

  @Test
  void form_withoutToken_isRefused() throws Exception {
    var refused = post("/cases", "", "title=x&alertIds=" + SampleAlert.of(2).id());

    assertThat(refused.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser(HttpRequest.newBuilder(URI.create(SERVICE.url() + path)));
  }

  private static String found(Pattern pattern, String page) {
    var match = pattern.matcher(page);
    return match.find() ? match.group(1) : "";
  }

  /** Sends a form with the token of the page that it stands on. */
  private HttpResponse<String> post(String path, String page, String form)
      throws IOException, InterruptedException {
    var token = found(CSRF, page);
    var body = token.isEmpty() ? form : form + "&_csrf=" + encoded(token);
    return browser(
        HttpRequest.newBuilder(URI.create(SERVICE.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> browser(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(
        request.header("Accept", "text/html").build(), BodyHandlers.ofString(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
