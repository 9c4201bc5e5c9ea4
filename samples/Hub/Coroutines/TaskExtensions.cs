namespace HubSample.Coroutines;

static class TaskExtensions
{
    /// <summary>
    /// Waits until the task is over, however it ended. Awaiting the task itself would bring its cancellation here,
    /// to be caught and told apart from one's own, and would pass one's own on to it: this does neither.
    /// </summary>
    public static async Coro FinishedAsync(this CoroTask task)
    {
        if (task.IsDone)
        {
            return;
        }

        var finished = new Future<bool>();
        task.AddDoneCallback(_ =>
        {
            if (!finished.IsDone)
            {
                finished.SetResult(true);
            }
        });
        await finished;
    }

    /// <summary>For the owner of a task that runs for ever.</summary>
    public static async Coro StopAsync(this CoroTask task)
    {
        task.Cancel();
        await task.FinishedAsync();
    }
}
