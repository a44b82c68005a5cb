package org.fundwatch.standalone;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.standalone.house.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The built-in users of this machine. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The users of this machine; passwords are drawn, shown once, and kept as hashes.",
      "Changes are in force from the next start of the services."
    })
final class UsersCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** A change of the users that gives a word to say. */
  private interface Change {
    String apply(Users users) throws IOException;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows who there is.")
  int list(@Mixin CommonOptions common) throws CommandFailure {
    return change(
        common,
        users -> {
          StringBuilder lines =
              new StringBuilder("%-20s %-24s %s".formatted("user", "roles", "regions"));
          new TreeMap<>(users.all())
              .forEach(
                  (name, user) ->
                      lines.append(
                          "%n%-20s %-24s %s".formatted(name, user.roles(), user.regions())));
          return lines.toString();
        });
  }

  @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user.")
  int add(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "NAME", description = "Small letters, digits and hyphens.")
          String name,
      @Option(
              names = "--roles",
              required = true,
              split = ",",
              paramLabel = "ROLE",
              description = "Such as inspector,lead.")
          List<String> roles,
      @Option(
              names = "--regions",
              required = true,
              split = ",",
              paramLabel = "CODE",
              description = "Administrative divisions, such as 3201,3202; * for the nation.")
          List<String> regions)
      throws CommandFailure {
    return change(common, users -> drawn(name, users.add(name, roles, regions)));
  }

  @Command(name = "passwd", mixinStandardHelpOptions = true, description = "Draws a new password.")
  int passwd(@Mixin CommonOptions common, @Parameters(paramLabel = "NAME") String name)
      throws CommandFailure {
    return change(common, users -> drawn(name, users.newPassword(name)));
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a user.")
  int remove(@Mixin CommonOptions common, @Parameters(paramLabel = "NAME") String name)
      throws CommandFailure {
    return change(
        common,
        users -> {
          users.remove(name);
          return "removed " + name;
        });
  }

  private int change(CommonOptions common, Change change) throws CommandFailure {
    DataFolder data = common.settings().data();
    try {
      spec.commandLine().getOut().println(change.apply(Secrets.users(data.secrets())));
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(data.secrets() + ": " + e.getMessage(), e);
    }
  }

  private static String drawn(String name, String password) {
    return "%s %s  (shown this once; in force from the next start)".formatted(name, password);
  }
}
