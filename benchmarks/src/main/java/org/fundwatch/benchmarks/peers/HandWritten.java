package org.fundwatch.benchmarks.peers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a programmer writes who needs exactly these rules, and never another one. */
final class HandWritten implements Engine {

  private static final long DAY_MILLIS = 86_400_000L;
  private static final long AGAIN_MILLIS = Limits.AGAIN_DAYS * DAY_MILLIS;
  private static final long OFTEN_MILLIS = Limits.OFTEN_DAYS * DAY_MILLIS;

  private final List<Claim> claims;

  HandWritten(List<Claim> claims) {
    this.claims = claims;
  }

  @Override
  public Runnable prepare(Alerts alerts) {
    return () -> {
      Map<String, Window> persons = new HashMap<>();
      for (Claim claim : claims) {
        if (claim.getTotalFen() > Limits.TOTAL_FEN) {
          alerts.add(Alerts.LIMIT, claim.getNumber());
        }
        Window window = persons.get(claim.getPerson());
        if (window == null) {
          window = new Window();
          persons.put(claim.getPerson(), window);
        }
        window.forget(claim.getMillis() - OFTEN_MILLIS);
        if (window.has(claim, claim.getMillis() - AGAIN_MILLIS)) {
          alerts.add(Alerts.AGAIN, claim.getNumber());
        }
        if (window.add(claim) >= Limits.OFTEN_VISITS) {
          alerts.add(Alerts.OFTEN, claim.getNumber());
        }
      }
    };
  }

  /** A person's visits of the last thirty days, oldest first, in flat arrays. */
  private static final class Window {
    private long[] millis = new long[8];
    private String[] hospitals = new String[8];
    private String[] categories = new String[8];
    private int from;
    private int to;

    void forget(long until) {
      while (from < to && millis[from] < until) {
        from++;
      }
    }

    boolean has(Claim claim, long since) {
      for (int i = to - 1; i >= from && millis[i] >= since; i--) {
        if (hospitals[i].equals(claim.getHospital()) && categories[i].equals(claim.getCategory())) {
          return true;
        }
      }
      return false;
    }

    /** How many there are then. */
    int add(Claim claim) {
      if (to == millis.length) {
        makeRoom();
      }
      millis[to] = claim.getMillis();
      hospitals[to] = claim.getHospital();
      categories[to] = claim.getCategory();
      to++;
      return to - from;
    }

    private void makeRoom() {
      int left = to - from;
      int size = left > millis.length / 2 ? millis.length * 2 : millis.length;
      millis = Arrays.copyOf(Arrays.copyOfRange(millis, from, to), size);
      hospitals = Arrays.copyOf(Arrays.copyOfRange(hospitals, from, to), size);
      categories = Arrays.copyOf(Arrays.copyOfRange(categories, from, to), size);
      from = 0;
      to = left;
    }
  }
}
