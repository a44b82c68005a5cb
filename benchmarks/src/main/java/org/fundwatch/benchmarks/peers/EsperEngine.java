package org.fundwatch.benchmarks.peers;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import java.util.List;

/**
 * Esper: one window of all visits for each of the two rules that look back, counted by group. It
 * has no locks and no timer, as one thread uses it, and hands events to typed subscribers.
 */
final class EsperEngine implements Engine {

  private static final String RUNTIME = "peers";
  private static final String EVENT = "Claim";
  private static final String[] RULES =
      new String[] {
        "select number from Claim(totalFen > %d)".formatted(Limits.TOTAL_FEN),
        """
        select number from Claim#ext_timed(millis, %d days)
        group by person, hospital, category having count(*) >= 2"""
            .formatted(Limits.AGAIN_DAYS),
        "select number from Claim#ext_timed(millis, %d days) group by person having count(*) >= %d"
            .formatted(Limits.OFTEN_DAYS, Limits.OFTEN_VISITS)
      };

  private final List<Claim> claims;
  private final Configuration configuration = new Configuration();
  private final EPCompiled[] compiled = new EPCompiled[RULES.length];

  EsperEngine(List<Claim> claims) {
    this.claims = claims;
    configuration.getCommon().addEventType(EVENT, Claim.class);
    configuration.getCompiler().getByteCode().setAllowSubscriber(true);
    configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
    configuration.getRuntime().getExecution().setDisableLocking(true);
    try {
      for (int i = 0; i < RULES.length; i++) {
        compiled[i] =
            EPCompilerProvider.getCompiler()
                .compile(RULES[i], new CompilerArguments(configuration));
      }
    } catch (EPCompileException e) {
      throw new IllegalStateException("the rules are sound EPL", e);
    }
  }

  @Override
  public Runnable prepare(Alerts alerts) {
    EPRuntime runtime = EPRuntimeProvider.getRuntime(RUNTIME, configuration);
    runtime.initialize();
    try {
      for (int i = 0; i < compiled.length; i++) {
        runtime
            .getDeploymentService()
            .deploy(compiled[i])
            .getStatements()[0]
            .setSubscriber(new Subscriber(alerts, i + 1));
      }
    } catch (EPDeployException e) {
      throw new IllegalStateException("compiled rules can be deployed", e);
    }
    EPEventService events = runtime.getEventService();
    return () -> {
      for (Claim claim : claims) {
        events.sendEventBean(claim, EVENT);
      }
    };
  }

  /** Is told of what a rule selects; Esper finds the method by its name. */
  public static final class Subscriber {
    private final Alerts alerts;
    private final int rule;

    Subscriber(Alerts alerts, int rule) {
      this.alerts = alerts;
      this.rule = rule;
    }

    /** The number of a visit. */
    public void update(long number) {
      alerts.add(rule, number);
    }
  }
}
