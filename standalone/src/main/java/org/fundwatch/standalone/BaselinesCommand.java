package org.fundwatch.standalone;

import picocli.CommandLine.Command;

/** Closes months: measures the baselines that institutions are compared with. */
@Command(
    name = "baselines",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measures the baselines that institutions are compared with.",
    subcommands = BaselinesCloseCommand.class)
final class BaselinesCommand {}
