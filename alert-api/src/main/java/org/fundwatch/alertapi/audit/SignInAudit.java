package org.fundwatch.alertapi.audit;

import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.signin.SignInFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes wrong passwords down, for users that there are and for other names alike. */
@Component
final class SignInAudit {
  private static final Logger LOG = LoggerFactory.getLogger(SignInAudit.class);

  private final AuditLog audit;

  SignInAudit(AuditLog audit) {
    this.audit = audit;
  }

  @EventListener
  void failed(SignInFailed failed) {
    try {
      audit.signInFailed(failed);
    } catch (SearchUnavailableException e) {
      // Nobody was let in: the answer stays what it is.
      LOG.warn("sign-in: a wrong password could not be written down: {}", e.getMessage());
    }
  }
}
