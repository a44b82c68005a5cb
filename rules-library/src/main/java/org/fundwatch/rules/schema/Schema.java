package org.fundwatch.rules.schema;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.rules.knowledge.GroupingBook;

/**
 * The rule language's own types and functions, read off the views: a described method {@code
 * mainDiagnosis()} of a view is the field {@code main_diagnosis}.
 */
public final class Schema {

  private static final List<Class<?>> VIEWS =
      List.of(
          PersonView.class,
          SettlementView.class,
          LineView.class,
          ItemDayView.class,
          EncounterView.class,
          ItemView.class,
          PairView.class,
          SupplyView.class,
          PackView.class,
          DoctorDayView.class,
          InstitutionDayView.class,
          VisitView.class,
          InstitutionMonthView.class,
          CircleView.class,
          HistoryView.class,
          ItemUseView.class);

  private static final Map<String, StructSpec> STRUCTS =
      VIEWS.stream()
          .map(Schema::struct)
          .collect(
              Collectors.toMap(StructSpec::name, Function.identity(), (a, b) -> a, TreeMap::new));

  private static final List<FunctionSpec> FUNCTIONS =
      functions(
          Functions.class,
          AdmissionFunctions.class,
          CaseMixFunctions.class,
          CodingFunctions.class,
          ChargingFunctions.class,
          DrugFunctions.class,
          PersonFunctions.class,
          InstitutionFunctions.class,
          BalanceFunctions.class,
          QualityFunctions.class);

  private Schema() {}

  /** The types by name. */
  public static Map<String, StructSpec> structs() {
    return STRUCTS;
  }

  /** The functions of our own. */
  public static List<FunctionSpec> functions() {
    return FUNCTIONS;
  }

  /** The type of a view class. */
  public static CelType typeOf(Class<?> view) {
    return StructTypeReference.create(name(view));
  }

  private static String name(Class<?> view) {
    return view.getSimpleName().replace("View", "");
  }

  private static StructSpec struct(Class<?> view) {
    Map<String, StructSpec.FieldSpec> fields = new TreeMap<>();
    for (Method method : view.getDeclaredMethods()) {
      Described described = method.getAnnotation(Described.class);
      if (described != null) {
        String field = snake(method.getName());
        fields.put(
            field,
            new StructSpec.FieldSpec(
                field,
                type(method.getGenericReturnType(), method),
                "." + method.getName() + "()",
                described.value()));
      }
    }
    return new StructSpec(name(view), view, fields);
  }

  private static List<FunctionSpec> functions(Class<?>... holders) {
    List<FunctionSpec> specs = new ArrayList<>();
    for (Method method : methods(holders)) {
      Described described = method.getAnnotation(Described.class);
      if (described != null && Modifier.isStatic(method.getModifiers())) {
        List<CelType> parameters =
            Arrays.stream(method.getParameters())
                .filter(p -> p.getType() != GroupingBook.class)
                .map((Parameter p) -> type(p.getParameterizedType(), p))
                .toList();
        String name = snake(method.getName());
        specs.add(
            new FunctionSpec(
                name,
                name
                    + parameters.stream()
                        .map(type -> "_" + CelTypes.format(type))
                        .collect(Collectors.joining()),
                parameters,
                type(method.getGenericReturnType(), method),
                method,
                described.value()));
      }
    }
    specs.sort(Comparator.comparing(FunctionSpec::overload));
    return List.copyOf(specs);
  }

  private static List<Method> methods(Class<?>... holders) {
    return Arrays.stream(holders)
        .flatMap(holder -> Arrays.stream(holder.getDeclaredMethods()))
        .toList();
  }

  private static CelType type(Type type, AnnotatedElement element) {
    if (type == long.class || type == Long.class || type == int.class) {
      return element.isAnnotationPresent(Moment.class)
          ? SimpleType.TIMESTAMP
          : element.isAnnotationPresent(Span.class) ? SimpleType.DURATION : SimpleType.INT;
    }
    if (type == double.class || type == Double.class) {
      return SimpleType.DOUBLE;
    }
    if (type == boolean.class) {
      return SimpleType.BOOL;
    }
    if (type == String.class) {
      return SimpleType.STRING;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return ListType.create(type(list.getActualTypeArguments()[0], element));
    }
    if (type instanceof Class<?> view && VIEWS.contains(view)) {
      return typeOf(view);
    }
    throw new IllegalStateException(
        element + ": type " + type + " has no counterpart in the rule language");
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
