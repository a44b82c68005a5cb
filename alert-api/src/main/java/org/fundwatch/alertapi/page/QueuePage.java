package org.fundwatch.alertapi.page;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import org.fundwatch.alertapi.alert.AlertOrder;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.AlertSearch;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.domain.alert.AlertStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The queue of alerts. */
@Controller
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class QueuePage {
  private static final int SIZE = 25;
  private static final List<TriageState> UNDECIDED = List.of(TriageState.NEW, TriageState.ASSIGNED);
  private static final List<AlertStatus> SPEAKING =
      List.of(AlertStatus.OPEN, AlertStatus.WITHDRAWN);

  private final AlertSearch search;

  QueuePage(AlertSearch search) {
    this.search = search;
  }

  /** Decided alerts, and those put aside for broken data, are shown only when asked for. */
  @GetMapping("/")
  String queue(
      @Valid @ModelAttribute("query") AlertQuery query,
      BindingResult binding,
      @RequestParam(defaultValue = "PRIORITY") AlertOrder sort,
      @RequestParam(required = false) @Nullable BigDecimal leastYuan,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller,
      Model model) {
    model.addAttribute("sort", sort);
    model.addAttribute("leastYuan", leastYuan);
    if (binding.hasErrors()) {
      model.addAttribute("badFilter", true);
      return "queue";
    }
    var wanted = query.state() == null ? query.withState(UNDECIDED) : query;
    if (query.status() == null) {
      wanted = wanted.withStatus(SPEAKING);
    }
    if (leastYuan != null) {
      wanted = wanted.withAmountFromFen(leastYuan.movePointRight(2).longValue());
    }
    var page = search.list(wanted, sort, false, SIZE, cursor, caller);
    model.addAttribute("page", page);
    model.addAttribute("facets", FacetBox.of(page.facets(), wanted));
    if (page.nextCursor() != null) {
      model.addAttribute(
          "next",
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("cursor", page.nextCursor())
              .build()
              .toUriString());
    }
    return "queue";
  }
}
