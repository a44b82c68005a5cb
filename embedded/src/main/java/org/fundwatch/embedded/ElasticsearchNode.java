package org.fundwatch.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A real Elasticsearch server as a process of its own: one node, loopback only and therefore
 * without passwords. Its indices live in the data folder and are there again after a restart.
 *
 * <p>When this process is killed the server stays; the next start on the same folder stops it
 * first. As root the server runs under uid 65534, because Elasticsearch refuses root. Thread-safe.
 */
public final class ElasticsearchNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchNode.class);
  private static final String SERVER = "Elasticsearch";

  private final NodeFolder folder;
  private final DirectoryLock lock;
  private final Process process;
  private final URI url;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ElasticsearchNode(NodeFolder folder, DirectoryLock lock, Process process, URI url) {
    this.folder = folder;
    this.lock = lock;
    this.process = process;
    this.url = url;
  }

  /**
   * Unpacks the server if needed, starts it and returns when its indices are available.
   *
   * @throws EmbeddedServerException when it cannot: no zip, port taken, folder in use, too little
   *     memory, or it ended by itself; the message then holds the last lines of its log
   */
  public static ElasticsearchNode start(ElasticsearchConfig config) {
    requireUnix();
    var account = Account.ofElasticsearch();
    var folder = new NodeFolder(UsableFolder.resolve(config.dataDirectory(), account, Level.WARN));
    var lock = DirectoryLock.acquire(folder.root(), SERVER);
    try {
      // First of all: a leftover holds the memory and the port that are checked next.
      ProcessRecord.stopLeftovers(folder.processes());
      Memory.require(config.heapMegabytes());
      if (config.port() != 0) {
        Ports.requireFree(config.port(), SERVER);
      }
      var home =
          ElasticsearchInstall.ensure(
              UsableFolder.resolve(config.installDirectory(), account, Level.DEBUG));
      folder.prepare(config, account);
      return launch(config, account, home, folder, lock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static ElasticsearchNode launch(
      ElasticsearchConfig config,
      Account account,
      Path home,
      NodeFolder folder,
      DirectoryLock lock) {
    var process = ServerProcess.start(home, folder, account);
    var guard = new Thread(() -> stop(process), "stop-starting-elasticsearch");
    try {
      // The caller has nothing to close yet when the user gives up during the start.
      Runtime.getRuntime().addShutdownHook(guard);
      ProcessRecord.write(folder.processes(), process.toHandle());
      var url = new Readiness(process, folder, config).await();
      // Again, now with the child that is the server itself.
      ProcessRecord.write(folder.processes(), process.toHandle());
      Runtime.getRuntime().removeShutdownHook(guard);
      LOG.info("Elasticsearch is ready on {}", url);
      return new ElasticsearchNode(folder, lock, process, url);
    } catch (RuntimeException | Error e) {
      stop(process);
      throw e;
    }
  }

  /**
   * Where the server answers, such as {@code http://127.0.0.1:9200}; without a slash at the end.
   */
  public URI url() {
    return url;
  }

  /** The server's HTTP port on 127.0.0.1. */
  public int port() {
    return url.getPort();
  }

  /** The folder in use: the wanted one or, where root's server cannot reach that, its stand-in. */
  public Path dataDirectory() {
    return folder.root();
  }

  /** The server's own log. */
  public Path log() {
    return folder.serverLog();
  }

  /** False once the server has ended, by {@link #close()} or by itself. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Also stops the server when this JVM ends in order, for callers without a hook of their own. */
  public ElasticsearchNode closeAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-elasticsearch"));
    return this;
  }

  /** Stops the server in order, after 30 s by force; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        stop(process);
        ProcessRecord.stopLeftovers(folder.processes());
      } finally {
        lock.close();
      }
    }
  }

  private static void stop(Process process) {
    ProcessRecord.stop(List.of(process.toHandle()));
  }

  private static void requireUnix() {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      throw new EmbeddedServerException(
          "Windows (Elasticsearch): not supported for the embedded server; run Fundwatch in WSL 2, or connect it to an Elasticsearch of your own");
    }
  }
}
