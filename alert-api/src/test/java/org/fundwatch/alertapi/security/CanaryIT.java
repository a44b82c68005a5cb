package org.fundwatch.alertapi.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * Recognisable personal values go through the whole API, rightly and wrongly: they are in no line
 * of the log, no metric and no answer about a mistake.
 */
final class CanaryIT {
  private static final String PERSON = "T0123456789abcdef0123456789abcdef";
  private static final String DOCTOR = "D320100000011";
  private static final String WORDS = "金丝雀";

  /** Whom settlements are about. */
  private static final List<String> ROWS =
      Stream.concat(SampleRow.DOCTORS.stream(), Stream.of(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR))
          .toList();

  private static final List<String> CANARIES =
      Stream.concat(ROWS.stream(), Stream.of(PERSON, DOCTOR, WORDS)).toList();
  private static final String ALERT = "/api/v1/alerts/" + SampleAlert.of(1).id();

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final ConcurrentLinkedQueue<String> LOGGED = new ConcurrentLinkedQueue<>();
  private static final AppenderBase<ILoggingEvent> EAR =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          var thrown = event.getThrowableProxy();
          LOGGED.add(
              event.getFormattedMessage()
                  + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
      };
  private static final List<Http.Answer> ERRORS = new ArrayList<>();

  @BeforeAll
  static void listen() {
    // One step finer than what is shipped.
    logger("org.fundwatch").setLevel(Level.DEBUG);
    logger("org.springframework").setLevel(Level.INFO);
    EAR.start();
    logger(Logger.ROOT_LOGGER_NAME).addAppender(EAR);
    SERVICE.send(SampleAlert.of(1).sentence(WORDS + PERSON).alert());
    SERVICE.sendRaw("broken", ("{\"person\":\"" + PERSON + WORDS).getBytes(UTF_8));
    SERVICE.send(SampleRow.of(1).row());
    SERVICE.sendTo(SERVICE.rowsTopic(), "broken", ("{\"settlementId\":\"" + ROWS).getBytes(UTF_8));
    SERVICE.awaitTotal(1);
    SERVICE.awaitRows(SampleAlert.of(1).id(), 1);
  }

  @AfterAll
  static void stop() {
    logger(Logger.ROOT_LOGGER_NAME).detachAppender(EAR);
  }

  @Test
  void walk_withPersonalValues_leavesNoTrace() {
    var li = SERVICE.as("li");
    assertThat(li.get("/api/v1/alerts?person=" + PERSON + "&doctor=" + DOCTOR).status())
        .isEqualTo(200);
    assertThat(li.post(ALERT + "/reveal", reason()).text()).contains(PERSON, DOCTOR, WORDS);
    assertThat(li.get(ALERT + "/rows").text()).contains("S-M000001").doesNotContain(ROWS);
    assertThat(li.post(ALERT + "/rows/reveal", reason()).text()).contains(ROWS);
    mistake(li.get(ALERT + "/rows?cursor=" + PERSON));
    mistake(li.get(ALERT + "/rows?size=" + DOCTOR));
    mistake(li.post("/api/v1/alerts/" + PERSON + "/rows/reveal", reason()));
    mistake(li.get("/api/v1/alerts?person=" + PERSON.repeat(4)));
    mistake(li.get("/api/v1/alerts?persn=" + PERSON));
    mistake(li.get("/api/v1/alerts?doctor=" + DOCTOR.repeat(9)));
    mistake(li.get("/api/v1/alerts?amountFromFen=" + PERSON));
    mistake(li.get("/api/v1/alerts?size=" + DOCTOR));
    mistake(li.get("/api/v1/alerts?cursor=" + PERSON));
    mistake(li.post(ALERT + "/dismiss", reason(), "If-Match", "\"1-0\""));
    mistake(li.post(ALERT + "/dismiss", decision(PERSON), "If-Match", "\"1-0\""));
    mistake(li.post(ALERT + "/confirm", decision("FRAUD_40"), "If-Match", PERSON));
    mistake(
        li.post(
            ALERT + "/assign", "{\"assignee\":\"%s\"}".formatted(PERSON), "If-Match", "\"1-0\""));
    mistake(li.post("/api/v1/cases", "{\"title\":\"x\",\"alertIds\":[\"%s\"]}".formatted(PERSON)));
    mistake(li.post("/api/v1/cases", "{\"title\":\"x\",\"alertIds\":[\"%s".formatted(WORDS)));
    mistake(li.post("/api/v1/cases", "{\"%s\":1}".formatted(PERSON)));
    mistake(li.post("/api/v1/cases", "{\"title\":\"%s\",\"alertIds\":[]}".formatted(WORDS)));
    mistake(
        li.post(
            "/api/v1/cases",
            "{\"title\":\"%s\",\"alertIds\":[\"x\"]}".formatted(WORDS.repeat(100))));
    mistake(li.post("/api/v1/reports", report("R-1", "reporterName")));
    mistake(li.post("/api/v1/reports", report("R-1", PERSON)));
    assertThat(li.post("/api/v1/reports", report("R-1", "")).status()).isEqualTo(201);
    mistake(li.post("/api/v1/reports", report("R-1", "").replace("甲", "乙")));
    mistake(li.post("/api/v1/reports", report(PERSON + "!", "")));
    mistake(li.get("/api/v1/reports/R-1/" + PERSON));
    mistake(li.get("/api/v1/alerts/" + PERSON));
    mistake(li.post("/api/v1/alerts/" + PERSON + "/reveal", reason()));
    mistake(SERVICE.as("inspector").post("/api/v1/reports", report("R-2", "")));
    mistake(new Http(SERVICE.url(), PERSON).get("/api/v1/alerts"));

    var metrics = SERVICE.as("admin").get("/actuator/prometheus").text();
    assertThat(metrics).contains("fundwatch_").doesNotContain(CANARIES);
    for (var error : ERRORS) {
      assertThat(error.status()).isBetween(400, 499);
      assertThat(error.text()).doesNotContain(CANARIES);
    }
    assertThat(LOGGED).as("the log is heard").isNotEmpty();
    assertThat(String.join("\n", LOGGED)).doesNotContain(CANARIES);
  }

  private static void mistake(Http.Answer answer) {
    ERRORS.add(answer);
  }

  private static String reason() {
    return "{\"reason\":\"%s %s\"}".formatted(WORDS, PERSON);
  }

  private static String decision(String disposition) {
    return "{\"disposition\":\"%s\",\"reason\":\"%s\"}".formatted(disposition, WORDS);
  }

  private static String report(String id, String more) {
    return """
    {"reportId":"%s","channel":"WEBSITE","named":false,"subjectType":"PERSON","psnToken":"%s",
     "category":"其他","text":"甲%s","rewardClaim":false%s}"""
        .formatted(
            id, PERSON, WORDS, more.isEmpty() ? "" : ",\"%s\":\"%s\"".formatted(more, WORDS));
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
