package org.fundwatch.alertapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.security.PasswordHashes;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The running service: alerts, cases, hotline reports and the pages of an inspector's day.
 *
 * <p>It prints nothing by itself and leaves logging to the host program. Thread-safe.
 */
public final class AlertApi implements AutoCloseable {
  /** Setting that names a properties file (UTF-8) with more settings, such as users. */
  public static final String CONFIG_FILE = "fundwatch.config";

  private final ConfigurableApplicationContext context;

  private AlertApi(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts the service and returns when it answers. Kafka and the search node may still be away: it
   * waits for them and says so in {@code /actuator/health}.
   *
   * @param properties settings by name, see docs/operations.md; they win over the file named by
   *     {@value #CONFIG_FILE}, over system properties and over the environment
   * @throws RuntimeException when a setting is wrong or the port is taken
   */
  public static AlertApi start(Map<String, String> properties) {
    var application = application(properties);
    // The host program has its own logging: Spring would reset it, Tomcat pass it by.
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    return new AlertApi(application.run());
  }

  /** Starts the service as a program of its own; arguments are settings as {@code --name=value}. */
  public static void main(String[] arguments) {
    var application = application(Map.of());
    application.setRegisterShutdownHook(true);
    application.run(arguments);
  }

  /** The hash to give as {@code fundwatch.users.<name>.password-hash}. */
  public static String hashPassword(String password) {
    return PasswordHashes.hash(password);
  }

  /** The TCP port that the service listens on. */
  public int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("alert-api: closed; its port is known only while it runs");
    }
    return server.getPort();
  }

  /** The address of the page on this machine, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** True once indices that were missing hold all that the topics remember. */
  public boolean filled() {
    var indices = context.getBean(Indices.class);
    try {
      return indices.settled();
    } catch (SearchUnavailableException e) {
      return false;
    }
  }

  /** Stops the service in order: requests under way are answered first. */
  @Override
  public void close() {
    context.close();
  }

  private static SpringApplication application(Map<String, String> properties) {
    var application = new SpringApplication(AlertApiApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(defaults());
    var settings = settings(properties);
    application.addInitializers(
        started -> {
          var sources = started.getEnvironment().getPropertySources();
          sources.addFirst(new MapPropertySource("fundwatch", settings));
        });
    return application;
  }

  private static Map<String, Object> settings(Map<String, String> properties) {
    var settings = new HashMap<String, Object>();
    var file = properties.get(CONFIG_FILE);
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(Path.of(file))) {
        load(reader).forEach((name, value) -> settings.put(name.toString(), value));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "%s: '%s' cannot be read; a properties file in UTF-8 is wanted"
                .formatted(CONFIG_FILE, file),
            e);
      }
    }
    settings.putAll(properties);
    return settings;
  }

  private static Properties defaults() {
    try (InputStream in = AlertApi.class.getResourceAsStream("defaults.properties")) {
      if (in == null) {
        throw new IllegalStateException("defaults.properties: missing from the jar");
      }
      return load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties load(Reader reader) throws IOException {
    var properties = new Properties();
    properties.load(reader);
    return properties;
  }
}
