package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.FolderLock;
import org.fundwatch.standalone.house.House;
import org.fundwatch.standalone.house.House.IndicesBefore;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.Prerequisites;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.standalone.house.Steps;

/**
 * The house, opened on a data folder that no other run uses.
 *
 * @param lock of the data folder
 * @param house what runs
 * @param secrets of the installation
 */
record Opening(FolderLock lock, House house, Secrets secrets) implements AutoCloseable {

  static Opening of(Settings settings, ServeOptions options, PrintWriter out)
      throws CommandFailure, HouseException, InterruptedException {
    return of(settings, options, IndicesBefore.KEPT, out);
  }

  /** The same, with the indices filled again. */
  static Opening rebuilding(Settings settings, PrintWriter out)
      throws CommandFailure, HouseException, InterruptedException {
    return of(settings, new ServeOptions(), IndicesBefore.FILLED_AGAIN, out);
  }

  private static Opening of(
      Settings settings, ServeOptions options, IndicesBefore otherwise, PrintWriter out)
      throws CommandFailure, HouseException, InterruptedException {
    FolderLock lock = FolderLock.take(settings.data().lock());
    try {
      Secrets secrets = secrets(settings, options);
      boolean anew = options.fresh || options.freshIndices;
      House house =
          House.start(settings, secrets, anew ? IndicesBefore.REMOVED : otherwise, new Steps(out));
      return new Opening(lock, house, secrets);
    } catch (IOException e) {
      lock.close();
      throw new CommandFailure(settings.data().root() + ": " + e.getMessage(), e);
    } catch (CommandFailure | HouseException | InterruptedException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the secrets of a folder whose lock is held, begun anew where the options say so. Only the
   * caller is told the passwords that this draws.
   */
  static Secrets secrets(Settings settings, ServeOptions options)
      throws CommandFailure, HouseException, IOException {
    boolean elsewhere =
        settings.has(Setting.KAFKA_SERVERS)
            || settings.has(Setting.ELASTICSEARCH_URL)
            || settings.has(Setting.FLINK_URL);
    if (options.fresh && elsewhere) {
      throw new CommandFailure(
          "--fresh: only where broker, search node and job run here; yours are not removed");
    }
    if (options.fresh) {
      settings.data().clear();
    }
    Prerequisites.check(settings);
    return Secrets.open(settings.data().secrets(), options.newPassword);
  }

  /** Says where to look and how to come in. */
  void announce(PrintWriter out) {
    out.println();
    out.println("  page      " + house.page());
    WayIn.of(secrets).forEach(out::println);
    out.println();
  }

  @Override
  public void close() {
    try {
      house.close();
    } finally {
      lock.close();
    }
  }
}
