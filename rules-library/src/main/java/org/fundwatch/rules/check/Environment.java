package org.fundwatch.rules.check;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.KnowledgeTable;
import org.fundwatch.rules.schema.FunctionSpec;
import org.fundwatch.rules.schema.Schema;
import org.fundwatch.rules.schema.StructSpec;

/** What every rule of a bundle can name, whatever its subject: types, functions and tables. */
public final class Environment {

  private static final String TABLE = "table_";

  private final Map<String, StructSpec> structs = new TreeMap<>(Schema.structs());
  private final Map<String, FunctionSpec> functions = new HashMap<>();
  private final List<KnowledgeTable> tables;
  private final GroupingBook grouping;
  private final Map<String, Integer> tableNumbers = new HashMap<>();
  private final Map<String, CelFunctionDecl> declarations = new LinkedHashMap<>();
  private final ImmutableMap<String, CelType> types;

  /** With the knowledge tables of the bundle. */
  public Environment(List<KnowledgeTable> tables) {
    this.tables = List.copyOf(tables);
    this.grouping = GroupingBook.of(tables);
    Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    for (FunctionSpec function : Schema.functions()) {
      functions.put(function.overload(), function);
      overloads
          .computeIfAbsent(function.name(), name -> new ArrayList<>())
          .add(
              CelOverloadDecl.newGlobalOverload(
                  function.overload(), function.result(), function.parameters()));
    }
    for (KnowledgeTable table : tables) {
      tableNumbers.put(TABLE + table.name(), tableNumbers.size());
      StructSpec row = table.struct();
      structs.put(row.name(), row);
      overloads
          .computeIfAbsent(table.name(), name -> new ArrayList<>())
          .add(
              CelOverloadDecl.newGlobalOverload(
                  TABLE + table.name(),
                  ListType.create(StructTypeReference.create(row.name())),
                  List.of(SimpleType.STRING)));
    }
    overloads.forEach(
        (name, list) -> declarations.put(name, CelFunctionDecl.newFunctionDeclaration(name, list)));
    types =
        structs.values().stream()
            .collect(ImmutableMap.toImmutableMap(StructSpec::name, StructSpec::celType));
  }

  /** The tables, in the order in which compiled rules number them. */
  public List<KnowledgeTable> tables() {
    return tables;
  }

  /** Those of them that group stays. */
  public GroupingBook grouping() {
    return grouping;
  }

  /** The number of the table behind an overload. */
  public Optional<Integer> table(String overload) {
    return Optional.ofNullable(tableNumbers.get(overload));
  }

  /** The function of our own behind an overload. */
  public Optional<FunctionSpec> function(String overload) {
    return Optional.ofNullable(functions.get(overload));
  }

  /** Names of all functions and tables. */
  List<String> functionNames() {
    return List.copyOf(declarations.keySet());
  }

  /** Those of some functions that are of our own. */
  List<CelFunctionDecl> declarations(Set<String> names) {
    return declarations.entrySet().stream()
        .filter(function -> names.contains(function.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  Map<String, StructSpec> structs() {
    return structs;
  }

  /** The types, and one more of a rule's own. */
  CelTypeProvider typesAnd(CelType own) {
    return new CelTypeProvider() {
      @Override
      public ImmutableCollection<CelType> types() {
        return ImmutableList.<CelType>builder().addAll(types.values()).add(own).build();
      }

      @Override
      public Optional<CelType> findType(String name) {
        return Optional.ofNullable(name.equals(own.name()) ? own : types.get(name));
      }
    };
  }
}
