package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the search node. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
  private static final int CONNECT_MILLIS = 2_000;

  @Bean
  RestClient restClient(ElasticsearchSettings settings) {
    var builder =
        RestClient.builder(HttpHost.create(settings.url().toString()))
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(Math.toIntExact(settings.timeout().toMillis())));
    if (!settings.username().isEmpty()) {
      authenticate(builder, settings);
    }
    return builder.build();
  }

  /**
   * The client's Jackson is version 2, that of Spring is 3; they never see each other's objects.
   */
  @Bean
  ElasticsearchClient elasticsearchClient(RestClient restClient) {
    var json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    return new ElasticsearchClient(
        new RestClientTransport(restClient, new JacksonJsonpMapper(json)));
  }

  private static void authenticate(RestClientBuilder builder, ElasticsearchSettings settings) {
    var credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        AuthScope.ANY, new UsernamePasswordCredentials(settings.username(), settings.password()));
    builder.setHttpClientConfigCallback(http -> http.setDefaultCredentialsProvider(credentials));
  }
}
