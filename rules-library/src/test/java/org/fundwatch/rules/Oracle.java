package org.fundwatch.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundwatch.rules.check.CheckedRule;
import org.fundwatch.rules.check.RuleScope;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.compile.EvaluationError;
import org.fundwatch.rules.judge.Candidate;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.KnowledgeRow;
import org.fundwatch.rules.knowledge.KnowledgeTable;
import org.fundwatch.rules.schema.FunctionSpec;
import org.fundwatch.rules.schema.Schema;
import org.fundwatch.rules.schema.StructSpec;
import org.fundwatch.rules.source.Parameter;

/** Evaluates a rule both ways, and tells every value as text. */
final class Oracle {

  private static final String FAILS = "fails";

  private final CompiledRule rule;
  private final CheckedRule checked;
  private final CelRuntime runtime;
  // Of its own, so that it has no cache in common with the compiled rule.
  private final GroupingBook grouping;
  private Candidate current;

  // The bindings read the candidate at hand; the interpreter runs in one thread here.
  @SuppressWarnings("Immutable")
  Oracle(CompiledRule rule) {
    this.rule = rule;
    this.checked = rule.checked();
    this.grouping = GroupingBook.of(rule.tables());
    CelRuntimeBuilder builder =
        CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(RuleScope.OPTIONS);
    for (FunctionSpec function : Schema.functions()) {
      List<Class<?>> types = new ArrayList<>();
      function.parameters().forEach(type -> types.add(runtimeType(type)));
      builder.addFunctionBindings(
          CelFunctionBinding.from(
              function.overload(), types, arguments -> call(function, arguments)));
    }
    for (KnowledgeTable table : rule.tables()) {
      builder.addFunctionBindings(
          CelFunctionBinding.from("table_" + table.name(), String.class, key -> rows(table, key)));
    }
    runtime = builder.build();
  }

  /** Values of the compiled rule. */
  List<String> compiled(Candidate candidate) {
    Evaluation evaluation = rule.on(candidate.variables(), candidate.context());
    List<String> values = new ArrayList<>();
    for (int i = 0; i < checked.facts().size(); i++) {
      int index = i;
      values.add(text(() -> evaluation.fact(index)));
    }
    values.add(text(evaluation::condition));
    for (int i = 0; i < checked.exceptions().size(); i++) {
      int index = i;
      values.add(text(() -> evaluation.exception(index)));
    }
    values.add(text(evaluation::amount));
    values.add(text(evaluation::confidence));
    for (int i = 0; i < checked.evidence().size(); i++) {
      int index = i;
      values.add(text(() -> evaluation.evidence(index)));
    }
    return values;
  }

  /** Values of the interpreter, in the same order. */
  List<String> interpreted(Candidate candidate) {
    current = candidate;
    Map<String, Object> variables = new HashMap<>();
    int index = 0;
    for (Map.Entry<String, Class<?>> variable :
        checked.document().subject().variables().entrySet()) {
      variables.put(variable.getKey(), new Struct(candidate.variables().get(index++)));
    }
    Map<String, Object> parameters = new HashMap<>();
    for (Parameter parameter : checked.document().parameters()) {
      Object value =
          parameter.valueAt(
              candidate.context().day(),
              candidate.context().region(),
              candidate.context().level(),
              candidate.context().insurance());
      parameters.put(parameter.name(), toCel(value, parameter.type().celType()));
    }
    variables.put("param", parameters);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < checked.facts().size(); i++) {
      Object value = eval(checked.facts().get(i), variables);
      variables.put(checked.document().facts().get(i).name(), value);
      values.add(text(() -> plain(value)));
    }
    Stream.concat(Stream.of(checked.condition()), checked.exceptions().stream())
        .forEach(ast -> values.add(text(() -> plain(eval(ast, variables)))));
    values.add(
        checked.amount() == null ? "0" : text(() -> plain(eval(checked.amount(), variables))));
    values.add(
        checked.confidence() == null
            ? "1.0"
            : text(() -> plain(eval(checked.confidence(), variables))));
    checked.evidence().forEach(ast -> values.add(text(() -> plain(eval(ast, variables)))));
    return values;
  }

  private Object eval(CelAbstractSyntaxTree ast, Map<String, Object> variables) {
    try {
      return runtime.createProgram(ast).eval(variables);
    } catch (CelEvaluationException e) {
      return FAILS;
    }
  }

  private static String text(Supplier<Object> value) {
    try {
      Object found = value.get();
      // Views are made anew for each reading; how many there are is what can be compared.
      return found instanceof List<?> list && !list.isEmpty() && view(list.get(0))
          ? list.size() + " of " + list.get(0).getClass().getSimpleName()
          : String.valueOf(found);
    } catch (EvaluationError e) {
      return FAILS;
    }
  }

  private static boolean view(Object value) {
    return Schema.structs().values().stream().anyMatch(s -> s.javaType() == value.getClass())
        || value instanceof KnowledgeRow;
  }

  private Object call(FunctionSpec function, Object[] arguments) {
    List<Object> java = new ArrayList<>();
    if (function.readsGrouping()) {
      java.add(grouping);
    }
    for (Object argument : arguments) {
      java.add(plain(argument));
    }
    try {
      return toCel(function.method().invoke(null, java.toArray()), function.result());
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(function.name(), e);
    }
  }

  private List<Object> rows(KnowledgeTable table, String key) {
    StructSpec struct = table.struct();
    List<Object> rows = new ArrayList<>();
    for (KnowledgeRow row : table.rows(key, current.context().day(), current.context().region())) {
      Map<String, Object> cells = new HashMap<>();
      cells.put("row_id", row.id());
      int column = 0;
      for (StructSpec.FieldSpec field : struct.fields().values()) {
        if (!field.name().equals("row_id")) {
          switch (field.type().kind()) {
            case INT -> cells.put(field.name(), row.integer(column++));
            case DOUBLE -> cells.put(field.name(), row.decimal(column++));
            default -> cells.put(field.name(), row.text(column++));
          }
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  private static Class<?> runtimeType(CelType type) {
    return switch (type.kind()) {
      case INT -> Long.class;
      case DOUBLE -> Double.class;
      case BOOL -> Boolean.class;
      case STRING -> String.class;
      case TIMESTAMP -> Instant.class;
      case DURATION -> Duration.class;
      case LIST -> List.class;
      default -> Map.class;
    };
  }

  private static Object toCel(Object value, CelType type) {
    return switch (type.kind()) {
      case TIMESTAMP -> Instant.ofEpochMilli((Long) value);
      case DURATION -> Duration.ofMillis((Long) value);
      case STRUCT -> new Struct(value);
      case LIST -> {
        List<Object> list = new ArrayList<>();
        ((List<?>) value).forEach(one -> list.add(toCel(one, type.parameters().get(0))));
        yield list;
      }
      default -> value;
    };
  }

  private static Object plain(Object value) {
    if (value instanceof Instant moment) {
      return moment.toEpochMilli();
    }
    if (value instanceof Duration span) {
      return span.toMillis();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Oracle::plain).toList();
    }
    return value instanceof Struct struct ? struct.view() : value;
  }

  /** A view as the map of fields that the interpreter reads. */
  private static final class Struct extends java.util.AbstractMap<String, Object> {
    private final Object view;
    private final StructSpec spec;

    Struct(Object view) {
      this.view = view;
      this.spec =
          Schema.structs().values().stream()
              .filter(struct -> struct.javaType() == view.getClass())
              .findFirst()
              .orElseThrow();
    }

    Object view() {
      return view;
    }

    @Override
    public boolean containsKey(Object key) {
      return spec.fields().containsKey(key);
    }

    @Override
    public Object get(Object key) {
      StructSpec.FieldSpec field = spec.field((String) key);
      String method = field.access().substring(1, field.access().length() - 2);
      try {
        return toCel(view.getClass().getMethod(method).invoke(view), field.type());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(spec.name() + "." + key, e);
      }
    }

    @Override
    public java.util.Set<Entry<String, Object>> entrySet() {
      Map<String, Object> all = new HashMap<>();
      spec.fields().keySet().forEach(name -> all.put(name, get(name)));
      return all.entrySet();
    }
  }
}
