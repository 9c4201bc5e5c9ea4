namespace Belay.Bench.Comparing;

public enum RivalKind
{
    Asyncio,
    Uvloop,
    DotNet,
    Go,

    /// <summary>.NET's sockets with nothing above them.</summary>
    Sockets,

    /// <summary>The transport of ASP.NET's server.</summary>
    Kestrel,
}
