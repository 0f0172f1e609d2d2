package arenad.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How long it takes from an edit in an editor until the diagnostics of that version are there, on a
/// generated project, through a real `arenad lsp` and its daemon. Figures are for people; tests count
/// symbols instead.
///
/// Each edit changes one body: it plants a type error, or mends it.
public final class EditToDiagnostics {
  private static final int WARM_UP = 60;
  private static final int COUNTED = 60;

  private final InputStream in;
  private final OutputStream out;

  private EditToDiagnostics(Process process) {
    this.in = new BufferedInputStream(process.getInputStream());
    this.out = process.getOutputStream();
  }

  /// `EditToDiagnostics ARENAD FOLDER LINES`: prints the median and the worst of the counted edits.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    GeneratedProject.write(folder, Integer.parseInt(arguments[2]));
    Process process =
        new ProcessBuilder(List.of(arguments[0], "lsp"))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      new EditToDiagnostics(process).measure(folder, arguments[2]);
    } finally {
      process.destroy();
    }
  }

  private void measure(Path folder, String lines) throws IOException {
    long begin = System.nanoTime();
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{},"
            + "\"rootUri\":\"%s\"}}".formatted(folder.toUri()));
    Path file = folder.resolve("src/m3.arena");
    String uri = file.toUri().toString();
    String right = Files.readString(file);
    String wrong = right.replaceFirst("return total;", "return \"total\";");
    send("{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
    send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":"
            + "{\"uri\":\"%s\",\"languageId\":\"arena\",\"version\":1,\"text\":%s}}}"
                .formatted(uri, quoted(right)));
    await(uri, 1);
    double cold = (System.nanoTime() - begin) / 1e9;
    double[] millis = new double[COUNTED];
    for (int i = 0; i < WARM_UP + COUNTED; i++) {
      int version = i + 2;
      long start = System.nanoTime();
      send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":"
              + "{\"uri\":\"%s\",\"version\":%d},\"contentChanges\":[{\"text\":%s}]}}"
                  .formatted(uri, version, quoted(i % 2 == 0 ? wrong : right)));
      await(uri, version);
      if (i >= WARM_UP) {
        millis[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%s lines: first diagnostics %.1f s; edit to diagnostics median %.1f ms, worst %.1f ms%n",
        lines, cold, millis[COUNTED / 2], millis[COUNTED - 1]);
  }

  private void send(String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  /// Reads until the diagnostics of that version of the document are there.
  private void await(String uri, int version) throws IOException {
    String ours = "\"uri\":\"" + uri + "\"";
    while (true) {
      String message = message();
      boolean published = message.contains("textDocument/publishDiagnostics");
      if (published && message.contains(ours) && message.contains("\"version\":" + version)) {
        return;
      }
    }
  }

  private String message() throws IOException {
    StringBuilder header = new StringBuilder();
    while (header.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the language server has ended");
      }
      header.append((char) next);
    }
    String length = header.substring(header.indexOf(":") + 1, header.indexOf("\r"));
    return new String(in.readNBytes(Integer.parseInt(length.strip())), StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return "\"" + escaped + "\"";
  }
}
