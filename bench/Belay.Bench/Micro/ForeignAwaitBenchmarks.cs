using Belay.Bench.Measuring;
using Belay.Bench.Work;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Belay.Bench.Micro;

[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ForeignAwaitBenchmarks
{
    private const int Count = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("completed")]
    public Task CompletedInTask() => ForeignWork.RunDotNetCompleted(Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("completed")]
    public void CompletedInCoroutine() => Coro.Run(ForeignWork.RunBelayCompleted(Count, new Probe()));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("pending")]
    public Task PendingInTask() => ForeignWork.RunDotNetPending(Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("pending")]
    public void PendingInCoroutine() => Coro.Run(ForeignWork.RunBelayPending(Count, new Probe()));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("thread")]
    public Task OtherThreadInTask() => SpawnWork.RunDotNetOne(Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("thread")]
    public void OtherThreadInCoroutine() => Coro.Run(ForeignWork.RunBelayThread(Count, new Probe()));
}
