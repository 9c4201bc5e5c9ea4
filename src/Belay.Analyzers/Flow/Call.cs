using Microsoft.CodeAnalysis;

namespace Belay.Analyzers;

/// <summary>A place where a coroutine of the source is made.</summary>
/// <remarks>A class, as is whatever goes into collections here: the compiler starts cold, and would have to compile the collections anew for each struct.</remarks>
/// <param name="Caller">In which function.</param>
/// <param name="Callee">Which function's coroutine.</param>
/// <param name="Relation">What the caller does with it.</param>
/// <param name="IsRepeated">It happens in a loop, or for each of a sequence.</param>
/// <param name="IsShared">Each time on the same object; or there is none.</param>
sealed record Call(ISymbol Caller, ISymbol Callee, Relation Relation, bool IsRepeated, bool IsShared);
