package org.fundwatch.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.embedded.Http;
import org.fundwatch.embedded.TopicSpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ExtensionsIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  @RegisterExtension
  static final ElasticsearchExtension ELASTICSEARCH = new ElasticsearchExtension();

  @Test
  void prefix_ofThisClass_namesTopicsAndIndices() throws Exception {
    KAFKA.ensureTopics(TopicSpec.of(KAFKA.prefix() + "alerts", 1));
    Http.put(ELASTICSEARCH.node(), "/" + ELASTICSEARCH.prefix() + "alerts", "{}");

    assertThat(KAFKA.prefix()).matches("extensionsit-\\d+-");
    assertThat(ELASTICSEARCH.prefix()).matches("extensionsit-\\d+-");
  }

  /** Another test class of the same run. */
  @Nested
  final class SecondClass {
    @RegisterExtension static final KafkaExtension OTHER_KAFKA = new KafkaExtension();

    @RegisterExtension
    static final ElasticsearchExtension OTHER_ELASTICSEARCH = new ElasticsearchExtension();

    @Test
    void server_ofSecondClass_isTheSameWithAnotherPrefix() {
      assertThat(OTHER_KAFKA.broker()).isSameAs(KAFKA.broker());
      assertThat(OTHER_KAFKA.prefix()).startsWith("secondclass-");
      assertThat(OTHER_ELASTICSEARCH.node()).isSameAs(ELASTICSEARCH.node());
      assertThat(OTHER_ELASTICSEARCH.url()).isEqualTo(ELASTICSEARCH.url());
    }
  }
}
