using Belay.Bench.Comparing;
using Belay.Bench.Echo;

namespace Belay.Bench.Work;

/// <summary>TCP echo over the loopback interface: each server in a process of its own, the same clients for all of them. With 64 connections
/// everybody is compared; with one, and with a thousand, those who matter most.</summary>
public static class EchoWork
{
    private static readonly int[] s_sizes = [64, 1024, 64 * 1024];

    public static IReadOnlyList<WorkItem> All { get; } =
    [
        .. s_sizes.Select(size => Item(new EchoLoad(1, size), Others())),
        .. s_sizes.Select(size => Item(new EchoLoad(64, size), Everybody(), new Goal.Times(RivalKind.Uvloop, 2), new Goal.Times(RivalKind.Go, 1), new Goal.Times(RivalKind.Sockets, 0.85))),
        .. s_sizes.Select(size => Item(new EchoLoad(1000, size), Others())),
        Item(new EchoLoad(64, 1024, Protocol: true), Rival.Python("a Protocol, no streams")),
        Item(new EchoLoad(64, 1024, Tls: true), [.. Rival.Python("asyncio.start_server(ssl=…)"), Rival.Go("crypto/tls")], new Goal.Times(RivalKind.Uvloop, 1)),
    ];

    private static IEnumerable<Rival> Others() =>
    [
        new Rival(RivalKind.Uvloop, "asyncio.start_server"),
        Rival.Go("a goroutine for each connection"),
        new Rival(RivalKind.Sockets, "a SocketAsyncEventArgs for each connection"),
        new Rival(RivalKind.Pool, "the same server under Coro.RunAsync"),
        new Rival(RivalKind.Floor, "one thread, one epoll, nothing above"),
    ];

    private static IEnumerable<Rival> Everybody() =>
        [new Rival(RivalKind.Asyncio, "asyncio.start_server"), .. Others(), new Rival(RivalKind.Kestrel, "SocketTransportFactory, two pipes for each connection")];

    private static WorkItem Item(EchoLoad load, IEnumerable<Rival> rivals, params Goal[] goals)
    {
        var size = load.Size < 1024 ? $"{load.Size} B" : $"{load.Size / 1024} KiB";
        var kind = load.Tls ? " over TLS" : load.Protocol ? " against callbacks" : "";
        var connections = load.Connections == 1 ? "1 connection" : $"{load.Connections:#,0} connections";
        var title = $"TCP echo{kind}, {connections}, {size}";
        return new WorkItem($"echo/{load.Connections}x{load.Size}{(load.Tls ? "/tls" : load.Protocol ? "/protocol" : "")}")
        {
            Label = "Server.StartAsync, Connection.ReadAsync and WriteAsync, under Coro.Run",
            Load = load,
            Rivals = [.. rivals],
            Rows =
            [
                new Row($"{title}: a message", "message", "ns", goals),
                new Row($"{title}: half come back within", "p50", "µs"),
                new Row($"{title}: 99 % come back within", "p99", "µs"),
            ],
        };
    }
}
