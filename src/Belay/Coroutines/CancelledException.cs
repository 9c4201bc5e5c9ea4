namespace Belay;

/// <summary>
/// The signal to stop, not an error: clean up, then rethrow. Thrown at the await where the innermost coroutine of a cancelled task waits.
/// asyncio.CancelledError.
/// </summary>
public sealed class CancelledException : OperationCanceledException
{
    /// <summary>What .NET says too, but looks up in a resource each time: that takes longer than all the rest of a cancellation.</summary>
    const string NoMessage = "The operation was canceled.";

    /// <summary>The way it has taken.</summary>
    internal CoroutineTrace Trace;

    /// <summary>Makes one. Throwing it ends the task as cancelled.</summary>
    /// <param name="message">For the reader; null: a text of .NET's.</param>
    public CancelledException(string? message = null) : base(message ?? NoMessage) { }

    /// <summary>A task's cancellation that came as an exception of .NET's.</summary>
    internal CancelledException(Exception inner) : base(NoMessage, inner) { }

    /// <summary>Where it was thrown, and the coroutines that it left without being thrown again, since nothing in them could have seen it.</summary>
    public override string? StackTrace => Trace.IsEmpty ? base.StackTrace : Trace.Format(this);
}
