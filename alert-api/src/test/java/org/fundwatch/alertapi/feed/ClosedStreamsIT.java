package org.fundwatch.alertapi.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Pages are closed all the time: that is nothing to write down. */
final class ClosedStreamsIT {
  private static final int USERS = 8;
  private static final int ROUNDS = 60;
  private static final String LOOK = "tests.heads";

  /** Whether the head of each stream was out when its request's own thread left it. */
  private static final Queue<Boolean> HEADS = new ConcurrentLinkedQueue<>();

  @RegisterExtension static final ServiceExtension SERVICE = service();

  private static final Queue<String> LOUD = new ConcurrentLinkedQueue<>();
  private static final AppenderBase<ILoggingEvent> EAR =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            var thrown = event.getThrowableProxy();
            LOUD.add(
                "%s %s %s"
                    .formatted(
                        event.getLevel(),
                        event.getFormattedMessage(),
                        thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
          }
        }
      };

  @BeforeAll
  static void listen() {
    EAR.start();
    root().addAppender(EAR);
  }

  @AfterAll
  static void stop() {
    root().detachAppender(EAR);
  }

  @Test
  void streams_closedAtAnyMoment_leaveNothingInTheLog() throws Exception {
    var pool = Executors.newFixedThreadPool(USERS + 1);
    try {
      var tasks = new ArrayList<Callable<Integer>>();
      IntStream.range(0, USERS).forEach(user -> tasks.add(() -> openAndClose(user)));
      tasks.add(ClosedStreamsIT::tellThemSomething);
      int opened = 0;
      for (var done : pool.invokeAll(tasks)) {
        opened += done.get();
      }
      assertThat(opened).isGreaterThan(USERS * ROUNDS / 2);
    } finally {
      pool.shutdownNow();
    }

    // The last ones are found out about when something is sent to them.
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> assertThat(SERVICE.as("li").get("/api/v1/me").status()).isEqualTo(200));
    assertThat(LOUD).isEmpty();
    // Else two threads write it, which breaks Tomcat's table of headers now and then.
    assertThat(HEADS).isNotEmpty().doesNotContain(false);
  }

  /** How many streams were open before they were closed, some before they answered. */
  private static int openAndClose(int user) throws IOException {
    int answered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.url().getPort())) {
        // Closed hard every other time: a reset instead of an end.
        if (round % 2 == 0) {
          socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        socket.getOutputStream().write(request("reader" + user));
        socket.getOutputStream().flush();
        if (round % 4 < 2 && socket.getInputStream().read() == 'H') {
          answered++;
        }
        if (round % 4 == 1) {
          socket.getInputStream().readNBytes(200 + round);
        }
      }
    }
    return answered * 2;
  }

  private static int tellThemSomething() {
    for (int number = 0; number < ROUNDS * 4; number++) {
      SERVICE.send(SampleAlert.of(number).alert());
    }
    return 0;
  }

  private static byte[] request(String user) {
    var secret =
        Base64.getEncoder()
            .encodeToString(
                (user + ":" + ServiceSettings.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return String.join(
            "\r\n",
            List.of(
                "GET /api/v1/changes HTTP/1.1",
                "Host: 127.0.0.1",
                "Authorization: Basic " + secret,
                "Accept: text/event-stream",
                "",
                ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Found by the service under test as one of its own parts. */
  @Component
  @ConditionalOnProperty(LOOK)
  static class Look extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        HEADS.add(response.isCommitted());
      }
    }
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static ServiceExtension service() {
    var service = new ServiceExtension().with("fundwatch.feed.every", "10ms").with(LOOK, "true");
    IntStream.range(0, USERS).forEach(user -> service.withUser("reader" + user, "inspector", "*"));
    return service;
  }
}
