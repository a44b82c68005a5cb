package org.fundwatch.benchmarks.kills;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.streaming.job.JobSettings;
import org.fundwatch.streaming.job.LocalJob;

/** One part as a process: {@code PartMain broker|job|api name=value...}; ends when it is killed. */
public final class PartMain {

  private PartMain() {}

  /** Starts the part and stays. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    Map<String, String> settings = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }
    switch (Part.valueOf(arguments[0])) {
      case BROKER -> {
        int port = Integer.parseInt(settings.getOrDefault("port", "0"));
        Path folder = Path.of(settings.getOrDefault("folder", ""));
        EmbeddedKafka unused = EmbeddedKafka.start(BrokerConfig.in(folder).withPort(port));
      }
      case JOB -> LocalJob.start(JobSettings.read(settings)).ended().join();
      case API -> {
        AlertApi unused = AlertApi.start(settings);
      }
      case SEARCH -> throw new IllegalArgumentException("the search node is a process by itself");
    }
    new CountDownLatch(1).await();
  }
}
