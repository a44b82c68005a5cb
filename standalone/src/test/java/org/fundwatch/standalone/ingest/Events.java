package org.fundwatch.standalone.ingest;

/** Small sound events, of invented people. */
final class Events {

  private Events() {}

  /** An outpatient settlement in one line of national JSON. */
  static String json(String settlement, String person) {
    return ("{\"infno\":\"2207\",\"msgid\":\"M-%s\",\"inf_time\":\"2025-03-03 10:00:00\","
            + "\"setlinfo\":{\"mdtrt_id\":\"V-%s\",\"setl_id\":\"%s\",\"psn_no\":\"%s\","
            + "\"fixmedins_code\":\"H32010000001\",\"fix_blng_admdvs\":\"320100\","
            + "\"insutype\":\"310\",\"med_type\":\"11\",\"setl_time\":\"2025-03-03 10:00:00\","
            + "\"medfee_sumamt\":120.50,\"fund_pay_sumamt\":80.00}}")
        .formatted(settlement, settlement, settlement, person);
  }
}
