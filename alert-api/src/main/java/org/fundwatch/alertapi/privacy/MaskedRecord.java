package org.fundwatch.alertapi.privacy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies records with their texts masked: what people write stands in so many components of so many
 * records that one would be forgotten if each were named.
 */
final class MaskedRecord {
  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return Form.of(type);
        }
      };

  private MaskedRecord() {}

  /** How a kind of record is taken apart and put together again. */
  private record Form(Constructor<?> maker, List<Method> parts) {
    static Form of(Class<?> type) {
      var components = type.getRecordComponents();
      try {
        var maker =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        maker.setAccessible(true);
        var parts = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        parts.forEach(part -> part.setAccessible(true));
        return new Form(maker, parts);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + ": every record has its constructor", e);
      }
    }
  }

  @SuppressWarnings("unchecked") // the canonical constructor of R makes an R
  static <R extends Record> R of(R whole) {
    var form = FORMS.get(whole.getClass());
    try {
      var values = new @Nullable Object[form.parts().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = masked(form.parts().get(i).invoke(whole));
      }
      return (R) form.maker().newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          whole.getClass().getSimpleName() + ": does not take masked texts", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(whole.getClass().getSimpleName() + ": cannot be read", e);
    }
  }

  private static @Nullable Object masked(@Nullable Object value) {
    if (value instanceof String text) {
      return Mask.text(text);
    } else if (value instanceof Record inner) {
      return of(inner);
    } else if (value instanceof List<?> list) {
      return list.stream().map(MaskedRecord::masked).toList();
    } else if (value instanceof Set<?> set) {
      return set.stream()
          .map(MaskedRecord::masked)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    } else if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy =
          map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(masked(key), masked(inner)));
      return copy;
    }
    return value;
  }
}
