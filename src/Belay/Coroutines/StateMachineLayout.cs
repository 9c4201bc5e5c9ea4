using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>The fields that the compiler gives a state machine, by the names it is known to use.</summary>
internal static class StateMachineLayout<TStateMachine>
{
    const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Without metadata there is no field, which callers expect.")]
    static readonly FieldInfo? s_state = typeof(TStateMachine).GetField("<>1__state", All);

    static readonly int s_stateOffset = FindStateOffset();

    /// <summary>Which await it is suspended at; -1 if that cannot be told.</summary>
    internal static int StateOf(ref TStateMachine stateMachine)
    {
        // Sound: the offset has been found within a value of this very type.
        if (s_stateOffset >= 0) return Unsafe.As<byte, int>(ref Unsafe.Add(ref Unsafe.As<TStateMachine, byte>(ref stateMachine), s_stateOffset));
        return s_state?.GetValue(stateMachine) as int? ?? -1;
    }

    /// <summary>
    /// Where in a struct the state lies, so that it can be read without reflection: cancellations ask for it. The one place that
    /// changes when the field is set to a number; -1 if there is not exactly one.
    /// </summary>
    static int FindStateOffset()
    {
        const int Mark = 0x5EA1B0A7;
        if (!typeof(TStateMachine).IsValueType || s_state is null || !RuntimeFeature.IsDynamicCodeSupported) return -1;
        var probe = default(TStateMachine)!;
        s_state.SetValueDirect(__makeref(probe), Mark);
        var found = -1;
        for (var offset = 0; offset <= Unsafe.SizeOf<TStateMachine>() - sizeof(int); offset += sizeof(int))
        {
            if (Unsafe.As<byte, int>(ref Unsafe.Add(ref Unsafe.As<TStateMachine, byte>(ref probe), offset)) != Mark) continue;
            if (found >= 0) return -1;
            found = offset;
        }
        return found;
    }

    /// <summary>The one field in which awaiters of a type are kept over a suspension; null if it is not as expected.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Without metadata there is no field, which callers expect.")]
    internal static FieldInfo? AwaiterField(Type awaiter)
    {
        var kept = awaiter.IsValueType ? awaiter : typeof(object);      // the compiler keeps all classes in one field
        FieldInfo? found = null;
        foreach (var field in typeof(TStateMachine).GetFields(All))
        {
            if (field.FieldType != kept || !field.Name.StartsWith("<>u__", StringComparison.Ordinal)) continue;
            if (found is not null) return null;
            found = field;
        }
        return found;
    }
}
