package org.fundwatch.alertapi.search;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search node is.
 *
 * @param url of the node or the balancer before it
 * @param username empty for a node without passwords
 * @param password of that user
 * @param indexPrefix before the name of each index, so that installations can share a cluster
 * @param timeout of one request
 * @param cursorLife how long a page's cursor stays good after it was used last
 * @param alertsRefresh how soon a written alert is found by searches; each refresh costs the node
 *     some milliseconds, and only one after a change costs anything
 */
@ConfigurationProperties("fundwatch.elasticsearch")
public record ElasticsearchSettings(
    @DefaultValue("http://127.0.0.1:9200") URI url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("fundwatch-") String indexPrefix,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("5m") Duration cursorLife,
    @DefaultValue("100ms") Duration alertsRefresh) {}
