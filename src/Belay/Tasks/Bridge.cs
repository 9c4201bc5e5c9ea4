namespace Belay;

/// <summary>
/// A coroutine awaited by code that is not Belay's, an async Task method say. It has a strand of its own, within the task whose
/// code that is, if any; when it has finished, that code goes on.
/// </summary>
internal sealed class Bridge(EventLoop loop, IStrandOwner? outer, Action continuation) : IStrandOwner
{
    /// <summary>What the code that awaits it belongs to.</summary>
    internal IStrandOwner? Outer => outer;

    public CoroTask? Task => outer?.Task;

    public TaskStrand? Strand { get; private set; }

    public long Order { get; } = loop.NextBridgeNumber();

    public void Start(TaskStrand strand)
    {
        Strand = strand;
        outer?.Strand?.GetInterop().Add(strand);
    }

    /// <summary>Called when it has finished, for a loop that is being closed.</summary>
    internal Action? Finished { get; set; }

    public void OnFinished(Frame root, in StrandEnd end)
    {
        if (outer?.Strand is { } awaiting)
        {
            awaiting.Interop?.Remove(Strand!);
            if (end.IsCancelRequested) awaiting.KeepRequest(end.Message);     // it was held back, or came too late for this one
        }
        Strand = null;
        // The frame keeps its outcome for the awaiter, which takes it in the continuation. That is called at once, as in every chain
        // of awaits within a task; it brings its own context.
        loop.RunCallback(null, continuation, outer, root is WaitFrame ? root.Failure : null);
        Finished?.Invoke();
    }
}
