using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>The frame of a Cleanup.</summary>
internal sealed class CleanupFrame<T>(TimeSpan limit, Delegate body) : ScopeFrame<T>
{
    CancellationHold? _hold;

    internal override string Name => "Coro.Cleanup";

    protected override void Open(CoroTask task) => _hold = CancellationHold.Begin(this, limit);

    protected override void Enter()
    {
        if (typeof(T) == typeof(VoidResult)) Await(((Func<Coro>)body)());
        else Await(((Func<Coro<T>>)body)());
    }

    protected override Exception? Close(Exception? failure)
    {
        _hold!.End();
        return failure;
    }
}
