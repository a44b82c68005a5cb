package org.fundwatch.alertapi.priority;

import java.time.LocalDate;

/**
 * How an alert stands beside others.
 *
 * @param priority what it is worth, with its factors
 * @param due the last day to decide it, in Asia/Shanghai
 * @param deadline the row that the day comes from
 * @param closing the last one that brought a figure of one of its rules, 0 for none: an appraisal
 *     with an earlier one is out of date
 */
public record Appraisal(Priority priority, LocalDate due, Deadline deadline, int closing) {}
