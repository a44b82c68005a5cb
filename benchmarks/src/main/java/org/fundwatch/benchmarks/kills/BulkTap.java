package org.fundwatch.benchmarks.kills;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the API and the search node and passes every byte on; on demand it holds the
 * answer to the next bulk request back until somebody has been killed.
 */
final class BulkTap implements AutoCloseable {

  private static final String BULK = "/_bulk";
  private static final int HEAD = 200;
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_HOLD_SECONDS = 20;

  private final ServerSocket server;
  private final int target;
  private final AtomicReference<@Nullable Hold> wanted = new AtomicReference<>();

  /** A bulk request whose answer does not pass. */
  static final class Hold {
    private final CountDownLatch seen = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
  }

  /**
   * @param target port of the search node on this machine
   */
  BulkTap(int target) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    thread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * Waits until the search node has got a bulk request; its answer is held from then on.
   *
   * @return empty-handed, null, when none came in time
   */
  @Nullable Hold holdNextBulk(long patienceSeconds) throws InterruptedException {
    Hold hold = new Hold();
    wanted.set(hold);
    if (hold.seen.await(patienceSeconds, TimeUnit.SECONDS)) {
      return hold;
    }
    wanted.compareAndSet(hold, null);
    hold.released.countDown();
    return null;
  }

  /** Lets pass what still can. */
  void release(Hold hold) {
    hold.released.countDown();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("the tap cannot be closed", e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        thread(() -> connect(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket node = new Socket(InetAddress.getLoopbackAddress(), target)) {
      AtomicReference<@Nullable Hold> held = new AtomicReference<>();
      Thread requests = thread(() -> pass(client, node, held, true));
      pass(node, client, held, false);
      requests.join();
    } catch (IOException e) {
      // The node is down: the client sees its connection end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(
      Socket from, Socket to, AtomicReference<@Nullable Hold> held, boolean requests) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (requests && isBulk(buffer, read)) {
          held.set(wanted.getAndSet(null));
        }
        Hold hold = held.get();
        if (!requests && hold != null) {
          boolean unused = hold.released.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS);
          held.set(null);
        }
        out.write(buffer, 0, read);
        out.flush();
        if (requests && hold != null) {
          hold.seen.countDown();
        }
      }
    } catch (IOException e) {
      // One side is gone, and now the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isBulk(byte[] buffer, int length) {
    String head = new String(buffer, 0, Math.min(length, HEAD), ISO_8859_1);
    int line = head.indexOf('\r');
    return line > 0 && head.substring(0, line).contains(BULK);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "tap");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
