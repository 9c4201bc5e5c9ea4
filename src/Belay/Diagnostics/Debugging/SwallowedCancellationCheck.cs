namespace Belay;

/// <summary>
/// A cancellation that a task has caught and not thrown on. Catching it is no sign: cleaning up catches it too, and may wait. Definite is
/// that the task has succeeded, or that it goes round the loop again in which it was cancelled; and that nobody has called Uncancel.
/// </summary>
internal sealed class SwallowedCancellationCheck(DebugChecks checks)
{
    /// <summary>
    /// One round may be the wait for what must not be interrupted, begun again and left with the cancellation afterwards. One that goes on
    /// and on is not.
    /// </summary>
    const int MaxRounds = 3;

    readonly Dictionary<CoroTask, Delivery> _deliveries = [];

    internal void BeforeStep(CoroTask task, TaskStrand strand)
    {
        if (task.Cancelling == 0 || !strand.IsCancellationDue) return;
        var isReported = _deliveries.TryGetValue(task, out var former) && former.IsReported;
        _deliveries[task] = new Delivery(checks.Stack, new RoundCounter(strand)) { IsReported = isReported };
    }

    internal void AfterStep(CoroTask task)
    {
        if (_deliveries.Count == 0 || !_deliveries.TryGetValue(task, out var delivery)) return;
        if (task.Cancelling == 0) _deliveries.Remove(task);
        else if (task.Strand is { } strand)
        {
            delivery.Rounds.OnStep(strand);
            if (delivery.Rounds.Rounds == MaxRounds) Report(task, delivery, "has gone back to its loop");
        }
        else
        {
            _deliveries.Remove(task);
            if (task.State == FutureState.Succeeded) Report(task, delivery, "has ended as if nothing had happened");
        }
    }

    void Report(CoroTask task, Delivery delivery, string what)
    {
        if (delivery.IsReported) return;
        delivery.IsReported = true;
        var message = $"Task {task.Name} has swallowed its cancellation: it was delivered, and the task {what}. " +
            "Something has caught CancelledException, or Exception, and not thrown it on. Add throw; at the end of that catch, or a " +
            "catch (CancelledException) { throw; } before it. Where going on is meant, call Coro.CurrentTask.Uncancel().";
        checks.Found(message + ReportText.Section("the cancellation was delivered", delivery.Stack.Lines()), task);
    }

    /// <param name="Stack">Where the task was when it got the cancellation.</param>
    /// <param name="Rounds">Counts how often it has been there since.</param>
    sealed record Delivery(CoroutineStack Stack, RoundCounter Rounds)
    {
        internal bool IsReported { get; set; }
    }
}
