package org.fundwatch.notebooks.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Starts the kernel as Jupyter does and speaks Jupyter's wire protocol (5.3) with it. */
final class KernelClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "fundwatch-test";
  private static final int TIMEOUT_MILLIS = 300_000;

  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket iopub;
  private final Process process;

  KernelClient(Path folder, Map<String, String> environment) throws IOException {
    int[] ports = freePorts(5);
    Path connection =
        Files.writeString(
            folder.resolve("connection.json"),
            JSON.writeValueAsString(
                Map.of(
                    "ip",
                    "127.0.0.1",
                    "transport",
                    "tcp",
                    "signature_scheme",
                    "hmac-sha256",
                    "key",
                    KEY,
                    "shell_port",
                    ports[0],
                    "iopub_port",
                    ports[1],
                    "stdin_port",
                    ports[2],
                    "control_port",
                    ports[3],
                    "hb_port",
                    ports[4])));
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Duser.timezone=Asia/Shanghai",
            "-cp",
            System.getProperty("java.class.path"),
            KernelMain.class.getName(),
            connection.toString());
    command.environment().putAll(environment);
    command.redirectErrorStream(true).redirectOutput(new File(folder.toFile(), "kernel.log"));
    process = command.start();
    iopub = connect(SocketType.SUB, ports[1]);
    iopub.subscribe(new byte[0]);
    shell = connect(SocketType.DEALER, ports[0]);
    handshake();
  }

  /** The outputs of one cell, in nbformat's shape. */
  ArrayNode run(String source) throws IOException {
    ObjectNode content = JSON.createObjectNode();
    content.put("code", source).put("silent", false).put("store_history", true);
    content.put("allow_stdin", false).put("stop_on_error", true);
    content.putObject("user_expressions");
    String id = send("execute_request", content);
    ArrayNode outputs = JSON.createArrayNode();
    while (true) {
      List<JsonNode> message = receive(iopub);
      if (!message.get(1).path("msg_id").asText().equals(id)) {
        continue;
      }
      String type = message.get(0).path("msg_type").asText();
      ObjectNode output = (ObjectNode) message.get(3);
      if (type.equals("status") && output.path("execution_state").asText().equals("idle")) {
        return outputs;
      }
      if (List.of("stream", "display_data", "execute_result", "error").contains(type)) {
        output.put("output_type", type);
        output.remove("transient");
        outputs.add(output);
      }
    }
  }

  @Override
  public void close() {
    context.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  // The subscription reaches the kernel some time after connect: ask until its answer is seen.
  private void handshake() throws IOException {
    iopub.setReceiveTimeOut(500);
    for (int attempt = 0; attempt < 120; attempt++) {
      send("kernel_info_request", JSON.createObjectNode());
      if (iopub.recv() != null) {
        iopub.setReceiveTimeOut(TIMEOUT_MILLIS);
        while (iopub.hasReceiveMore()) {
          iopub.recv();
        }
        return;
      }
      if (!process.isAlive()) {
        throw new IOException("the kernel ended with code " + process.exitValue());
      }
    }
    throw new IOException("the kernel did not answer");
  }

  private ZMQ.Socket connect(SocketType type, int port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(TIMEOUT_MILLIS);
    socket.setLinger(0);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  private String send(String type, JsonNode content) throws IOException {
    String id = UUID.randomUUID().toString();
    ObjectNode header = JSON.createObjectNode();
    header.put("msg_id", id).put("username", "test").put("session", "test");
    header.put("date", "2026-11-22T00:00:00.000000Z").put("msg_type", type).put("version", "5.3");
    List<String> parts =
        List.of(JSON.writeValueAsString(header), "{}", "{}", JSON.writeValueAsString(content));
    shell.sendMore("<IDS|MSG>");
    shell.sendMore(sign(parts));
    for (int i = 0; i < parts.size() - 1; i++) {
      shell.sendMore(parts.get(i).getBytes(StandardCharsets.UTF_8));
    }
    shell.send(parts.get(3).getBytes(StandardCharsets.UTF_8));
    return id;
  }

  /** Header, parent header, metadata and content of the next message. */
  private static List<JsonNode> receive(ZMQ.Socket socket) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv();
      if (frame == null) {
        throw new IOException("no answer in " + TIMEOUT_MILLIS + " ms");
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    int delimiter = 0;
    while (!new String(frames.get(delimiter), StandardCharsets.UTF_8).equals("<IDS|MSG>")) {
      delimiter++;
    }
    List<JsonNode> parts = new ArrayList<>();
    for (int i = delimiter + 2; i < delimiter + 6; i++) {
      parts.add(JSON.readTree(frames.get(i)));
    }
    return parts;
  }

  private static String sign(List<String> parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int[] freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    int[] ports = new int[count];
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0);
      sockets.add(socket);
      ports[i] = socket.getLocalPort();
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }
}
