namespace Belay.Tests.Support;

/// <summary>Counts what an operation allocates, once its code is compiled for good.</summary>
static class Allocations
{
    const int Count = 1000;

    /// <summary>
    /// So long as unoptimized code runs, which boxes here and there, further batches are tried: this many at the most. Beside other tests, for
    /// whose sake the runtime puts off optimizing, that can take many.
    /// </summary>
    const int Batches = 50_000;

    /// <param name="repeat">Does the operation so many times.</param>
    /// <param name="enough">How few bytes are expected at the least: then no more batches are tried.</param>
    /// <returns>Whole bytes for each operation, in the best batch; what a batch costs as such is less than one.</returns>
    public static async Coro<long> PerOperation(Func<int, Coro> repeat, long enough = 0)
    {
        var least = long.MaxValue;
        for (var batch = 0; batch < Batches && least > enough; batch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            await repeat(Count);
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Count);
        }
        return least;
    }
}
