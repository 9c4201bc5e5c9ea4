namespace Belay;

/// <summary>A task of a coroutine without a result, or whose result is dropped.</summary>
internal sealed class CoroVoidTask(EventLoop loop, string? name) : CoroTask(loop, name)
{
    private protected override void TakeResult(Frame root) => root.Recycle();
}
