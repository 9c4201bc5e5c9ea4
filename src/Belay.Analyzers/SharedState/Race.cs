using Microsoft.CodeAnalysis;

namespace Belay.Analyzers.SharedState;

/// <summary>A place where a task can be overtaken, if there is another.</summary>
/// <param name="Function">Whose code it is.</param>
/// <param name="State">What is read and written.</param>
/// <param name="Read">Where it is read, before an await.</param>
/// <param name="Write">Where it is written, after it.</param>
/// <param name="How">"read" or "checked".</param>
sealed record Race(ISymbol Function, AccessPath State, IOperation Read, IOperation Write, string How);
