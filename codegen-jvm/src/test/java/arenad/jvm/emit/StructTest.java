package arenad.jvm.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.memory.Arenas;
import arenad.memory.Memory;
import arenad.type.Type;
import arenad.typed.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values of several scalars, values in memory, objects in arenas.
final class StructTest {

  private static final Type ARENA = new Type.Arena();

  @Test
  void structGoesThroughACallAsScalarsAndComesBackThroughReturnSlots() {
    Ir mirror = new Ir("mirror", Structs.VECTOR);
    IrFunction.Local v = mirror.parameter("v", Structs.VECTOR);
    IrFunction.Local r = mirror.local("r", Structs.VECTOR);
    mirror.assign(
        r,
        Ir.aggregate(
            Structs.VECTOR, f64(Ir.place(v), 2), f64(Ir.place(v), 1), f64(Ir.place(v), 0)));
    Ir f = new Ir("f", Ir.F64);
    IrFunction.Local w = f.local("w", Structs.VECTOR);
    f.assign(
        w,
        Ir.call(
            "mirror",
            Structs.VECTOR,
            Ir.aggregate(Structs.VECTOR, Ir.f64(1), Ir.f64(2), Ir.f64(4))));
    Value weighted =
        Ir.plus(
            operate(Operator.Arithmetic.MULTIPLY, f64(Ir.place(w), 0), Ir.f64(100)),
            Ir.plus(
                operate(Operator.Arithmetic.MULTIPLY, f64(Ir.place(w), 1), Ir.f64(10)),
                f64(Ir.place(w), 2)));
    Loaded module = Loaded.of(mirror.giveBack(Ir.read(r)), f.giveBack(weighted));
    assertEquals(421.0, module.call("f"));
    assertEquals(
        "double mirror(arenad.memory.Context,double,double,double)", signature(module, "mirror"));
  }

  @Test
  void swapOfMembersReadsBothBeforeItWritesEither() {
    for (boolean inArena : new boolean[] {false, true}) {
      Type pair = new Type.Tuple(List.of(Ir.I32, Ir.I32));
      Ir f = new Ir("f", Ir.I32);
      IrFunction.Local arena = f.parameter("arena", ARENA);
      Place place;
      Value first = Ir.aggregate(pair, Ir.i32(3), Ir.i32(7));
      if (inArena) {
        IrFunction.Local p = f.local("p", new Type.Ref(pair));
        f.assign(p, new Value.New(Ir.read(arena), first, p.type(), Ir.HERE));
        place = Ir.object(Ir.read(p));
      } else {
        IrFunction.Local p = f.local("p", pair);
        f.assign(p, first);
        place = Ir.place(p);
      }
      Value second = Ir.read(Ir.member(place, 1, Ir.I32));
      f.assign(place, Ir.aggregate(pair, second, Ir.read(Ir.member(place, 0, Ir.I32))));
      Value result =
          Ir.plus(
              operate(
                  Operator.Arithmetic.MULTIPLY, Ir.read(Ir.member(place, 0, Ir.I32)), Ir.i32(10)),
              Ir.read(Ir.member(place, 1, Ir.I32)));
      Loaded module = Loaded.of(f.giveBack(result));
      assertEquals(73, module.call("f", Arenas.newRoot(module.context())));
    }
  }

  @Test
  void newWritesFieldsWhereTheLayoutPutsThem() {
    Ir f = new Ir("f", new Type.Ref(Structs.NODE));
    IrFunction.Local arena = f.parameter("arena", ARENA);
    Type link = new Type.Optional(new Type.Ref(Structs.NODE));
    Value node = Ir.aggregate(Structs.NODE, Ir.i32(42), Ir.text("äh"), Ir.nothing(link));
    IrFunction.Local r = f.local("r", new Type.Ref(Structs.NODE));
    f.assign(r, new Value.New(Ir.read(arena), node, r.type(), Ir.HERE));
    Loaded module = Loaded.of(f.giveBack(Ir.read(r)));
    long object = (long) module.call("f", Arenas.newRoot(module.context()));
    assertEquals(42, Memory.i32(object));
    assertEquals(3, Memory.i32(object + 16));
    assertEquals(0xC3, Memory.u8(Memory.i64(object + 8)));
    assertEquals(0, Memory.i64(object + 24));
  }

  @Test
  void argumentThatResetsTheArenaComesBeforeTheAllocation() {
    Ir empty = new Ir("empty", Ir.I32);
    IrFunction.Local a = empty.parameter("a", ARENA);
    empty.instruction(new Instruction.Reset(Ir.read(a), Ir.HERE));
    Ir f = new Ir("f", Ir.I64);
    IrFunction.Local arena = f.parameter("arena", ARENA);
    IrFunction.Local r = f.local("r", new Type.Ref(Structs.PAIR));
    Value pair =
        Ir.aggregate(Structs.PAIR, Ir.call("empty", Ir.I32, Ir.read(arena)), Ir.integer(5, Ir.I64));
    f.assign(r, new Value.New(Ir.read(arena), pair, r.type(), Ir.HERE));
    Value used =
        new Value.Intrinsic(
            arenad.typed.Operation.ARENA_USED, List.of(Ir.read(arena)), Ir.I64, Ir.HERE);
    Loaded module = Loaded.of(empty.giveBack(Ir.i32(1)), f.giveBack(used));
    assertEquals(16L, module.call("f", Arenas.newRoot(module.context())));
  }

  @Test
  void fixedArrayIsCopiedWhenItIsPassedAndWhenItIsAssigned() {
    Type array = new Type.FixedArray(Ir.I32, 4);
    Ir change = new Ir("change", Ir.I32);
    IrFunction.Local given = change.parameter("given", array);
    change.assign(slot(Ir.place(given), Ir.i32(0), Ir.I32), Ir.i32(99));
    Ir f = new Ir("f", Ir.I32);
    IrFunction.Local xs = f.local("xs", array);
    IrFunction.Local ys = f.local("ys", array);
    IrFunction.Local changed = f.local("changed", Ir.I32);
    f.assign(xs, new Value.Fill(Ir.i32(7), array, Ir.HERE));
    f.assign(ys, Ir.read(xs));
    f.assign(slot(Ir.place(ys), Ir.i32(3), Ir.I32), Ir.i32(1));
    f.assign(changed, Ir.call("change", Ir.I32, Ir.read(xs)));
    Value sum =
        Ir.plus(
            Ir.plus(
                Ir.read(slot(Ir.place(xs), Ir.i32(0), Ir.I32)),
                Ir.read(slot(Ir.place(xs), Ir.i32(3), Ir.I32))),
            Ir.plus(Ir.read(slot(Ir.place(ys), Ir.i32(3), Ir.I32)), Ir.read(changed)));
    Loaded module =
        Loaded.of(
            change.giveBack(Ir.read(slot(Ir.place(given), Ir.i32(0), Ir.I32))), f.giveBack(sum));
    long before = module.context().mark();
    assertEquals(7 + 7 + 1 + 99, module.call("f"));
    assertEquals(before, module.context().mark(), "frame memory is given back");
  }

  @Test
  void resultInMemoryIsWrittenToTheCallersFrame() {
    Ir make = new Ir("make", Structs.GRID);
    IrFunction.Local n = make.parameter("n", Ir.I32);
    IrFunction.Local g = make.local("g", Structs.GRID);
    Type cells = new Type.FixedArray(Ir.I32, 10);
    make.assign(
        g, Ir.aggregate(Structs.GRID, Ir.read(n), new Value.Fill(Ir.read(n), cells, Ir.HERE)));
    Ir f = new Ir("f", Ir.I32);
    IrFunction.Local index = f.parameter("index", Ir.I32);
    IrFunction.Local one = f.local("one", Structs.GRID);
    IrFunction.Local two = f.local("two", Structs.GRID);
    f.assign(one, Ir.call("make", Structs.GRID, Ir.i32(30)));
    f.assign(two, Ir.call("make", Structs.GRID, Ir.i32(4)));
    Place ones = Ir.member(Ir.place(one), 1, cells);
    Place twos = Ir.member(Ir.place(two), 1, cells);
    Value sum =
        Ir.plus(
            Ir.read(slot(ones, Ir.read(index), Ir.I32)),
            Ir.read(slot(twos, Ir.read(index), Ir.I32)));
    Loaded module = Loaded.of(make.giveBack(Ir.read(g)), f.giveBack(sum));
    assertEquals(34, module.call("f", 9));
    org.junit.jupiter.api.Assertions.assertThrows(
        arenad.panic.Panic.class, () -> module.call("f", 10));
    org.junit.jupiter.api.Assertions.assertThrows(
        arenad.panic.Panic.class, () -> module.call("f", -1));
  }

  @Test
  void methodOnALocalStructChangesTheLocal() {
    Ir scale = new Ir("Vector.scale", Ir.VOID);
    IrFunction.Local self = scale.parameter("self", new Type.Ref(Structs.VECTOR));
    Place x = Ir.member(Ir.object(Ir.read(self)), 0, Ir.F64);
    scale.assign(x, operate(Operator.Arithmetic.MULTIPLY, Ir.read(x), Ir.f64(3)));
    Ir f = new Ir("f", Ir.F64);
    IrFunction.Local v = f.parameter("v", Structs.VECTOR);
    f.evaluate(
        Ir.call(
            "Vector.scale",
            Ir.VOID,
            new Value.Borrow(Ir.place(v), new Type.Ref(Structs.VECTOR), Ir.HERE)));
    Loaded module = Loaded.of(scale.giveBack(null), f.giveBack(f64(Ir.place(v), 0)));
    assertEquals(6.0, module.call("f", 2.0, 0.0, 0.0));
  }

  @Test
  void equalityGoesMemberByMember() {
    Type array = new Type.FixedArray(Structs.PERSON, 2);
    for (Type type : List.of(Structs.PERSON, array)) {
      Ir f = new Ir("f", Ir.BOOL);
      IrFunction.Local age = f.parameter("age", Ir.I32);
      IrFunction.Local name = f.parameter("name", Ir.TEXT);
      Value one = person(Ir.read(name), Ir.read(age));
      Value other = person(Ir.text("Ada"), Ir.i32(36));
      boolean isArray = type instanceof Type.FixedArray;
      Value left = isArray ? Ir.aggregate(type, other, one) : one;
      Value right = isArray ? new Value.Fill(other, type, Ir.HERE) : other;
      Ir g = new Ir("g", Ir.BOOL);
      IrFunction.Local n = g.parameter("n", Ir.I32);
      Loaded module =
          Loaded.of(
              f.giveBack(Ir.equal(left, right)),
              g.giveBack(
                  Ir.equal(
                      Ir.call("f", Ir.BOOL, Ir.read(n), Ir.text("Ada")),
                      new Value.Constant(
                          new arenad.type.ConstantValue.Bool(true), Ir.BOOL, Ir.HERE))));
      assertEquals(1, module.call("g", 36));
      assertEquals(0, module.call("g", 37));
      assertEquals(0, module.call("f", 36, 0L, 0));
    }
  }

  @Test
  void optionalsOfEachKindAreEqualIfBothAreNullOrBothEqual() {
    for (Type of : List.of(Ir.I32, Ir.TEXT, Structs.VECTOR, Structs.GRID)) {
      Type type = new Type.Optional(of);
      Value some = new Value.Some(sample(of), type, Ir.HERE);
      Loaded module =
          Loaded.of(
              new Ir("same", Ir.BOOL).giveBack(Ir.equal(some, some)),
              new Ir("nulls", Ir.BOOL).giveBack(Ir.equal(Ir.nothing(type), Ir.nothing(type))),
              new Ir("left", Ir.BOOL).giveBack(Ir.equal(some, Ir.nothing(type))),
              new Ir("right", Ir.BOOL).giveBack(Ir.equal(Ir.nothing(type), some)),
              new Ir("isNull", Ir.BOOL).giveBack(new Value.IsNull(some, false, Ir.BOOL, Ir.HERE)),
              new Ir("isThere", Ir.BOOL).giveBack(new Value.IsNull(some, true, Ir.BOOL, Ir.HERE)),
              new Ir("unwrapped", Ir.BOOL)
                  .giveBack(
                      Ir.equal(
                          new Value.Unwrap(some, Value.Proof.CHECKED, of, Ir.HERE), sample(of))),
              new Ir("panics", Ir.BOOL)
                  .giveBack(
                      Ir.equal(
                          new Value.Unwrap(Ir.nothing(type), Value.Proof.CHECKED, of, Ir.HERE),
                          sample(of))));
      assertEquals(1, module.call("same"));
      assertEquals(1, module.call("nulls"));
      assertEquals(0, module.call("left"));
      assertEquals(0, module.call("right"));
      assertEquals(0, module.call("isNull"));
      assertEquals(1, module.call("isThere"));
      assertEquals(1, module.call("unwrapped"));
      org.junit.jupiter.api.Assertions.assertThrows(
          arenad.panic.Panic.class, () -> module.call("panics"));
    }
  }

  @Test
  void moreParametersThanAMethodHasSlotsArePassedByAddress() {
    Ir sum = new Ir("sum", Ir.F64);
    Value total = Ir.f64(0);
    Value[] arguments = new Value[60];
    for (int i = 0; i < arguments.length; i++) {
      IrFunction.Local v = sum.parameter("v" + i, Structs.VECTOR);
      total = Ir.plus(total, f64(Ir.place(v), 2));
      arguments[i] = Ir.aggregate(Structs.VECTOR, Ir.f64(1000), Ir.f64(1000), Ir.f64(i));
    }
    Loaded module =
        Loaded.of(
            sum.giveBack(total), new Ir("f", Ir.F64).giveBack(Ir.call("sum", Ir.F64, arguments)));
    assertEquals(59.0 * 60 / 2, module.call("f"));
  }

  @Test
  void constantsInMemoryStandInTheClass() {
    Type table = new Type.FixedArray(Structs.PERSON, 3);
    var person =
        new arenad.type.ConstantValue.Aggregate(
            Structs.PERSON,
            List.of(
                new arenad.type.ConstantValue.Text("Grace"),
                new arenad.type.ConstantValue.Int(85),
                new arenad.type.ConstantValue.Int(7)));
    var constant = new arenad.type.ConstantValue.Aggregate(table, List.of(person, person, person));
    Ir f = new Ir("f", Ir.BOOL);
    IrFunction.Local t = f.local("t", table);
    f.assign(t, new Value.Constant(constant, table, Ir.HERE));
    Value third = Ir.read(slot(Ir.place(t), Ir.i32(2), Structs.PERSON));
    Loaded module =
        Loaded.of(
            f.giveBack(
                Ir.equal(
                    third,
                    Ir.aggregate(
                        Structs.PERSON,
                        Ir.text("Grace"),
                        Ir.i32(85),
                        new Value.Some(Ir.i32(7), new Type.Optional(Ir.I32), Ir.HERE)))));
    assertEquals(1, module.call("f"));
  }

  private static Value person(Value name, Value age) {
    Type optional = new Type.Optional(Ir.I32);
    return Ir.aggregate(Structs.PERSON, name, age, new Value.Some(Ir.i32(1), optional, Ir.HERE));
  }

  private static Value sample(Type type) {
    if (type == Ir.I32) {
      return Ir.i32(0);
    }
    if (type == Ir.TEXT) {
      return Ir.text("");
    }
    if (type == Structs.VECTOR) {
      return Ir.aggregate(type, Ir.f64(0), Ir.f64(1), Ir.f64(2));
    }
    Type cells = new Type.FixedArray(Ir.I32, 10);
    return Ir.aggregate(type, Ir.i32(1), new Value.Fill(Ir.i32(0), cells, Ir.HERE));
  }

  private static Value f64(Place struct, int index) {
    return Ir.read(Ir.member(struct, index, Ir.F64));
  }

  private static Value operate(Operator operator, Value left, Value right) {
    return Ir.operate(operator, left.type(), left, right);
  }

  private static Place slot(Place array, Value index, Type element) {
    return new Place.Slot(array, index, element);
  }

  private static String signature(Loaded module, String name) {
    var method = module.method(name);
    StringBuilder parameters = new StringBuilder();
    for (Class<?> parameter : method.getParameterTypes()) {
      parameters.append(parameters.isEmpty() ? "" : ",").append(parameter.getName());
    }
    return method.getReturnType() + " " + name + "(" + parameters + ")";
  }
}
