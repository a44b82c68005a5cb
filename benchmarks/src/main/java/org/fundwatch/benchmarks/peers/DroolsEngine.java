package org.fundwatch.benchmarks.peers;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.time.SessionPseudoClock;
import org.kie.internal.utils.KieHelper;

/**
 * Drools in stream mode. Visits leave by {@code @expires}: with its executable model windows of 30
 * days do not compile. A clock that the events move forward stands for the time.
 */
final class DroolsEngine implements Engine {

  private static final String RULES =
      """
      package org.fundwatch.benchmarks.peers
      import org.fundwatch.benchmarks.peers.Claim
      import org.fundwatch.benchmarks.peers.DroolsEngine.Judged
      global org.fundwatch.benchmarks.peers.Alerts alerts

      declare Claim
        @role(event)
        @timestamp(millis)
        @expires(%2$dd)
      end

      rule "limit"
      when
        $claim: Claim(totalFen > %1$d)
      then
        alerts.add(1, $claim.getNumber());
      end

      rule "again"
      when
        Judged($number: number, $person: person, $hospital: hospital, $category: category,
            $since: againSince)
        exists Claim(person == $person, hospital == $hospital, category == $category,
            millis >= $since, number != $number)
      then
        alerts.add(2, $number);
      end

      rule "often"
      when
        Judged($number: number, $person: person, $since: oftenSince)
        accumulate(
          Claim(person == $person, millis >= $since);
          $visits: count(1);
          $visits >= %3$d)
      then
        alerts.add(3, $number);
      end
      """
          .formatted(Limits.TOTAL_FEN, Limits.OFTEN_DAYS, Limits.OFTEN_VISITS);

  private final List<Claim> claims;
  private final KieBase base;
  private final KieSessionConfiguration configuration;

  DroolsEngine(List<Claim> claims) {
    this.claims = claims;
    base = new KieHelper().addContent(RULES, ResourceType.DRL).build(EventProcessingOption.STREAM);
    configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ClockTypeOption.PSEUDO);
  }

  @Override
  public Runnable prepare(Alerts alerts) {
    KieSession session = base.newKieSession(configuration, null);
    session.setGlobal("alerts", alerts);
    SessionPseudoClock clock = session.getSessionClock();
    clock.advanceTime(claims.get(0).getMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      for (Claim claim : claims) {
        clock.advanceTime(claim.getMillis() - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
        session.insert(claim);
        FactHandle judged = session.insert(new Judged(claim));
        session.fireAllRules();
        session.delete(judged);
      }
      session.dispose();
    };
  }

  /**
   * The visit at hand. Without it a rule would fire again on an earlier visit whenever one before
   * that expires, and every visit would be looked at again for each later one.
   */
  public static final class Judged {
    private final Claim claim;

    Judged(Claim claim) {
      this.claim = claim;
    }

    /** Its number. */
    public long getNumber() {
      return claim.getNumber();
    }

    /** Whose. */
    public String getPerson() {
      return claim.getPerson();
    }

    /** Where. */
    public String getHospital() {
      return claim.getHospital();
    }

    /** For what. */
    public String getCategory() {
      return claim.getCategory();
    }

    /** The first moment of the fortnight before it. */
    public long getAgainSince() {
      return claim.getMillis() - TimeUnit.DAYS.toMillis(Limits.AGAIN_DAYS);
    }

    /** The first moment of the thirty days before it. */
    public long getOftenSince() {
      return claim.getMillis() - TimeUnit.DAYS.toMillis(Limits.OFTEN_DAYS);
    }
  }
}
