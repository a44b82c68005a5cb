package org.fundwatch.alertapi.security;

/** What a user may do; a user can have several roles. */
public enum Role {
  /** Triage of alerts, cases, reading reports. */
  INSPECTOR,
  /** As an inspector, and gives alerts to others. */
  LEAD,
  /** Takes reports in and answers for their status; reads alerts. */
  HOTLINE,
  /** Runs the service: metrics. Sees no alerts. */
  ADMIN
}
