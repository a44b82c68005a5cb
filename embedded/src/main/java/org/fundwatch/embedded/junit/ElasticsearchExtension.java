package org.fundwatch.embedded.junit;

import java.net.URI;
import java.nio.file.Path;
import org.fundwatch.embedded.ElasticsearchConfig;
import org.fundwatch.embedded.ElasticsearchNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One real Elasticsearch for all test classes of a run, started by the first that asks and stopped
 * at the end. Use it as a static field with {@code @RegisterExtension}, and put {@link #prefix()}
 * before the names of indices, aliases and templates.
 *
 * <p>The unpacked server stays in {@code ~/.cache/fundwatch/elasticsearch} for the next run; the
 * system property {@value #INSTALL_PROPERTY} names another folder.
 */
public final class ElasticsearchExtension implements BeforeAllCallback {
  /** System property with the folder that keeps the unpacked server between runs. */
  public static final String INSTALL_PROPERTY = "fundwatch.elasticsearch.install";

  private static final Namespace NAMESPACE = Namespace.create(ElasticsearchExtension.class);

  private final ClassPrefix prefix = new ClassPrefix();
  private @Nullable ElasticsearchNode node;

  @Override
  public void beforeAll(ExtensionContext context) {
    prefix.enter(context);
    node =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("node", key -> Running.start(), Running.class)
            .node();
  }

  /** Where the server answers, such as {@code http://127.0.0.1:41231}. */
  public URI url() {
    return node().url();
  }

  /** A prefix of this test class alone, such as {@code alertsearchit-2-}. */
  public String prefix() {
    return prefix.value();
  }

  /** The shared node; never close it. */
  public ElasticsearchNode node() {
    if (node == null) {
      throw new IllegalStateException(
          "ElasticsearchExtension: not started yet; make it a static @RegisterExtension field");
    }
    return node;
  }

  /** The folder that keeps the unpacked server between runs. */
  public static Path installDirectory() {
    var given = System.getProperty(INSTALL_PROPERTY);
    return given != null
        ? Path.of(given)
        : Path.of(System.getProperty("user.home"), ".cache", "fundwatch", "elasticsearch");
  }

  /** JUnit closes it with the root store, at the end of the run. */
  private record Running(ElasticsearchNode node, ScratchFolder folder) implements AutoCloseable {
    static Running start() {
      var folder = ScratchFolder.create("elasticsearch");
      var config =
          ElasticsearchConfig.in(installDirectory(), folder.path())
              // Tests are short: the second compiler costs them more than it gives.
              .withJvmOption("-XX:TieredStopAtLevel=1")
              // Each class has indices of its own, which stay until the end of the run.
              .withSetting("cluster.max_shards_per_node", "10000");
      return new Running(ElasticsearchNode.start(config).closeAtExit(), folder);
    }

    @Override
    public void close() {
      node.close();
      folder.delete();
    }
  }
}
