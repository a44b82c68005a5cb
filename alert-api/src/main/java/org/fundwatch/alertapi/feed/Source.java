package org.fundwatch.alertapi.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.search.Indices;

/** What changes are told of. */
enum Source {
  /** Alerts, whether the machine or people have changed them. */
  ALERT(Indices.Name.ALERTS, "alert.region") {
    @Override
    List<String> fields() {
      return List.of(
          "alert.id",
          "alert.version",
          "alert.status",
          "alert.region",
          "triage.state",
          "triage.revision");
    }

    @Override
    Change change(JsonNode document) {
      var alert = document.path("alert");
      var triage = document.path("triage");
      var tag = new EntityTag(alert.path("version").asInt(), triage.path("revision").asInt());
      return new Change(
          alert.path("id").asText(),
          tag.header(),
          alert.path("status").asText(),
          triage.path("state").asText());
    }

    @Override
    String region(JsonNode document) {
      return document.path("alert").path("region").asText();
    }
  },
  /** Cases. */
  CASE(Indices.Name.CASES, "region") {
    @Override
    List<String> fields() {
      return List.of("id", "sequence", "state", "region");
    }

    @Override
    Change change(JsonNode document) {
      return new Change(
          document.path("id").asText(),
          Revision.tag(document.path("sequence").asInt()),
          "",
          document.path("state").asText());
    }

    @Override
    String region(JsonNode document) {
      return document.path("region").asText();
    }
  };

  private final Indices.Name index;
  private final String regionField;

  Source(Indices.Name index, String regionField) {
    this.index = index;
    this.regionField = regionField;
  }

  Indices.Name index() {
    return index;
  }

  String regionField() {
    return regionField;
  }

  /** What is read of a document. */
  abstract List<String> fields();

  abstract Change change(JsonNode document);

  abstract String region(JsonNode document);
}
