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

    /// <summary>Belay itself, driven by the pool's threads.</summary>
    Pool,

    /// <summary>A loop in C over the system calls that nobody can do without.</summary>
    Floor,
}
