package org.fundwatch.notebooks.kernel;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Evaluates cells of Java in this process, one after the other, as JShell does. */
public final class JavaShell implements AutoCloseable {

  private static final List<String> IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.nio.file.*;",
          "import java.time.*;",
          "import java.util.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import static org.fundwatch.notebooks.Notebook.*;");

  private final JShell shell;

  /** A shell that sees what this process sees. */
  public JavaShell() {
    // In this process, so that a cell can hand objects to the kernel.
    shell = JShell.builder().executionEngine("local").build();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        shell.addToClasspath(entry);
      }
    }
    IMPORTS.forEach(shell::eval);
  }

  /**
   * Evaluates a cell.
   *
   * @return the value of its last expression as text, empty where it has none
   * @throws CellException when a statement does not compile or throws; statements before it stand
   */
  public String eval(String cell) throws CellException {
    String value = "";
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo statement = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = statement.completeness().isComplete() ? statement.source() : rest;
      value = "";
      for (SnippetEvent event : shell.eval(source)) {
        value = valueOf(event);
      }
      rest = statement.completeness().isComplete() ? statement.remaining() : "";
    }
    return value;
  }

  /** True where the cell is whole Java, false where it goes on in a next line. */
  public boolean isComplete(String cell) {
    return shell.sourceCodeAnalysis().analyzeCompletion(cell).completeness()
        != SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE;
  }

  @Override
  public void close() {
    shell.close();
  }

  private String valueOf(SnippetEvent event) throws CellException {
    Snippet snippet = event.snippet();
    if (event.status() == Snippet.Status.REJECTED) {
      throw new CellException(diagnostics(snippet));
    }
    JShellException exception = event.exception();
    if (exception != null) {
      throw new CellException(describe(exception));
    }
    boolean shows = snippet.kind() == Snippet.Kind.EXPRESSION || snippet.kind() == Snippet.Kind.VAR;
    boolean expression =
        snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
            || snippet.subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND;
    return shows && expression && event.value() != null ? event.value() : "";
  }

  private String diagnostics(Snippet snippet) {
    return shell
        .diagnostics(snippet)
        .filter(Diag::isError)
        .map(diag -> where(snippet.source(), diag) + ": " + diag.getMessage(Locale.ENGLISH))
        .collect(Collectors.joining("\n"));
  }

  private static String where(String source, Diag diag) {
    int start = source.length() - source.stripLeading().length();
    int at = (int) Math.min(Math.max(diag.getPosition(), start), source.length());
    long line = source.substring(start, at).chars().filter(c -> c == '\n').count() + 1;
    return "line " + line + " of " + source.strip().lines().findFirst().orElse("");
  }

  private static String describe(JShellException exception) {
    if (exception instanceof EvalException thrown) {
      StackTraceElement[] trace = thrown.getStackTrace();
      String place = trace.length == 0 ? "" : " at " + trace[0];
      return thrown.getExceptionClassName() + ": " + thrown.getMessage() + place;
    }
    return String.valueOf(exception.getMessage());
  }
}
