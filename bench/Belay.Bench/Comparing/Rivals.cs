namespace Belay.Bench.Comparing;

public static class Rivals
{
    public static IReadOnlyList<RivalKind> All { get; } = Enum.GetValues<RivalKind>();

    public static string Name(RivalKind kind) => kind switch
    {
        RivalKind.Asyncio => "asyncio",
        RivalKind.Uvloop => "uvloop",
        RivalKind.DotNet => ".NET",
        RivalKind.Go => "Go",
        RivalKind.Sockets => "raw sockets",
        RivalKind.Kestrel => "Kestrel",
        RivalKind.Pool => "RunAsync",
        RivalKind.Floor => "C, epoll",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
