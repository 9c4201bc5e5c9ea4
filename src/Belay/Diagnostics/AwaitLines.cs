using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Where in the source a suspended coroutine is, as far as symbols are at hand.</summary>
internal static class AwaitLines
{
    // Weak, so that assemblies that can be unloaded still can.
    static readonly ConditionalWeakTable<Type, IReadOnlyDictionary<int, SourceLine>> s_lines = [];

    /// <summary>The line of the statement with the await at which the state machine has that state. Never throws, may be called on any thread.</summary>
    internal static (string? File, int? Line) Find(Type stateMachineType, int state)
    {
        // The lines of a generic method are the same for all its arguments.
        var definition = stateMachineType.IsConstructedGenericType ? stateMachineType.GetGenericTypeDefinition() : stateMachineType;
        return s_lines.GetValue(definition, Read).TryGetValue(state, out var line) ? (line.File, line.Number) : (null, null);
    }

    static IReadOnlyDictionary<int, SourceLine> Read(Type stateMachineType)
    {
        try
        {
            return AwaitSymbols.Read(stateMachineType);
        }
        catch (Exception)
        {
            // Stacks are written while something else has gone wrong. An assembly that cannot be read, for whatever reason, costs
            // the line numbers and must never cost the report that they were for.
            return new Dictionary<int, SourceLine>();
        }
    }
}
