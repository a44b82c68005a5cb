package org.fundwatch.alertapi.triage;

import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.register.Listed;

/**
 * Something that somebody does about many alerts, as it is registered before it begins: repeated
 * after a failure it does the same about the same alerts.
 *
 * @param change what is done; of an assignment the assignee stands in {@code alerts}
 * @param alerts ids of those concerned, by what it is done with, such as the assignee; by the empty
 *     text where the change says all
 * @param share of the alerts that is drawn to be looked at again, by the id of this as the seed
 * @param region smallest that holds where its author works
 */
record Bulk(TriageChange change, Map<String, List<String>> alerts, double share, String region)
    implements Listed {

  Bulk {
    alerts = Map.copyOf(alerts);
  }
}
