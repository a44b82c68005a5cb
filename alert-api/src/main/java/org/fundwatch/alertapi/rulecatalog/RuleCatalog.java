package org.fundwatch.alertapi.rulecatalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleSetException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The library that ships with this release; what a running job uses may differ by its version. */
@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "rules", description = "The rule library of this release")
@AllowedTo({
  Role.INSPECTOR,
  Role.LEAD,
  Role.LEGAL_REVIEWER,
  Role.HOTLINE,
  Role.RULE_AUTHOR,
  Role.RULE_APPROVER,
  Role.AUDITOR
})
class RuleCatalog {
  private @Nullable Catalog catalog;

  /** All rules, by id, and the version of the library. */
  record Catalog(String version, List<RuleInfo> rules) {}

  @GetMapping
  @Operation(summary = "All rules with what they say about themselves")
  Catalog all() throws RuleSetException {
    return catalog();
  }

  @GetMapping("/{id}")
  @Operation(summary = "A rule")
  RuleInfo one(@PathVariable String id) throws RuleSetException {
    return catalog().rules().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("rule '%s': unknown".formatted(id)));
  }

  /** Compiled when first asked for: alerts flow without it. */
  private synchronized Catalog catalog() throws RuleSetException {
    if (catalog == null) {
      var rules = RuleCompiler.compile(RuleBundle.builtIn());
      catalog = new Catalog(rules.version(), rules.rules());
    }
    return catalog;
  }
}
