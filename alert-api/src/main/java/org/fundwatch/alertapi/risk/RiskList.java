package org.fundwatch.alertapi.risk;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.credit.CreditBook;
import org.fundwatch.alertapi.points.PointsBook;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.StandingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Ranks the institutions of a region by their risk, anew for each page. Thread-safe. */
@Service
final class RiskList {
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,6}\\.\\d{2})_(.{1,60})");

  private final RiskSearch search;
  private final PointsBook points;
  private final CreditBook credit;
  private final FactorTable table;
  private final Clock clock;

  RiskList(
      RiskSearch search,
      PointsBook points,
      CreditBook credit,
      StandingSettings settings,
      Clock clock) {
    this.search = search;
    this.points = points;
    this.credit = credit;
    this.table = FactorTable.of(settings.folder());
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param ranked how many institutions are ranked, {@value RiskSearch#MOST} at most
   * @param formula of the scores
   * @param nextCursor the place after the last shown, null on the last page. An institution whose
   *     score changes meanwhile can show twice or not at all
   */
  record RiskPage(List<Risk> items, int ranked, String formula, @Nullable String nextCursor) {}

  RiskPage of(String region, int size, @Nullable String cursor, Caller caller) {
    var all = ranked(region, caller);
    var left = cursor == null ? all : after(all, cursor);
    var shown = left.subList(0, Math.min(size, left.size()));
    var last = shown.size() == left.size() ? null : shown.get(shown.size() - 1);
    return new RiskPage(
        shown,
        all.size(),
        Risk.FORMULA,
        last == null ? null : "%s_%s".formatted(last.score(), last.code()));
  }

  private List<Risk> ranked(String region, Caller caller) {
    var today = Days.today(clock);
    var told = search.of(region, clock.millis(), caller);
    if (told.isEmpty()) {
      return List.of();
    }
    var codes = told.stream().map(RiskSearch.Told::code).toList();
    var pointsOf = points.entries().byInstitution(Holder.Kind.DOCTOR, codes, today, caller);
    var creditOf = credit.entries().byInstitution(Holder.Kind.INSTITUTION, codes, today, caller);
    var weights = table.holding(region, today);
    return told.stream()
        .map(
            one -> {
              Map<Factor, Long> values = new EnumMap<>(one.values());
              values.put(Factor.POINTS, pointsOf.getOrDefault(one.code(), 0L));
              values.put(Factor.CREDIT, creditOf.getOrDefault(one.code(), 0L));
              return Risk.of(one.code(), one.name(), values, weights);
            })
        .sorted(Risk.ORDER)
        .toList();
  }

  private static List<Risk> after(List<Risk> all, String cursor) {
    var place = CURSOR.matcher(cursor);
    if (!place.matches()) {
      throw ProblemException.badInput(
          List.of(new FieldFault("cursor", cursor, "the nextCursor of a page before")));
    }
    var last = last(place);
    return all.stream().filter(risk -> Risk.ORDER.compare(risk, last) > 0).toList();
  }

  private static Risk last(Matcher place) {
    return new Risk(place.group(2), "", new BigDecimal(place.group(1)), List.of());
  }
}
