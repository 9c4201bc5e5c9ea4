namespace Belay.Tests.Interop.Foreign;

/// <summary>Awaiting a <c>ValueTask&lt;T&gt;</c> on a source.</summary>
public class ValueTaskOfTOfSourceAwaitTests : ForeignAwaitContract
{
    protected override async Coro<int> Plain(Operation operation) =>
        await operation.FromSource();

    protected override async Coro<int> InFinally(Operation operation, List<string> log)
    {
        try
        {
            return await operation.FromSource();
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
            return await operation.FromSource();
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
            return await operation.FromSource();
        }
    }

    protected override async Coro<int> InLoop(IEnumerable<Operation> operations)
    {
        var sum = 0;
        foreach (var operation in operations)
        {
            try
            {
                sum += await operation.FromSource();
            }
            catch (CancelledException)
            {
                // The next round is to be as if nothing had happened.
            }
        }
        return sum;
    }
}
