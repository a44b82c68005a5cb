package org.fundwatch.alertapi.security;

import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;

/** Months of funds, and the notices that they make. */
final class FundThings {
  private static final String SAID = "{\"text\":\"已核实\"}";

  private final Making making;

  private FundThings(Making making) {
    this.making = making;
  }

  static Map<String, Consumer<Making>> makers() {
    return Map.of(
        "fund.free",
        making -> new FundThings(making).month(),
        "fund",
        making -> new FundThings(making).month().files(100),
        "notice",
        making -> new FundThings(making).notice(),
        "notice.acknowledged",
        making -> new FundThings(making).notice().does("acknowledgement"),
        "notice.answered",
        making -> new FundThings(making).notice().does("acknowledgement").does("answer"));
  }

  /** A month that was not filed: each thing has its own. */
  private FundThings month() {
    making.put("fund", "RESIDENT");
    making.put("month", YearMonth.of(2000, 1).plusMonths(making.number() % 310).toString());
    making.put("tag", "\"0\"");
    return this;
  }

  /** A January spends the whole year's budget, or by a correction next to nothing, in turns. */
  private FundThings notice() {
    making.put("fund", "EMPLOYEE");
    making.put("month", "2026-01");
    var before = making.as(Making.LEAD).get(path());
    making.put("tag", before.status() == 200 ? before.tag() : "\"0\"");
    boolean spent = before.json().at("/filed/figures/spendingFen").asLong() > 1;
    files(spent ? 1 : 100);
    var sequence = making.get("tag").replace("\"", "");
    making.put("id", "%s-EMPLOYEE-%s-PROGRESS".formatted(making.get("region"), sequence));
    return this;
  }

  private void files(long spending) {
    making.put(
        Making.LEAD,
        path(),
        """
        {"incomeFen":100,"spendingFen":%d,"balanceFen":10000,"budgetFen":100,"stage":"FINAL",
         "source":"基金月报"}"""
            .formatted(spending));
  }

  private String path() {
    return "/api/v1/regions/%s/funds/%s/months/%s"
        .formatted(making.get("region"), making.get("fund"), making.get("month"));
  }

  private FundThings does(String what) {
    making.post(Making.INSPECTOR, "/api/v1/notices/" + making.get("id") + "/" + what, SAID);
    return this;
  }
}
