package org.fundwatch.alertapi.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.problem.FieldFault;

/** Why a plan cannot be drawn, before anything is drawn. */
final class DrawFaults {
  private static final int TEAM = 2;
  private static final long HEAVIEST = 1_000_000_000;

  /** What the text of a plan can hold without a second meaning. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.@-]{1,100}");

  private DrawFaults() {}

  static List<FieldFault> of(DrawPlan plan) {
    var faults = new ArrayList<FieldFault>();
    if (plan.institutions() < 1 || plan.institutions() > plan.targets().size()) {
      faults.add(
          new FieldFault(
              "institutions", "" + plan.institutions(), "1 to " + plan.targets().size()));
    }
    if (plan.officersEach() < TEAM) {
      faults.add(
          new FieldFault(
              "officersEach", "" + plan.officersEach(), "2 or more: nobody inspects alone"));
    }
    codes(plan, faults);
    if (faults.isEmpty()) {
      plan.targets().forEach(target -> officers(plan, target, faults));
    }
    return faults;
  }

  private static void codes(DrawPlan plan, List<FieldFault> faults) {
    var seen = new HashSet<String>();
    for (var target : plan.targets()) {
      unique("targets.code", target.code(), seen, faults);
      if (target.weight() < 1 || target.weight() > HEAVIEST) {
        faults.add(new FieldFault("targets.weight", "" + target.weight(), "1 to " + HEAVIEST));
      }
    }
    seen.clear();
    for (var officer : plan.officers()) {
      unique("officers.name", officer.name(), seen, faults);
      officer.conflicts().stream()
          .filter(code -> !CODE.matcher(code).matches())
          .forEach(code -> faults.add(new FieldFault("officers.conflicts", code, wanted())));
    }
  }

  private static void unique(String path, String code, Set<String> seen, List<FieldFault> faults) {
    if (!CODE.matcher(code).matches()) {
      faults.add(new FieldFault(path, code, wanted()));
    } else if (!seen.add(code)) {
      faults.add(new FieldFault(path, code + ", twice", "each once"));
    }
  }

  private static String wanted() {
    return "1 to 100 letters, digits and . _ @ -";
  }

  private static void officers(DrawPlan plan, DrawPlan.Target target, List<FieldFault> faults) {
    long free = plan.officers().stream().filter(officer -> officer.mayGoTo(target)).count();
    if (free < plan.officersEach()) {
      faults.add(
          new FieldFault(
              "officers",
              "%d without a conflict with %s".formatted(free, target.code()),
              plan.officersEach() + " or more"));
    }
  }
}
