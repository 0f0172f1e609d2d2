package arenad.typed;

import arenad.text.Span;
import arenad.type.Type;

/// That a body names a channel. One identifier belongs to one type in the whole program.
///
/// @param type of the messages
/// @param span of the channel, `Channel<T, "id">`
public record ChannelUse(String identifier, Type type, Span span) {}
