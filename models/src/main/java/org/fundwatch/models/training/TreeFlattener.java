package org.fundwatch.models.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.scoring.FlatTrees;
import org.jspecify.annotations.Nullable;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * Lays an ensemble of Tribuo out in arrays. Tribuo trains two classes with a softmax, one tree a
 * class and round; the log-odds is the sum of the positive class's trees minus the other's. With
 * two classes the gradients of one are the negative of the other's, so both trees split alike: such
 * a pair becomes one tree with the difference of the leaves, any other pair stays two trees.
 */
final class TreeFlattener {

  private static final int CLASSES = 2;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final XGBoostModel<Label> model;
  private final List<Integer> roots = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  private record Node(int feature, float value, int left, boolean missingLeft, float cover) {}

  private TreeFlattener(XGBoostModel<Label> model) {
    this.model = model;
  }

  static FlatTrees flatten(XGBoostModel<Label> model) {
    TreeFlattener flattener = new TreeFlattener(model);
    int positive = model.getOutputIDInfo().getID(new Label(BoostedTrees.POSITIVE));
    Booster booster = model.getInnerModels().get(0);
    try {
      String[] dump = booster.getModelDump("", true, "json");
      for (int i = 0; i < dump.length; i += CLASSES) {
        JsonNode plus = MAPPER.readTree(dump[i + positive]);
        JsonNode minus = MAPPER.readTree(dump[i + 1 - positive]);
        if (alike(plus, minus)) {
          flattener.add(plus, minus, 1);
        } else {
          flattener.add(plus, null, 1);
          flattener.add(minus, null, -1);
        }
      }
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("the trees of XGBoost cannot be read", e);
    } finally {
      booster.dispose();
    }
    return flattener.toTrees();
  }

  private static boolean alike(JsonNode one, JsonNode other) {
    if (one.has("leaf") || other.has("leaf")) {
      return one.has("leaf") && other.has("leaf");
    }
    return one.get("split").equals(other.get("split"))
        && one.get("split_condition").equals(other.get("split_condition"))
        && one.get("missing").equals(other.get("missing"))
        && alike(child(one, "yes"), child(other, "yes"))
        && alike(child(one, "no"), child(other, "no"));
  }

  private static JsonNode child(JsonNode node, String which) {
    int id = node.get(which).intValue();
    for (JsonNode child : node.get("children")) {
      if (child.get("nodeid").intValue() == id) {
        return child;
      }
    }
    throw new IllegalStateException("tree of XGBoost: node %d is missing".formatted(id));
  }

  private record Pending(int place, JsonNode node, @Nullable JsonNode subtracted) {}

  // Breadth first, so that both children of a node get neighbouring places.
  private void add(JsonNode root, @Nullable JsonNode subtracted, int sign) {
    roots.add(nodes.size());
    Deque<Pending> pending = new ArrayDeque<>();
    reserve(pending, root, subtracted);
    while (!pending.isEmpty()) {
      Pending next = pending.remove();
      JsonNode node = next.node();
      JsonNode minus = next.subtracted();
      float cover = node.get("cover").floatValue();
      if (node.has("leaf")) {
        float value =
            sign * number(node.get("leaf")) - (minus == null ? 0 : number(minus.get("leaf")));
        nodes.set(next.place(), new Node(-1, value, 0, false, cover));
      } else {
        int left = nodes.size();
        reserve(pending, child(node, "yes"), minus == null ? null : child(minus, "yes"));
        reserve(pending, child(node, "no"), minus == null ? null : child(minus, "no"));
        boolean missingLeft = node.get("missing").equals(node.get("yes"));
        float threshold = number(node.get("split_condition"));
        nodes.set(next.place(), new Node(column(node), threshold, left, missingLeft, cover));
      }
    }
  }

  private void reserve(Deque<Pending> pending, JsonNode node, @Nullable JsonNode subtracted) {
    pending.add(new Pending(nodes.size(), node, subtracted));
    nodes.add(new Node(-1, 0, 0, false, 0));
  }

  // The dump names features by the numbers that Tribuo gave them.
  private int column(JsonNode node) {
    int id = Integer.parseInt(node.get("split").textValue().substring(1));
    return FeatureSchema.indexOf(model.getFeatureIDMap().get(id).getName());
  }

  // Printed with nine digits: parsed as a float it is the float that was printed.
  private static float number(JsonNode node) {
    return Float.parseFloat(node.asText());
  }

  private FlatTrees toTrees() {
    int n = nodes.size();
    float[] value = new float[n];
    float[] cover = new float[n];
    for (int i = 0; i < n; i++) {
      value[i] = nodes.get(i).value();
      cover[i] = nodes.get(i).cover();
    }
    return new FlatTrees(
        roots.stream().mapToInt(Integer::intValue).toArray(),
        nodes.stream().mapToInt(Node::feature).toArray(),
        value,
        nodes.stream().mapToInt(Node::left).toArray(),
        nodes.stream().mapToInt(node -> node.missingLeft() ? 1 : 0).toArray(),
        cover);
  }
}
