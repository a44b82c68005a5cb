package org.fundwatch.streaming.judging;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.RuleSetException;

/**
 * Rules and models as the desks see them: pure functions from facts to findings. Those of rules on
 * trial are among the findings, see {@link Shadow}.
 */
public interface Judge {

  /** The version of the rule-set. */
  String version();

  /**
   * How far back from an encounter's first moment others can change what is found on it, in
   * milliseconds. Encounters that begin after it has ended change nothing.
   */
  long lookbackMillis();

  /** What rules there are. */
  default Content content() {
    return new Content("", 0, 0);
  }

  /** Tells how often each rule was asked since the last call, those that were not left out. */
  default void takeJudged(ObjLongConsumer<String> to) {}

  /** What the lines of one settlement show. */
  List<Finding> settlement(Settlement settlement);

  /** What an encounter shows, on its own and as the later one of several. */
  List<Finding> encounter(Encounter encounter, Timeline all);

  /** What the sales of a drug pack show. */
  List<Finding> pack(PackSales sales);

  /** What a doctor's day shows. */
  List<Finding> doctorDay(DoctorDay day);

  /** What an institution's day shows. */
  List<Finding> institutionDay(InstitutionDay day);

  /** What an institution's month shows. */
  List<Finding> institutionMonth(InstitutionMonth month);

  /**
   * What rules a judge has.
   *
   * @param knowledge version of the knowledge tables
   * @param rules how many rules make alerts
   * @param shadows how many are on trial
   */
  record Content(String knowledge, int rules, int shadows) {}

  /** Makes judges inside the tasks; travels to them with the job. */
  interface Maker extends Serializable {

    /**
     * The judge of a rule bundle.
     *
     * @param bundle JSON of the bundle; empty for the built-in one
     * @param failures told of each rule that could not be evaluated
     * @throws RuleSetException when the bundle holds mistakes
     * @throws IllegalArgumentException when the text is no bundle
     */
    Judge make(String bundle, Consumer<RuleFailure> failures) throws RuleSetException;
  }
}
