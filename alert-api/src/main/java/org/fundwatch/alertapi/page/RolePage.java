package org.fundwatch.alertapi.page;

import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.FirstPage;
import org.fundwatch.alertapi.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is today for each of one's roles, and where: not every role has pages yet. */
@Controller
@AllowedTo({
  Role.INSPECTOR,
  Role.LEAD,
  Role.LEGAL_REVIEWER,
  Role.HOTLINE,
  Role.CUSTODIAN,
  Role.RULE_AUTHOR,
  Role.RULE_APPROVER,
  Role.AUDITOR,
  Role.ADMIN
})
class RolePage {
  @GetMapping("/me")
  String show(Caller caller, Model model) {
    model.addAttribute(
        "duties", caller.roles().stream().sorted().map(RoleDuty::of).distinct().toList());
    return "me";
  }

  /** The way back from wherever one has gone astray: to a page that one may see. */
  @GetMapping("/home")
  String home(Caller caller) {
    return "redirect:" + FirstPage.of(caller.roles());
  }
}
