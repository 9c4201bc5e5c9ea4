namespace Belay.Tests.Interop.Foreign;

/// <summary>Awaiting <c>ConfigureAwaitOptions.ForceYielding</c>.</summary>
public class ForceYieldingAwaitTests : ForeignAwaitContract
{
    protected override bool KeepsTheTurnWhenDone => false;

    protected override async Coro<int> Plain(Operation operation) =>
        await operation.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    protected override async Coro<int> InFinally(Operation operation, List<string> log)
    {
        try
        {
            return await operation.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
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
            return await operation.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
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
            return await operation.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }

    protected override async Coro<int> InLoop(IEnumerable<Operation> operations)
    {
        var sum = 0;
        foreach (var operation in operations)
        {
            try
            {
                sum += await operation.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
            catch (CancelledException)
            {
                // The next round is to be as if nothing had happened.
            }
        }
        return sum;
    }
}
