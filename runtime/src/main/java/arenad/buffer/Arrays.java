package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// `Array<T>`: the address of a [BufferHeader] whose storage holds the elements side by side.
///
/// The methods move addresses; loading and storing an element is up to the caller, who knows its type and passes its size, a constant
/// there. An element's address is good until the array grows or shrinks.
public final class Arrays {
  /// Elements that the first growth makes room for.
  private static final int FIRST_CAPACITY = 4;

  private Arrays() {}

  /// `Array<T>.new(a, capacity)`.
  public static long create(Context context, long arena, int elementSize, int capacity) {
    long array = BufferHeader.create(context, arena, elementSize);
    reserve(array, capacity, elementSize);
    return array;
  }

  /// An array that belongs to the frame in which it is made.
  public static long createTemp(Context context, int elementSize, int capacity) {
    long array = BufferHeader.createTemp(context, elementSize);
    reserve(array, capacity, elementSize);
    return array;
  }

  /// The arena that an array belongs to; the thread's frame memory if it is a temporary.
  public static long arenaOf(long array) {
    return i64(array + BufferHeader.ARENA);
  }

  /// `xs.length`.
  public static int length(long array) {
    return i32(array + BufferHeader.LENGTH);
  }

  /// The address of `xs[index]`, or a panic.
  public static long at(long array, int index, int elementSize) {
    int length = length(array);
    if (Integer.compareUnsigned(index, length) >= 0) {
      throw Panics.indexOutOfRange(index, length);
    }
    return element(array, index, elementSize);
  }

  /// The address of `xs.get(index)`, 0 if there is no such element.
  public static long find(long array, int index, int elementSize) {
    return Integer.compareUnsigned(index, length(array)) >= 0
        ? 0
        : element(array, index, elementSize);
  }

  private static long element(long array, int index, int elementSize) {
    return i64(array + BufferHeader.DATA) + (long) index * elementSize;
  }

  /// The address of a new last element.
  public static long push(long array, int elementSize) {
    int length = length(array);
    if (length == i32(array + BufferHeader.CAPACITY)) {
      grow(array, length + 1L, elementSize);
    }
    putI32(array + BufferHeader.LENGTH, length + 1);
    return element(array, length, elementSize);
  }

  /// The address of what was the last element, 0 if there was none.
  public static long pop(long array, int elementSize) {
    int last = length(array) - 1;
    if (last < 0) {
      return 0;
    }
    putI32(array + BufferHeader.LENGTH, last);
    return element(array, last, elementSize);
  }

  /// The address of a new element at an index from 0 to the length.
  public static long insert(long array, int index, int elementSize) {
    int length = length(array);
    if (Integer.compareUnsigned(index, length) > 0) {
      throw Panics.indexOutOfRange(index, length);
    }
    push(array, elementSize);
    long address = element(array, index, elementSize);
    Memory.move(address, address + elementSize, (long) (length - index) * elementSize);
    return address;
  }

  /// Closes the gap of an element that the caller has read.
  public static void removeAt(long array, int index, int elementSize) {
    long address = at(array, index, elementSize);
    int left = length(array) - index - 1;
    Memory.move(address + elementSize, address, (long) left * elementSize);
    putI32(array + BufferHeader.LENGTH, index + left);
  }

  /// `xs.clear()`; the storage stays.
  public static void clear(long array) {
    putI32(array + BufferHeader.LENGTH, 0);
  }

  /// `xs.reserve(n)`: room for so many elements in all.
  public static void reserve(long array, int capacity, int elementSize) {
    if (capacity < 0) {
      throw Panics.negativeLength(capacity);
    }
    if (capacity > i32(array + BufferHeader.CAPACITY)) {
      setCapacity(array, capacity, elementSize);
    }
  }

  /// Room for a number of elements, and more, so that adding one by one costs constant time each.
  static void grow(long array, long needed, int elementSize) {
    if (needed > Integer.MAX_VALUE) {
      throw Panics.tooLarge("array");
    }
    long doubled = Math.max(2L * i32(array + BufferHeader.CAPACITY), FIRST_CAPACITY);
    setCapacity(array, (int) Math.min(Math.max(doubled, needed), Integer.MAX_VALUE), elementSize);
  }

  private static void setCapacity(long array, int capacity, int elementSize) {
    long bytes = Math.max((long) capacity * elementSize, 1);
    long data = i64(array + BufferHeader.DATA);
    long before = data == 0 ? 0 : (long) i32(array + BufferHeader.CAPACITY) * elementSize;
    BufferHeader.stored(array, before, bytes);
    putI64(array + BufferHeader.DATA, Memory.reallocate(data, bytes));
    putI32(array + BufferHeader.CAPACITY, capacity);
  }

  /// `xs.reverse()`, in place.
  public static void reverse(Context context, long array, int elementSize) {
    long mark = context.mark();
    long spare = context.tempAlloc(elementSize + 7 & -8);
    long low = i64(array + BufferHeader.DATA);
    long high = low + (long) (length(array) - 1) * elementSize;
    for (; low < high; low += elementSize, high -= elementSize) {
      Memory.copy(low, spare, elementSize);
      Memory.copy(high, low, elementSize);
      Memory.copy(spare, high, elementSize);
    }
    context.release(mark);
  }
}
