package org.fundwatch.benchmarks.rules;

import org.fundwatch.benchmarks.fork.Workload;

/** Makes the workload of compiling the built-in library, from reading its files on. */
public final class CompilingMaker implements Workload.Maker {

  @Override
  public Workload make(String... arguments) {
    return () ->
        () -> {
          int rules = BuiltIn.compile().rules().size();
          return new Workload.Result(1, rules, 0);
        };
  }
}
