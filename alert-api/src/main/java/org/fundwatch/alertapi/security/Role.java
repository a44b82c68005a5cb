package org.fundwatch.alertapi.security;

import java.util.Locale;
import java.util.Optional;

/** What a user may do; a user can have several roles. */
public enum Role {
  /** 稽查员: triage of alerts, cases, reading reports. */
  INSPECTOR,
  /** 组长: as an inspector, gives alerts to others, and grants regions to a flying team. */
  LEAD,
  /** 法制审核员: reads alerts and cases and reviews what is to be decided. */
  LEGAL_REVIEWER,
  /** 举报受理员: takes reports in and answers for their status; reads alerts. */
  HOTLINE,
  /** 身份保管员: looks after who people are; reads reports. */
  CUSTODIAN,
  /** 规则编写员: reads the rules, and proposes changes. */
  RULE_AUTHOR,
  /** 规则审批员: reads the rules, and approves what others propose. */
  RULE_APPROVER,
  /** 审计员: reads who saw and did what. */
  AUDITOR,
  /** 管理员: runs the service: metrics, grants. Sees no alerts. */
  ADMIN;

  private static final String PREFIX = "ROLE_";

  /** True when somebody with this role alone can see nothing without a region. */
  boolean worksInRegions() {
    return switch (this) {
      case INSPECTOR, LEAD, LEGAL_REVIEWER, HOTLINE, CUSTODIAN, AUDITOR -> true;
      case RULE_AUTHOR, RULE_APPROVER, ADMIN -> false;
    };
  }

  /** The role as Spring Security knows it. */
  String authority() {
    return PREFIX + name();
  }

  /** The role of an authority, if it is one. */
  static Optional<Role> ofAuthority(String authority) {
    return authority.startsWith(PREFIX)
        ? parse(authority.substring(PREFIX.length()))
        : Optional.empty();
  }

  /** The role that a text means, such as {@code legal-reviewer}; empty for one that we have not. */
  static Optional<Role> parse(String text) {
    try {
      return Optional.of(valueOf(text.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
