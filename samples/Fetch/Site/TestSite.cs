using FetchSample.Terminal;

namespace FetchSample.Site;

/// <summary>A site to try on: pages that come, and others that do not.</summary>
sealed class TestSite
{
    int _atOnce;

    public Uri Url { get; private init; } = null!;

    /// <summary>How many requests there have been at once at the most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Until Ctrl-C.</summary>
    public static Coro ServeAsync(int port, Screen screen) => RunAsync<int>(port, async site =>
    {
        screen.Say($"serving on {site.Url}");
        await Coro.Sleep(Timeout.InfiniteTimeSpan);
        return 0;
    });

    /// <summary>Serves while the body runs.</summary>
    public static Coro<T> RunAsync<T>(int port, Func<TestSite, Coro<T>> body) => TaskGroup.Run(async group =>
    {
        TestSite? site = null;
        var server = await Server.StartAsync(connection => new Visit(site!, connection).ServeAsync(), "127.0.0.1", port);
        site = new TestSite { Url = new Uri($"http://127.0.0.1:{server.Port}/") };
        var serving = group.CreateTask(server.ServeForeverAsync(), "site");
        try
        {
            return await body(site);
        }
        finally
        {
            // And with it whoever is still there: a page that stalls would go on for ever.
            serving.Cancel();
        }
    });

    /// <summary>Counts a request for as long as it is answered.</summary>
    public async Coro<T> CountAsync<T>(Func<Coro<T>> answer)
    {
        MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        try
        {
            return await answer();
        }
        finally
        {
            _atOnce--;
        }
    }
}
