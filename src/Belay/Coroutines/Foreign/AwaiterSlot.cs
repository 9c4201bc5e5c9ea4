using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>The place in a suspended frame where the compiler's code keeps an awaiter that is not Belay's.</summary>
internal abstract class AwaiterSlot
{
    /// <summary>Whether the await can be made to throw, in a frame that would notice. If not, a cancellation is delivered at the next await.</summary>
    protected abstract bool CanThrow { get; }

    internal bool CanThrowInto(Frame frame) => !frame.CanObserve || CanThrow;

    /// <summary>A copy of the awaiter; null if it is not where it is expected.</summary>
    internal abstract object? Read(Frame frame);

    /// <summary>Resumes the frame so that the await it is suspended at throws.</summary>
    internal abstract void ResumeThrowing(Frame frame, Exception exception);

    /// <summary>Ends a finished operation in the place of the coroutine: what it failed with, or null.</summary>
    internal static Exception? Consume(object? awaiter)
    {
        try
        {
            GetResult(awaiter)?.Invoke(awaiter, BindingFlags.DoNotWrapExceptions, null, null, null);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The coroutine calls it, so it is there; if its metadata is not, the result is let go.")]
    static MethodInfo? GetResult(object? awaiter) => awaiter?.GetType().GetMethod("GetResult", BindingFlags.Instance | BindingFlags.Public, []);
}

/// <inheritdoc/>
internal sealed class AwaiterSlot<TStateMachine, T, TAwaiter> : AwaiterSlot where TStateMachine : IAsyncStateMachine
{
    internal static readonly AwaiterSlot<TStateMachine, T, TAwaiter> Instance = new();

    /// <summary>Looked for only when something is cancelled.</summary>
    readonly Lazy<FieldInfo?> _field = new(() => StateMachineLayout<TStateMachine>.AwaiterField(typeof(TAwaiter)));

    protected override bool CanThrow => CanExchange || MoveNextCopy<TStateMachine>.Instance is not null;

    bool CanExchange => FailedAwaiter.CanMake(typeof(TAwaiter)) && _field.Value is not null;

    internal override object? Read(Frame frame)
    {
        if (_field.Value is not { } field) return null;
        var owner = (StateMachineFrame<TStateMachine, T>)frame;
        return (typeof(TStateMachine).IsValueType ? field.GetValueDirect(__makeref(owner.StateMachine)) : field.GetValue(owner.StateMachine)) is TAwaiter awaiter
            ? awaiter
            : null;
    }

    internal override void ResumeThrowing(Frame frame, Exception exception)
    {
        var owner = (StateMachineFrame<TStateMachine, T>)frame;
        if (CanExchange)
        {
            var field = _field.Value!;
            var failed = FailedAwaiter.Make(typeof(TAwaiter), exception);
            if (typeof(TStateMachine).IsValueType) field.SetValueDirect(__makeref(owner.StateMachine), failed);
            else field.SetValue(owner.StateMachine, failed);
            frame.Resume();
        }
        else
        {
            frame.State = FrameState.Running;
            Strand.Current!.Injected = exception;
            MoveNextCopy<TStateMachine>.Instance!.Run(ref owner.StateMachine);
        }
    }
}
