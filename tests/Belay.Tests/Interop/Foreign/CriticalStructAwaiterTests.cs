namespace Belay.Tests.Interop.Foreign;

/// <summary>Awaiting a struct awaiter with <c>UnsafeOnCompleted</c>.</summary>
public class CriticalStructAwaiterTests : ForeignAwaitContract
{
    protected override async Coro<int> Plain(Operation operation) =>
        await new CriticalStructAwaitable(operation);

    protected override async Coro<int> InFinally(Operation operation, List<string> log)
    {
        try
        {
            return await new CriticalStructAwaitable(operation);
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
            return await new CriticalStructAwaitable(operation);
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
            return await new CriticalStructAwaitable(operation);
        }
    }

    protected override async Coro<int> InLoop(IEnumerable<Operation> operations)
    {
        var sum = 0;
        foreach (var operation in operations)
        {
            try
            {
                sum += await new CriticalStructAwaitable(operation);
            }
            catch (CancelledException)
            {
                // The next round is to be as if nothing had happened.
            }
        }
        return sum;
    }
}
