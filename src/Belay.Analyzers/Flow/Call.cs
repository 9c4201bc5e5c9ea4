using Microsoft.CodeAnalysis;

namespace Belay.Analyzers;

/// <summary>A place where a coroutine of the source is made.</summary>
/// <param name="Caller">In which function.</param>
/// <param name="Callee">Which function's coroutine.</param>
/// <param name="Relation">What the caller does with it.</param>
/// <param name="IsRepeated">It happens in a loop, or for each of a sequence.</param>
/// <param name="IsShared">Each time on the same object; or there is none.</param>
readonly record struct Call(ISymbol Caller, ISymbol Callee, Relation Relation, bool IsRepeated, bool IsShared);
