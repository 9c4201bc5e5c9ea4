using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// The execution context of one thread, which each item that runs there brings and may change. It is asked for twice a step and mostly has
/// not changed: the thread's field for it tells, which spares the search for the thread itself.
/// </summary>
internal struct ThreadContext
{
    /// <summary>The field is the runtime's own. Where it has another, each question goes the long way.</summary>
    static readonly bool s_canLook =
        typeof(Thread).GetField("_executionContext", BindingFlags.Instance | BindingFlags.NonPublic)?.FieldType == typeof(ExecutionContext);

    Thread _thread;
    ExecutionContext? _seen;
    ExecutionContext? _current;

    /// <summary>What would be captured now. Null where its flow is suppressed.</summary>
    internal ExecutionContext? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_canLook && ReferenceEquals(FieldOf(_thread), _seen) ? _current : Capture();
    }

    /// <summary>From now on it is this thread's.</summary>
    /// <returns>As <see cref="Current"/>.</returns>
    internal ExecutionContext? Enter()
    {
        _thread = Thread.CurrentThread;
        return Capture();
    }

    /// <summary>Gives the thread this context. Whatever may have changed the thread's since has been asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(ExecutionContext context)
    {
        if (!ReferenceEquals(context, _current)) Restore(context);
    }

    void Restore(ExecutionContext context)
    {
        ExecutionContext.Restore(context);
        _current = context;
        if (s_canLook) _seen = FieldOf(_thread);
    }

    ExecutionContext? Capture()
    {
        if (s_canLook) _seen = FieldOf(_thread);
        return _current = ExecutionContext.Capture();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    static extern ref ExecutionContext? FieldOf(Thread thread);
}
