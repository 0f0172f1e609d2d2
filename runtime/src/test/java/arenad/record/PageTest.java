package arenad.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final String BEGIN = "<script type=\"application/json\" id=\"data\">";

  private static String page(Recorder recorder, String title) throws IOException {
    StringWriter out = new StringWriter();
    Page.write(Picture.of(recorder, new Outcome(title, 0, "")), out);
    return out.toString();
  }

  private static String data(String page) {
    int from = page.indexOf(BEGIN) + BEGIN.length();
    return page.substring(from, page.indexOf("</script>", from));
  }

  private static Recorder recorder(String name) {
    Recorder recorder = new Recorder();
    Lane lane = recorder.laneBegins("main");
    recorder.at(5);
    recorder.opened(lane, 8, 0, Kind.REGION, name, new Site("a.arena:1", "a.main", "", name));
    recorder.allocated(8, 24);
    return recorder;
  }

  @Test
  void thePageIsWholeAndAsksNothingOfTheNetwork() throws IOException {
    String page = page(recorder("frame"), "demo");
    assertTrue(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"), page);
    for (String outside : new String[] {"http:", "https:", "src=", "@import", "url(", "fetch("}) {
      assertFalse(page.contains(outside), outside);
    }
    assertFalse(page.contains("@DATA@") || page.contains("@STYLE@") || page.contains("@SCRIPT@"));
  }

  @Test
  void oddNamesStayText() throws IOException {
    String odd = "</script><b>\"\\\u2028\ud83d\ude00\n@DATA@";
    String data = data(page(recorder(odd), odd));
    assertTrue(data.endsWith("}"), data);
    assertTrue(
        data.contains(
            "\"name\":\"\\u003c/script>\\u003cb>\\\"\\\\\\u2028\\ud83d\\ude00\\u000a@DATA@\""),
        data);
  }

  @Test
  void thePageIsTheSameForTheSameEvents() throws IOException {
    assertEquals(page(recorder("frame"), "x"), page(recorder("frame"), "x"));
  }

  @Test
  void figuresStandInTheData() throws IOException {
    String data = data(page(recorder("frame"), "demo"));
    assertTrue(
        data.startsWith("{\"title\":\"demo\",\"status\":0,\"panic\":\"\",\"duration\":5,"), data);
    assertTrue(
        data.endsWith(
            "\"arenas\":{\"id\":[0],\"parent\":[-1],\"branch\":[0],\"begin\":[5],\"end\":[-1],"
                + "\"allocations\":[1],\"bytes\":[24],\"peak\":[24],\"live\":[24]}}"),
        data);
  }
}
