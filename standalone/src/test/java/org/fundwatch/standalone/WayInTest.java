package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fundwatch.standalone.house.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayInTest {

  @TempDir Path folder;

  @Test
  void wayIn_firstAndSecondStart_showsPasswordsOnce() throws IOException {
    Secrets first = Secrets.open(folder.resolve("secrets"), false);
    Secrets second = Secrets.open(folder.resolve("secrets"), false);

    assertThat(WayIn.of(first))
        .hasSize(10)
        .startsWith(
            "  user      inspector", "  password  %s  (shown this once)".formatted(password(first)))
        .contains("  %-14s %s  (shown this once)".formatted("lead", password(first, "lead")));
    assertThat(WayIn.drawn(first))
        .hasSize(9)
        .contains("  %-14s %s  (shown this once)".formatted("inspector", password(first)));
    assertThat(WayIn.of(second))
        .containsExactly(
            "  user      inspector",
            "  password  as printed at the first start (a new one: --new-password)");
    assertThat(WayIn.drawn(second)).isEmpty();
  }

  @Test
  void wayIn_inspectorRemoved_namesThoseThereAre() throws IOException {
    Secrets.users(folder.resolve("secrets")).add("wang", List.of("lead"), List.of("32"));
    Secrets.users(folder.resolve("secrets")).add("li", List.of("inspector"), List.of("32"));

    assertThat(WayIn.of(Secrets.open(folder.resolve("secrets"), false)))
        .containsExactly(
            "  users     li, wang",
            "  password  as printed for each (a new one: ./fundwatch users passwd NAME)");
  }

  private static String password(Secrets secrets) {
    return password(secrets, "inspector");
  }

  private static String password(Secrets secrets, String user) {
    return secrets.newPasswords().get(user);
  }
}
