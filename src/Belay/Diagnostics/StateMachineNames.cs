using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>What to call a coroutine whose state machine is at hand.</summary>
internal static class StateMachineNames
{
    // Weak, so that assemblies that can be unloaded still can.
    static readonly ConditionalWeakTable<Type, string> s_names = [];

    /// <summary>The async method that the compiler made the type for: Namespace.Type.Method, without type parameters.</summary>
    internal static string Method(Type stateMachineType) => s_names.GetValue(stateMachineType, TypeNames.Readable);

    /// <summary>Its name, and where it is suspended when it has that state.</summary>
    internal static CoroFrame Describe(Type stateMachineType, int state)
    {
        var (file, line) = AwaitLines.Find(stateMachineType, state);
        return new CoroFrame(Method(stateMachineType), file, line);
    }
}
