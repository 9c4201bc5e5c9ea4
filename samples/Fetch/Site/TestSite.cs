using System.Net;
using System.Net.Sockets;
using FetchSample.Terminal;

namespace FetchSample.Site;

/// <summary>A site to try on: pages that come, and others that do not.</summary>
sealed class TestSite
{
    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    int _atOnce;

    TestSite(int port)
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _socket.Listen();
        Url = new Uri($"http://{_socket.LocalEndPoint}/");
    }

    public Uri Url { get; }

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
        var site = new TestSite(port);
        var serving = group.CreateTask(site.ServeAsync(), "site");
        try
        {
            return await body(site);
        }
        finally
        {
            serving.Cancel();
        }
    });

    Coro ServeAsync() => TaskGroup.Run(async connections =>
    {
        using var _ = _socket;
        while (true)
        {
            var accepted = await _socket.AcceptAsync(Coro.Token);
            // Eager: from its first step on it owns the socket.
            connections.CreateTask(new Visit(this, accepted).ServeAsync(), eager: true);
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
