namespace Belay.Tests.Interop.Foreign;

/// <summary>Awaiting <c>ConfigureAwaitOptions.SuppressThrowing</c>: it hides failures, never a cancellation.</summary>
public class SuppressThrowingAwaitTests : ForeignAwaitContract
{
    protected override bool ThrowsFailures => false;

    protected override async Coro<int> Plain(Operation operation)
    {
        await ((Task)operation.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return operation.Value;
    }

    protected override async Coro<int> InFinally(Operation operation, List<string> log)
    {
        try
        {
            await ((Task)operation.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return operation.Value;
        }
        finally
        {
            log.Add("finally");
        }
    }

    protected override async Coro<int> InTry(Operation operation, List<string> log)
    {
        try
        {
            await ((Task)operation.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return operation.Value;
        }
        catch (CancelledException cancelled)
        {
            log.Add(cancelled.Message);
            return -1;
        }
    }

    protected override async Coro<int> InCatch(Operation operation)
    {
        try
        {
            throw new FormatException();
        }
        catch (FormatException)
        {
            await ((Task)operation.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return operation.Value;
        }
    }

    protected override async Coro<int> InLoop(IEnumerable<Operation> operations)
    {
        var sum = 0;
        foreach (var operation in operations)
        {
            try
            {
                await ((Task)operation.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                sum += operation.Value;
            }
            catch (CancelledException)
            {
                // The next round is to be as if nothing had happened.
            }
        }
        return sum;
    }
}
