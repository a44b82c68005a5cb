package org.fundwatch.notebooks.kernel;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import org.fundwatch.notebooks.Notebook;
import org.fundwatch.notebooks.chart.Picture;
import org.jspecify.annotations.Nullable;

/** Answers Jupyter with a {@link JavaShell}. */
final class JavaKernel extends BaseKernel {

  private static final LanguageInfo LANGUAGE =
      new LanguageInfo.Builder("Java")
          .version(Runtime.version().toString())
          .mimetype("text/x-java-source")
          .fileExtension(".jshell")
          .pygments("java")
          .codemirror("text/x-java")
          .build();

  private final JavaShell shell = new JavaShell();

  JavaKernel() {
    Notebook.outlet(picture -> display(displayOf(picture)));
  }

  @Override
  public @Nullable DisplayData eval(String cell) throws CellException {
    String value = shell.eval(cell);
    return value.isEmpty() ? null : new DisplayData(value);
  }

  @Override
  public String isComplete(String cell) {
    return shell.isComplete(cell) ? IS_COMPLETE_YES : IS_COMPLETE_MAYBE;
  }

  @Override
  public List<String> formatError(Exception e) {
    return e instanceof CellException
        ? String.valueOf(e.getMessage()).lines().toList()
        : super.formatError(e);
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return LANGUAGE;
  }

  @Override
  public String getBanner() {
    return "Fundwatch, Java " + Runtime.version().feature();
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    shell.close();
  }

  private static DisplayData displayOf(Picture picture) {
    DisplayData data = new DisplayData(picture.text());
    data.putHTML(picture.content());
    return data;
  }
}
