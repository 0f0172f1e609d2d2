package arenad.jvm.abi;

/// A method of the runtime that generated code calls. All are static but those of [Owner#CONTEXT].
///
/// In the descriptors below `C` stands for the context, `P` for a panic, `S` for a Java string,
/// `H` for a channel, `K` for a class.
public enum RuntimeEntry {
  // off-heap reads and writes
  MEMORY_I8(Owner.MEMORY, "i8", "(J)I"),
  MEMORY_U8(Owner.MEMORY, "u8", "(J)I"),
  MEMORY_I16(Owner.MEMORY, "i16", "(J)I"),
  MEMORY_U16(Owner.MEMORY, "u16", "(J)I"),
  MEMORY_I32(Owner.MEMORY, "i32", "(J)I"),
  MEMORY_I64(Owner.MEMORY, "i64", "(J)J"),
  MEMORY_F32(Owner.MEMORY, "f32", "(J)F"),
  MEMORY_F64(Owner.MEMORY, "f64", "(J)D"),
  MEMORY_PUT_I8(Owner.MEMORY, "putI8", "(JI)V"),
  MEMORY_PUT_I16(Owner.MEMORY, "putI16", "(JI)V"),
  MEMORY_PUT_I32(Owner.MEMORY, "putI32", "(JI)V"),
  MEMORY_PUT_I64(Owner.MEMORY, "putI64", "(JJ)V"),
  MEMORY_PUT_F32(Owner.MEMORY, "putF32", "(JF)V"),
  MEMORY_PUT_F64(Owner.MEMORY, "putF64", "(JD)V"),
  MEMORY_COPY(Owner.MEMORY, "copy", "(JJJ)V"),
  MEMORY_MOVE(Owner.MEMORY, "move", "(JJJ)V"),
  MEMORY_FILL(Owner.MEMORY, "fill", "(JJI)V"),
  // frame memory: instance methods
  CONTEXT_MARK(Owner.CONTEXT, "mark", "()J"),
  CONTEXT_RELEASE(Owner.CONTEXT, "release", "(J)V"),
  CONTEXT_TEMP_ALLOC(Owner.CONTEXT, "tempAlloc", "(J)J"),
  SURVIVORS_MOVES(Owner.SURVIVORS, "moves", "(CJJ)Z"),
  SURVIVORS_SAVE(Owner.SURVIVORS, "save", "(CJJI)J"),
  SURVIVORS_REBASE(Owner.SURVIVORS, "rebase", "(CJ)J"),
  SURVIVORS_RESTORE(Owner.SURVIVORS, "restore", "(CJI)J"),
  // arenas
  ARENAS_NEW_ROOT(Owner.ARENAS, "newRoot", "(C)J"),
  ARENAS_NEW_SUB(Owner.ARENAS, "newSub", "(CJ)J"),
  ARENAS_NEW_REGION(Owner.ARENAS, "newRegion", "(CJ)J"),
  ARENAS_FREE(Owner.ARENAS, "free", "(CJ)V"),
  ARENAS_RESET(Owner.ARENAS, "reset", "(CJ)V"),
  ARENAS_ALLOC(Owner.ARENAS, "alloc", "(CJJ)J"),
  ARENAS_USED(Owner.ARENAS, "used", "(J)J"),
  ARENAS_CAPACITY(Owner.ARENAS, "capacity", "(J)J"),
  ARENAS_ARENA_OF(Owner.ARENAS, "arenaOf", "(J)J"),
  // memory that lives as long as the process
  LITERALS_ALLOCATE(Owner.LITERALS, "allocate", "(J)J"),
  LITERALS_STORE(Owner.LITERALS, "store", "(JS)J"),
  REGIONS_NAME(Owner.REGIONS, "name", "(S)V"),
  // panics: made here, thrown by the caller
  PANICS_NULL_VALUE(Owner.PANICS, "nullValue", "()P"),
  PANICS_UNREACHABLE(Owner.PANICS, "unreachable", "()P"),
  // checks that panic
  CHECKS_INDEX(Owner.CHECKS, "index", "(II)I"),
  CHECKS_PANIC(Owner.CHECKS, "panic", "(JI)P"),
  // arithmetic that the JVM has no instruction for
  NUMBERS_F64_TO_I8(Owner.NUMBERS, "f64ToI8", "(D)I"),
  NUMBERS_F64_TO_I16(Owner.NUMBERS, "f64ToI16", "(D)I"),
  NUMBERS_F64_TO_U8(Owner.NUMBERS, "f64ToU8", "(D)I"),
  NUMBERS_F64_TO_U16(Owner.NUMBERS, "f64ToU16", "(D)I"),
  NUMBERS_F64_TO_U32(Owner.NUMBERS, "f64ToU32", "(D)I"),
  NUMBERS_F64_TO_U64(Owner.NUMBERS, "f64ToU64", "(D)J"),
  NUMBERS_U64_TO_F64(Owner.NUMBERS, "u64ToF64", "(J)D"),
  NUMBERS_U64_TO_F32(Owner.NUMBERS, "u64ToF32", "(J)F"),
  NUMBERS_TO_CHAR(Owner.NUMBERS, "toChar", "(J)I"),
  NUMBERS_ROUND(Owner.NUMBERS, "round", "(D)D"),
  // f-strings and printing
  TEXT_BEGIN(Owner.TEXT, "begin", "(C)V"),
  TEXT_BEGIN_IN(Owner.TEXT, "beginIn", "(CJ)V"),
  TEXT_END(Owner.TEXT, "end", "(C)J"),
  TEXT_END_IN(Owner.TEXT, "endIn", "(C)V"),
  TEXT_PRINT(Owner.TEXT, "print", "(C)V"),
  TEXT_LOG(Owner.TEXT, "log", "(C)V"),
  TEXT_APPEND_STRING(Owner.TEXT, "appendString", "(CJI)V"),
  TEXT_APPEND_BOOL(Owner.TEXT, "appendBool", "(CZ)V"),
  TEXT_APPEND_CHAR(Owner.TEXT, "appendChar", "(CI)V"),
  TEXT_APPEND_I32(Owner.TEXT, "appendI32", "(CI)V"),
  TEXT_APPEND_U32(Owner.TEXT, "appendU32", "(CI)V"),
  TEXT_APPEND_I64(Owner.TEXT, "appendI64", "(CJ)V"),
  TEXT_APPEND_U64(Owner.TEXT, "appendU64", "(CJ)V"),
  TEXT_APPEND_F32(Owner.TEXT, "appendF32", "(CF)V"),
  TEXT_APPEND_F64(Owner.TEXT, "appendF64", "(CD)V"),
  TEXT_APPEND_NULL(Owner.TEXT, "appendNull", "(C)V"),
  TEXT_FORMAT_STRING(Owner.TEXT, "formatString", "(CJIJ)V"),
  TEXT_FORMAT_BOOL(Owner.TEXT, "formatBool", "(CZJ)V"),
  TEXT_FORMAT_CHAR(Owner.TEXT, "formatChar", "(CIJ)V"),
  TEXT_FORMAT_I32(Owner.TEXT, "formatI32", "(CIJ)V"),
  TEXT_FORMAT_U32(Owner.TEXT, "formatU32", "(CIJ)V"),
  TEXT_FORMAT_I64(Owner.TEXT, "formatI64", "(CJJ)V"),
  TEXT_FORMAT_U64(Owner.TEXT, "formatU64", "(CJJ)V"),
  TEXT_FORMAT_F32(Owner.TEXT, "formatF32", "(CFJ)V"),
  TEXT_FORMAT_F64(Owner.TEXT, "formatF64", "(CDJ)V"),
  TEXT_FORMAT_NULL(Owner.TEXT, "formatNull", "(CJ)V"),
  // output
  OUTPUT_PRINT(Owner.OUTPUT, "print", "(JI)V"),
  OUTPUT_LOG(Owner.OUTPUT, "log", "(JI)V"),
  // the command line
  ARGS_ALL(Owner.ARGS, "all", "(CJ)J"),
  // strings
  STRINGS_EQUAL(Owner.STRINGS, "equal", "(JIJI)Z"),
  STRINGS_COMPARE(Owner.STRINGS, "compare", "(JIJI)I"),
  STRINGS_BYTE_AT(Owner.STRINGS, "byteAt", "(JII)I"),
  STRINGS_CONCAT(Owner.STRINGS, "concat", "(CJIJI)J"),
  STRINGS_SLICE(Owner.STRINGS, "slice", "(CJIII)J"),
  STRINGS_INDEX_OF(Owner.STRINGS, "indexOf", "(JIJI)I"),
  STRINGS_CONTAINS(Owner.STRINGS, "contains", "(JIJI)Z"),
  STRINGS_STARTS_WITH(Owner.STRINGS, "startsWith", "(JIJI)Z"),
  STRINGS_ENDS_WITH(Owner.STRINGS, "endsWith", "(JIJI)Z"),
  STRINGS_SPLIT(Owner.STRINGS, "split", "(CJIJI)J"),
  STRINGS_TRIM(Owner.STRINGS, "trim", "(CJI)J"),
  STRINGS_REPLACE(Owner.STRINGS, "replace", "(CJIJIJI)J"),
  STRINGS_UPPER(Owner.STRINGS, "upper", "(CJI)J"),
  STRINGS_LOWER(Owner.STRINGS, "lower", "(CJI)J"),
  STRINGS_TO_I32(Owner.STRINGS, "toI32", "(CJI)I"),
  STRINGS_TO_I64(Owner.STRINGS, "toI64", "(CJI)J"),
  STRINGS_TO_F64(Owner.STRINGS, "toF64", "(CJI)D"),
  STRINGS_COPY(Owner.STRINGS, "copy", "(CJJI)J"),
  // methods of Java
  EXTERNS_TEXT(Owner.EXTERNS, "text", "(JI)S"),
  EXTERNS_KEEP_TEXT(Owner.EXTERNS, "keepText", "(CSS)I"),
  EXTERNS_KEEP_OPTIONAL_TEXT(Owner.EXTERNS, "keepOptionalText", "(CS)I"),
  EXTERNS_TAKE_TEXT(Owner.EXTERNS, "takeText", "(CI)J"),
  EXTERNS_LEND(Owner.EXTERNS, "lend", "(CJII)" + RuntimeEntry.SEGMENT),
  EXTERNS_TAKE_BACK(Owner.EXTERNS, "takeBack", "(C)V"),
  EXTERNS_FAILED(Owner.EXTERNS, "failed", "(SLjava/lang/Throwable;)P"),
  // characters
  UTF8_DECODE(Owner.UTF8, "decode", "(J)I"),
  UTF8_WIDTH(Owner.UTF8, "width", "(I)I"),
  // growable arrays
  ARRAYS_CREATE(Owner.ARRAYS, "create", "(CJII)J"),
  ARRAYS_ARENA_OF(Owner.ARRAYS, "arenaOf", "(J)J"),
  ARRAYS_LENGTH(Owner.ARRAYS, "length", "(J)I"),
  ARRAYS_AT(Owner.ARRAYS, "at", "(JII)J"),
  ARRAYS_FIND(Owner.ARRAYS, "find", "(JII)J"),
  ARRAYS_PUSH(Owner.ARRAYS, "push", "(JI)J"),
  ARRAYS_POP(Owner.ARRAYS, "pop", "(JI)J"),
  ARRAYS_INSERT(Owner.ARRAYS, "insert", "(JII)J"),
  ARRAYS_REMOVE_AT(Owner.ARRAYS, "removeAt", "(JII)V"),
  ARRAYS_CLEAR(Owner.ARRAYS, "clear", "(J)V"),
  ARRAYS_RESERVE(Owner.ARRAYS, "reserve", "(JII)V"),
  ARRAYS_REVERSE(Owner.ARRAYS, "reverse", "(CJI)V"),
  // maps
  MAPS_CREATE(Owner.MAPS, "create", "(CJII)J"),
  MAPS_LENGTH(Owner.MAPS, "length", "(J)I"),
  MAPS_CLEAR(Owner.MAPS, "clear", "(J)V"),
  MAPS_STAMP(Owner.MAPS, "stamp", "(J)I"),
  MAPS_NEXT(Owner.MAPS, "next", "(JII)I"),
  MAPS_ENTRY(Owner.MAPS, "entry", "(JII)J"),
  MAPS_COLUMN(Owner.MAPS, "column", "(CJII)J"),
  I32_MAPS_FIND(Owner.I32_MAPS, "find", "(JII)J"),
  I32_MAPS_AT(Owner.I32_MAPS, "at", "(JIII)J"),
  I32_MAPS_HAS(Owner.I32_MAPS, "has", "(JII)Z"),
  I32_MAPS_PUT(Owner.I32_MAPS, "put", "(JII)J"),
  I32_MAPS_REMOVE(Owner.I32_MAPS, "remove", "(JII)Z"),
  I64_MAPS_FIND(Owner.I64_MAPS, "find", "(JJI)J"),
  I64_MAPS_AT(Owner.I64_MAPS, "at", "(JJII)J"),
  I64_MAPS_HAS(Owner.I64_MAPS, "has", "(JJI)Z"),
  I64_MAPS_PUT(Owner.I64_MAPS, "put", "(JJI)J"),
  I64_MAPS_REMOVE(Owner.I64_MAPS, "remove", "(JJI)Z"),
  TEXT_MAPS_FIND(Owner.TEXT_MAPS, "find", "(JJII)J"),
  TEXT_MAPS_AT(Owner.TEXT_MAPS, "at", "(JJII)J"),
  TEXT_MAPS_HAS(Owner.TEXT_MAPS, "has", "(JJII)Z"),
  TEXT_MAPS_PUT(Owner.TEXT_MAPS, "put", "(JJII)J"),
  TEXT_MAPS_REMOVE(Owner.TEXT_MAPS, "remove", "(JJII)Z"),
  // spans
  SPANS_ALLOCATE(Owner.SPANS, "allocate", "(CJIII)J"),
  SPANS_SLICE(Owner.SPANS, "slice", "(CJIIII)J"),
  SPANS_REPEAT(Owner.SPANS, "repeat", "(JII)V"),
  // string buffers
  STRING_BUFFERS_CREATE(Owner.STRING_BUFFERS, "create", "(CJI)J"),
  STRING_BUFFERS_APPEND(Owner.STRING_BUFFERS, "append", "(JJI)V"),
  STRING_BUFFERS_LENGTH(Owner.STRING_BUFFERS, "length", "(J)I"),
  STRING_BUFFERS_CLEAR(Owner.STRING_BUFFERS, "clear", "(J)V"),
  STRING_BUFFERS_TO_STRING(Owner.STRING_BUFFERS, "toString", "(CJJ)J"),
  // byte buffers
  BYTE_BUFFERS_APPEND8(Owner.BYTE_BUFFERS, "append8", "(JI)V"),
  BYTE_BUFFERS_APPEND16(Owner.BYTE_BUFFERS, "append16", "(JI)V"),
  BYTE_BUFFERS_APPEND32(Owner.BYTE_BUFFERS, "append32", "(JI)V"),
  BYTE_BUFFERS_APPEND64(Owner.BYTE_BUFFERS, "append64", "(JJ)V"),
  BYTE_BUFFERS_APPEND_CHAR(Owner.BYTE_BUFFERS, "appendChar", "(JI)V"),
  BYTE_BUFFERS_APPEND_BUFFER(Owner.BYTE_BUFFERS, "appendBuffer", "(JJ)V"),
  BYTE_BUFFERS_TO_STRING(Owner.BYTE_BUFFERS, "toString", "(CJJ)J"),
  // deep copies
  CLONES_OBJECT(Owner.CLONES, "object", "(CJJJI)J"),
  CLONES_ARRAY(Owner.CLONES, "array", "(CJJJI)J"),
  CLONES_SPAN(Owner.CLONES, "span", "(CJJIJI)J"),
  CLONES_MAP(Owner.CLONES, "map", "(CJJJI)J"),
  CLONES_IN_PLACE(Owner.CLONES, "inPlace", "(CJJJI)V"),
  // memory that a handle owns
  OWNERS_OWNED(Owner.OWNERS, "owned", "(CJJII)J"),
  OWNERS_SHARED(Owner.OWNERS, "shared", "(CJJII)J"),
  OWNERS_CONTENT(Owner.OWNERS, "content", "(J)J"),
  OWNERS_COUNT(Owner.OWNERS, "count", "(J)I"),
  OWNERS_WEAK(Owner.OWNERS, "weak", "(J)J"),
  OWNERS_UPGRADE(Owner.OWNERS, "upgrade", "(J)J"),
  OWNERS_RETAIN(Owner.OWNERS, "retain", "(JJI)V"),
  OWNERS_DROP(Owner.OWNERS, "drop", "(CJJI)V"),
  OWNERS_SEAL(Owner.OWNERS, "seal", "(JJ)J"),
  OWNERS_BYTES(Owner.OWNERS, "bytes", "(J)J"),
  OWNERS_COMPACT(Owner.OWNERS, "compact", "(CJJI)J"),
  // threads and channels
  CHANNELS_OF(Owner.CHANNELS, "of", "(S)H"),
  CHANNELS_SEND(Owner.CHANNELS, "send", "(CJJIHI)V"),
  CHANNELS_RECEIVE(Owner.CHANNELS, "receive", "(CH)J"),
  CHANNELS_TRY_RECEIVE(Owner.CHANNELS, "tryReceive", "(CH)J"),
  CHANNELS_TRY_RECEIVE_UNION(Owner.CHANNELS, "tryReceiveUnion", "(CH)J"),
  CHANNELS_SEND_REGION(Owner.CHANNELS, "sendRegion", "(CJH)V"),
  CHANNELS_RECEIVE_REGION(Owner.CHANNELS, "receiveRegion", "(CH)J"),
  CHANNELS_TRY_RECEIVE_REGION(Owner.CHANNELS, "tryReceiveRegion", "(CH)J"),
  THREADS_SPAWN(Owner.THREADS, "spawn", "(KSS)V"),
  // the end of the program
  EXIT_NOW(Owner.EXIT, "now", "(I)V");

  /// A channel, as the runtime knows it.
  public static final String CHANNEL = "Larenad/channel/Channel;";

  /// What a span is for Java.
  public static final String SEGMENT = "Ljava/lang/foreign/MemorySegment;";

  private final Owner owner;
  private final String method;
  private final String descriptor;

  RuntimeEntry(Owner owner, String method, String shortDescriptor) {
    this.owner = owner;
    this.method = method;
    this.descriptor =
        shortDescriptor
            .replace(SEGMENT, "M")
            .replace("C", Context.DESCRIPTOR)
            .replace("P", "Larenad/panic/Panic;")
            .replace("S", "Ljava/lang/String;")
            .replace("M", SEGMENT)
            .replace("H", CHANNEL)
            .replace("K", "Ljava/lang/Class;");
  }

  public Owner owner() {
    return owner;
  }

  public String method() {
    return method;
  }

  /// The JVM descriptor.
  public String descriptor() {
    return descriptor;
  }

  /// Whether it is an instance method, whose receiver is pushed first.
  public boolean isVirtual() {
    return owner == Owner.CONTEXT;
  }

  /// Whether its first parameter is the context.
  public boolean takesContext() {
    return descriptor.startsWith("(" + Context.DESCRIPTOR);
  }

  /// Whether it hands back a panic for the caller to throw.
  public boolean makesPanic() {
    return descriptor.endsWith("Panic;");
  }

  /// The classes that the entries belong to.
  public enum Owner {
    MEMORY("arenad/memory/Memory"),
    CONTEXT("arenad/memory/Context"),
    SURVIVORS("arenad/memory/Survivors"),
    ARENAS("arenad/memory/Arenas"),
    LITERALS("arenad/memory/Literals"),
    REGIONS("arenad/memory/Regions"),
    PANICS("arenad/panic/Panics"),
    CHECKS("arenad/std/Checks"),
    NUMBERS("arenad/std/Numbers"),
    TEXT("arenad/std/Text"),
    OUTPUT("arenad/std/Output"),
    ARGS("arenad/std/Args"),
    STRINGS("arenad/std/Strings"),
    UTF8("arenad/std/Utf8"),
    ARRAYS("arenad/buffer/Arrays"),
    MAPS("arenad/buffer/Maps"),
    I32_MAPS("arenad/buffer/I32Maps"),
    I64_MAPS("arenad/buffer/I64Maps"),
    TEXT_MAPS("arenad/buffer/TextMaps"),
    SPANS("arenad/buffer/Spans"),
    STRING_BUFFERS("arenad/buffer/StringBuffers"),
    BYTE_BUFFERS("arenad/std/ByteBuffers"),
    CLONES("arenad/buffer/Clones"),
    EXTERNS("arenad/std/Externs"),
    OWNERS("arenad/buffer/Owners"),
    CHANNELS("arenad/channel/Channels"),
    THREADS("arenad/channel/Threads"),
    EXIT("arenad/launch/Exit");

    private final String internalName;

    Owner(String internalName) {
      this.internalName = internalName;
    }

    /// The class's name as class files write it.
    public String internalName() {
      return internalName;
    }
  }
}
