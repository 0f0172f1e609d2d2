package arenad.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.eclipse.lsp4j.InitializeParams;
import org.jspecify.annotations.Nullable;

/// What an editor says of itself beyond the protocol, in `initializationOptions`.
///
/// @param showsRelatedInformation whether a user sees the related places of a diagnostic. Others, which
///     claim so in their capabilities and drop them, find the chain of reasons on hover
record EditorAbilities(boolean showsRelatedInformation) {
  static final EditorAbilities UNKNOWN = new EditorAbilities(false);

  static EditorAbilities of(InitializeParams params) {
    return params.getInitializationOptions() instanceof JsonObject options
        ? new EditorAbilities(isTrue(options.get("showsRelatedInformation")))
        : UNKNOWN;
  }

  private static boolean isTrue(@Nullable JsonElement value) {
    return value != null
        && value.isJsonPrimitive()
        && value.getAsJsonPrimitive().isBoolean()
        && value.getAsBoolean();
  }
}
