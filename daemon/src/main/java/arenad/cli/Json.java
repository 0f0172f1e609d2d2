package arenad.cli;

import arenad.diagnostic.Located;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.text.LineColumn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/// The objects that `--json` prints, one a line.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array(Collection<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(array::add);
    return array;
  }

  static String line(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A diagnostic, its positions as LSP counts them.
  static ObjectNode diagnostic(LocatedDiagnostic diagnostic) {
    ObjectNode object = object();
    object.put("file", diagnostic.primary().file());
    object.put("code", diagnostic.code().name());
    object.put("severity", diagnostic.severity().word());
    object.put("message", diagnostic.message());
    object.set("range", range(diagnostic.primary()));
    ArrayNode related = object.putArray("related");
    for (LocatedDiagnostic.Step step : diagnostic.related()) {
      ObjectNode each = related.addObject();
      each.put("file", step.place().file());
      each.set("range", range(step.place()));
      each.put("message", step.message());
    }
    ArrayNode fixes = object.putArray("fixes");
    diagnostic.fixes().forEach(fix -> fixes.add(fix(fix)));
    return object;
  }

  private static ObjectNode fix(LocatedDiagnostic.LocatedFix fix) {
    ObjectNode object = object();
    object.put("title", fix.title());
    ArrayNode edits = object.putArray("edits");
    for (LocatedDiagnostic.LocatedEdit edit : fix.edits()) {
      ObjectNode each = edits.addObject();
      each.put("file", edit.place().file());
      each.set("range", range(edit.place()));
      each.put("newText", edit.newText());
    }
    return object;
  }

  private static ObjectNode range(Located place) {
    ObjectNode range = object();
    range.set("start", position(place.from()));
    range.set("end", position(place.to()));
    return range;
  }

  private static ObjectNode position(LineColumn position) {
    return object().put("line", position.line()).put("character", position.column());
  }
}
