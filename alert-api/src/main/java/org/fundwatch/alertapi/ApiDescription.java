package org.fundwatch.alertapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.fundwatch.alertapi.security.Caller;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String BASIC = "basic";

  static {
    // Comes from the sign-in, not from the request.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Fundwatch alert API")
                .version("v1")
                .description(
                    "Amounts are in fen, moments in epoch milliseconds. A change sends the ETag of"
                        + " what it was decided on as If-Match: 428 without it, 412 with what"
                        + " changed since when it is outdated. A creation sends an Idempotency-Key:"
                        + " the same again with the same key is answered alike and creates"
                        + " nothing. Mistakes are answered as problem details (RFC 9457) of the"
                        + " types urn:fundwatch:problem:faults, :outdated, :key-reused and"
                        + " :missing, or about:blank where the status says all."))
        // Else the address of the machine that wrote the document would be in it.
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }
}
