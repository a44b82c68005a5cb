package org.fundwatch.alertapi.priority;

import java.time.LocalDate;

/**
 * How an alert stands beside others.
 *
 * @param priority what it is worth, with its factors
 * @param due the last day to decide it, in Asia/Shanghai
 * @param deadline the row that the day comes from
 */
public record Appraisal(Priority priority, LocalDate due, Deadline deadline) {}
