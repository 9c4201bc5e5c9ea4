using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A copy of a state machine's MoveNext in which the await that it is resumed at can be made to throw. For awaiters of any type: what
/// their GetResult does is not ours to change, so the calls of it are. Only a cancelled await runs the copy, up to the next one.
/// </summary>
internal sealed class MoveNextCopy<TStateMachine>
{
    delegate void MoveStruct(ref TStateMachine stateMachine);

    delegate void MoveClass(TStateMachine stateMachine);

    static readonly Lazy<MoveNextCopy<TStateMachine>?> s_instance = new(TryMake);

    readonly MoveStruct _move;

    MoveNextCopy(MoveStruct move) => _move = move;

    /// <summary>Null where code cannot be made at run time, or has something in it that cannot be copied.</summary>
    internal static MoveNextCopy<TStateMachine>? Instance => s_instance.Value;

    internal void Run(ref TStateMachine stateMachine) => _move(ref stateMachine);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What cannot be resolved makes this null, which callers expect.")]
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Without metadata this is null, which callers expect.")]
    static MoveNextCopy<TStateMachine>? TryMake()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported) return null;
        var moveNext = typeof(TStateMachine).GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);
        try
        {
            if (moveNext?.GetMethodBody() is not { } body) return null;
            var self = typeof(TStateMachine).IsValueType ? typeof(TStateMachine).MakeByRefType() : typeof(TStateMachine);
            var copy = new DynamicMethod("MoveNext", typeof(void), [self], typeof(TStateMachine).Module, skipVisibility: true);
            if (!MethodBodyCopy.TryWrite(copy, moveNext, body, ThrowingCall)) return null;
            if (typeof(TStateMachine).IsValueType) return new(copy.CreateDelegate<MoveStruct>());
            var move = copy.CreateDelegate<MoveClass>();
            return new((ref stateMachine) => move(stateMachine));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or InvalidOperationException or BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// For a call of an awaiter's GetResult: a method to call in its place, which throws what is injected, or calls it. Every method of
    /// that name is taken for one, for an awaiter may inherit it from anywhere: the first that runs is the await's.
    /// </summary>
    [RequiresDynamicCode("Makes a method.")]
    static DynamicMethod? ThrowingCall(MethodInfo called, Type? constrained)
    {
        if (called is not { Name: "GetResult", IsStatic: false, DeclaringType: { } declaring } || called.GetParameters().Length > 0) return null;
        var byReference = constrained ?? (declaring.IsValueType ? declaring : null);
        var method = new DynamicMethod("GetResult", called.ReturnType, [byReference?.MakeByRefType() ?? declaring], typeof(Strand).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Call, ((Action)Strand.ThrowInjected).Method);
        code.Emit(OpCodes.Ldarg_0);
        if (constrained is not null) code.Emit(OpCodes.Constrained, constrained);
        code.Emit(declaring.IsValueType ? OpCodes.Call : OpCodes.Callvirt, called);
        code.Emit(OpCodes.Ret);
        return method;
    }
}
