package org.fundwatch.alertapi.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/changes")
@Tag(name = "changes", description = "Changes of alerts and cases as they happen")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class ChangeController {
  private final ChangeFeed feed;

  ChangeController(ChangeFeed feed) {
    this.feed = feed;
  }

  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Changes of alerts and cases as they happen (server-sent events)",
      description =
          "Events `alert` and `case` name what has changed; `ready` says that the stream has begun,"
              + " `reset` that lists have to be read anew. Sends what was missed to who comes back"
              + " with Last-Event-ID, and ends after ten minutes so that rights are looked at anew.")
  SseEmitter changes(
      @Parameter(description = "Id of the last event seen; browsers send it by themselves")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Size(max = 1000)
          @Nullable String last,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    feed.requireRoom(caller);
    // The head goes out on the request's own thread. Else the first event sends it from another one
    // while filters still write headers here: two threads in Tomcat's table of headers break it,
    // which shows only when the line is closed and the table is used for somebody else.
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.flushBuffer();
    return feed.subscribe(caller, last);
  }
}
