namespace Belay.Bench.Comparing;

public enum RivalKind
{
    Asyncio,
    Uvloop,
    DotNet,
    Go,
}
