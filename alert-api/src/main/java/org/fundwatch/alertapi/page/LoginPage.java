package org.fundwatch.alertapi.page;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; Spring Security takes what is sent. */
@Controller
class LoginPage {
  private static final Show SHOW = new Show();

  private final Clock clock;

  LoginPage(Clock clock) {
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param wait seconds until the next password is tried; anything else is passed over
   */
  @GetMapping("/login")
  String login(@RequestParam(required = false) @Nullable String wait, Model model) {
    if (wait != null && wait.matches("\\d{1,5}")) {
      var until = clock.millis() + Duration.ofSeconds(Long.parseLong(wait)).toMillis();
      model.addAttribute("until", SHOW.time(until));
    }
    return "login";
  }
}
