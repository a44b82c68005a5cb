package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line run in this process, with what it said. */
record Cli(int code, String out, String err) {

  /** Runs a command on a data folder of its own. */
  static Cli run(Path data, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return run(all.toArray(String[]::new));
  }

  static Cli run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(words);
    return new Cli(code, out.toString(), err.toString());
  }
}
