/// The rooms check: `rooms.txt` read against the class files of all modules.
///
/// Here: the policy's text as data, what a class file uses, the comparison. Not here: any rule; those stand in `rooms.txt`.
@org.jspecify.annotations.NullMarked
package arenad.rooms;
