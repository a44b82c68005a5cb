package org.fundwatch.alertapi.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that is done in a case; its components are what the journal keeps of it. */
public sealed interface CaseAction
    permits Handling, Grouping, Tasking, Paper, Defence, Staffing, Timing, Money {

  /** All kinds of actions by {@link #type()}. */
  Map<String, Class<? extends CaseAction>> TYPES =
      Arrays.stream(CaseAction.class.getPermittedSubclasses())
          .flatMap(theme -> Arrays.stream(theme.getPermittedSubclasses()))
          .collect(
              Collectors.toUnmodifiableMap(
                  CaseAction::typeOf,
                  (Function<Class<?>, Class<? extends CaseAction>>)
                      type -> type.asSubclass(CaseAction.class)));

  /** The name of a kind of action, such as {@code OFFICER_NAMED}. */
  static String typeOf(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /** The name of this action's kind. */
  default String type() {
    return typeOf(getClass());
  }

  /** The name of this action's kind for people, in Chinese. */
  String zh();

  /** What was done or said, in a line for people. */
  String text();

  /** Why it cannot be done, or what is missing for it; empty when it can be done. */
  List<Missing> missing(Situation situation);

  /** Makes it part of a case. */
  void apply(CaseFold fold, CaseEntry entry);

  /** All that there is of some reasons. */
  @SafeVarargs
  static List<Missing> all(Stream<Missing>... reasons) {
    var all = new ArrayList<Missing>();
    for (var reason : reasons) {
      reason.forEach(all::add);
    }
    return all;
  }
}
