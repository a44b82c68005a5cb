package org.fundwatch.alertapi.standing;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A page of marks.
 *
 * @param items its marks
 * @param nextCursor for the next page, null on the last
 */
public record MarkPage<T extends Marked>(List<Mark<T>> items, @Nullable String nextCursor) {
  public MarkPage {
    items = List.copyOf(items);
  }

  /** The same with what each is about as it is to be shown. */
  MarkPage<T> map(UnaryOperator<T> shown) {
    return new MarkPage<>(
        items.stream().map(mark -> mark.with(shown.apply(mark.content()))).toList(), nextCursor);
  }
}
