package org.fundwatch.notebooks;

import java.util.function.Consumer;
import org.fundwatch.notebooks.chart.Picture;

/**
 * What a cell can call without a class name: {@code show(...)}.
 *
 * <p>Cells are compiled by JShell into classes of their own and run in the kernel's process; this
 * class is the one place where both meet, so it holds the kernel's outlet in a static field.
 */
public final class Notebook {

  private static volatile Consumer<Picture> outlet = picture -> System.out.println(picture.text());

  private Notebook() {}

  /** Shows a table or chart below the cell. */
  public static void show(Picture picture) {
    outlet.accept(picture);
  }

  /** Where pictures go from now on. */
  public static void outlet(Consumer<Picture> to) {
    outlet = to;
  }
}
