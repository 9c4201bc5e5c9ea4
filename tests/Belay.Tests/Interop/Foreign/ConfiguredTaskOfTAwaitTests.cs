namespace Belay.Tests.Interop.Foreign;

/// <summary>Awaiting <c>Task&lt;T&gt;.ConfigureAwait(false)</c>.</summary>
public class ConfiguredTaskOfTAwaitTests : ForeignAwaitContract
{
    protected override async Coro<int> Plain(Operation operation) =>
        await operation.Task.ConfigureAwait(false);

    protected override async Coro<int> InFinally(Operation operation, List<string> log)
    {
        try
        {
            return await operation.Task.ConfigureAwait(false);
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
            return await operation.Task.ConfigureAwait(false);
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
            return await operation.Task.ConfigureAwait(false);
        }
    }

    protected override async Coro<int> InLoop(IEnumerable<Operation> operations)
    {
        var sum = 0;
        foreach (var operation in operations)
        {
            try
            {
                sum += await operation.Task.ConfigureAwait(false);
            }
            catch (CancelledException)
            {
                // The next round is to be as if nothing had happened.
            }
        }
        return sum;
    }
}
