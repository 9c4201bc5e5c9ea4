using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Whether a state machine has exception handlers of its user's, apart from the one that the compiler puts round everything.</summary>
internal static class ExceptionHandlers<TStateMachine>
{
    internal static readonly bool Any = Find();

    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Without metadata the answer is yes, which is always right, only slower.")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Trimming does not add handlers.")]
    static bool Find()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported) return true;    // precompiled: bodies cannot be looked at
        try
        {
            var moveNext = typeof(TStateMachine).GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);
            return moveNext?.GetMethodBody() is not { } body || body.ExceptionHandlingClauses.Count != 1;
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException or BadImageFormatException)
        {
            return true;
        }
    }
}
