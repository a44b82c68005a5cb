package org.fundwatch.benchmarks.peers;

import java.util.List;
import org.fundwatch.benchmarks.fork.Workload;

/** Makes the workload of one engine: its name, seed, number of events and of persons. */
public final class PeerMaker implements Workload.Maker {

  @Override
  public Workload make(String... arguments) {
    int events = Integer.parseInt(arguments[2]);
    List<Claim> claims =
        Claims.of(Long.parseLong(arguments[1]), events, Integer.parseInt(arguments[3]));
    Engine engine = Peer.valueOf(arguments[0]).engine(claims);
    return () -> {
      Alerts alerts = new Alerts();
      Runnable run = engine.prepare(alerts);
      return () -> {
        run.run();
        return alerts.of(events);
      };
    };
  }
}
