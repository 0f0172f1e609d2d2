package arenad.cli;

import arenad.daemon.Frames;
import arenad.daemon.Frames.Frame;
import arenad.daemon.Request;
import arenad.incremental.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A client's streams, at the other end of a connection. When the client has gone, its command is cancelled.
final class FrameConsole implements Console {
  private final Frames.Writer writer;
  private final Request request;
  private final Cancellation cancellation;

  FrameConsole(Frames.Writer writer, Request request, Cancellation cancellation) {
    this.writer = writer;
    this.request = request;
    this.cancellation = cancellation;
  }

  @Override
  public void out(String text) {
    write(new Frame.Out(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void err(String text) {
    write(new Frame.Err(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void write(Frame frame) {
    try {
      writer.write(frame);
    } catch (IOException gone) {
      cancellation.cancel();
    }
  }

  @Override
  public boolean isTerminal() {
    return request.tty();
  }

  @Override
  public int columns() {
    return request.columns();
  }
}
