package org.fundwatch.streaming.testing;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random values of any record, its component types told by reflection: a field added tomorrow is
 * filled too. Texts are empty, codes, Chinese, or any characters at all; numbers small or any.
 */
public final class RandomRecords {

  private static final String[] REPEATED = {"", "01", "H33010000001", "310", "住院", "a", "Ä"};

  private final Random random;

  public RandomRecords(long seed) {
    random = new Random(seed);
  }

  /** A random value of a record, or of one of the records of a sealed type. */
  public <T> T of(Class<T> record) {
    if (record.isSealed()) {
      Class<?>[] kinds = record.getPermittedSubclasses();
      return record.cast(record(kinds[random.nextInt(kinds.length)]));
    }
    return record.cast(record(record));
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = component(components[i]);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + ": no record that can be made", e);
    }
  }

  private @Nullable Object component(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    boolean nullable = type.isAnnotationPresent(Nullable.class);
    return nullable && random.nextInt(3) == 0 ? null : value(component.getGenericType());
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      int size = random.nextInt(4);
      if (generic.getRawType() == Map.class) {
        Map<Object, Object> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
          map.put(value(of[0]), value(of[1]));
        }
        return map;
      }
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(value(of[0]));
      }
      return list;
    }
    return plain((Class<?>) type);
  }

  private Object plain(Class<?> type) {
    if (type == String.class) {
      return text();
    } else if (type == long.class || type == Long.class) {
      return number();
    } else if (type == int.class || type == Integer.class) {
      return (int) number();
    } else if (type == double.class) {
      return random.nextBoolean() ? random.nextDouble() : random.nextGaussian() * 1e9;
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == byte[].class) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      return bytes;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    return record(type);
  }

  private long number() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> random.nextInt(2000) - 1000;
      case 2 -> 1_700_000_000_000L + 1000L * random.nextInt(100_000_000);
      case 3 -> random.nextInt();
      case 4 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
      default -> random.nextLong();
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(24);
    switch (random.nextInt(4)) {
      case 0 -> text.append(REPEATED[random.nextInt(REPEATED.length)]);
      case 1 -> random.ints(length, 0, 10).forEach(text::append);
      case 2 -> random.ints(length, 0x4E00, 0x9FA5).forEach(c -> text.append((char) c));
      default -> random.ints(length, 0, 0x10000).forEach(c -> text.append((char) c));
    }
    return text.toString();
  }
}
