// Retrying with growing pauses, each attempt with a limit of its own, all of them with one together.
namespace Belay.Conformance.Scenarios.Programs;

static class RetryWithBackoff
{
    public static async Coro Main()
    {
        Log("got", await Retry(4));
        try
        {
            await Coro.Timeout(Seconds(4), async scope => { await Retry(4); });
        }
        catch (TimeoutException error) { Log("the whole was too slow", error, "at", EventLoop.Running.Time); }
    }

    static async Coro<string> Fetch(int attempt)
    {
        Log("attempt", attempt, "at", EventLoop.Running.Time);
        if (attempt == 1) throw new NetError("refused");
        await Coro.Sleep(Seconds(attempt == 2 ? 10 : 1));
        return "the page";
    }

    static async Coro<string?> Retry(int limit)
    {
        for (var attempt = 1; attempt <= limit; attempt++)
        {
            try { return await Coro.Timeout(Seconds(3), scope => Fetch(attempt)); }
            catch (Exception error) when (error is NetError or TimeoutException) { Log("failed", error); }
            await Coro.Sleep(Seconds(Math.Pow(2, attempt)));
        }
        return null;
    }
}
