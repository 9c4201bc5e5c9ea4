using System.Diagnostics;

namespace Belay.Bench.Measuring;

/// <summary>What is held right now: the garbage-collected heap, and what the operating system gave the process.</summary>
public readonly record struct Memory(long Managed, long Resident)
{
    public static Memory Now()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new Memory(managed, process.WorkingSet64);
    }
}
