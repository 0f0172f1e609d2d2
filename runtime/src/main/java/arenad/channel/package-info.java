/// Threads of a program and the channels between them.
///
/// Here: starting threads, queues of messages, waiting, and finding out that nobody is left who could send. Not here: how a message
/// is copied (`buffer`), how a program ends (`launch`). May import: memory, panic.
///
/// A message is an arena that nobody holds and an address in it: the sender lets go of the arena, the receiver adopts it.
@org.jspecify.annotations.NullMarked
package arenad.channel;
