package arenad.lower;

import arenad.ir.IrFunction;
import arenad.symbol.SymbolId;
import arenad.typed.Variable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What is known of one body from around it.
///
/// @param source the symbol in whose tokens its spans are counted
/// @param variables all of the typed tree that it is a part of
/// @param functions what the variables of function type are, by number
/// @param addresses the parameters that lead to the storage of variables around, by the number of those
/// @param byAddress the variables that closures use in their own storage
/// @param depth how many instances with closures of their own it lies in
record Surrounding(
    Parts parts,
    SymbolId source,
    List<Variable> variables,
    Map<Integer, Bound> functions,
    Map<Integer, IrFunction.Local> addresses,
    BitSet byAddress,
    int depth) {}
