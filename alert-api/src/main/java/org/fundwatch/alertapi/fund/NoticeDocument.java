package org.fundwatch.alertapi.fund;

/**
 * A notice as it is found by search.
 *
 * @param month such as {@code 2026-05}
 * @param sequence of the last entry that touched it
 */
record NoticeDocument(
    String id,
    String region,
    FundKind fund,
    Indicator indicator,
    String month,
    FundGrade to,
    Notice.State state,
    long raisedAt,
    int sequence) {

  static NoticeDocument of(Notice notice) {
    var reading = notice.raised().judged().reading();
    return new NoticeDocument(
        notice.id(),
        notice.region(),
        notice.fund(),
        reading.indicator(),
        reading.month(),
        notice.raised().to(),
        notice.state(),
        notice.raisedAt(),
        notice.sequence());
  }
}
