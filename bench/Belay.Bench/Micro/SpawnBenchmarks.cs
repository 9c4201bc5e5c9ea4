using Belay.Bench.Measuring;
using Belay.Bench.Work;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Belay.Bench.Micro;

[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SpawnBenchmarks
{
    private const int Count = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("batch")]
    public Task TaskRunBatch() => SpawnWork.RunDotNetBatch(SpawnWork.RunMethod, Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("batch")]
    public void GroupBatch() => Coro.Run(SpawnWork.RunBelayBatch(Count, new Probe()));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("one")]
    public Task TaskRunOne() => SpawnWork.RunDotNetOne(SpawnWork.RunMethod, Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("one")]
    public void GroupOne() => Coro.Run(SpawnWork.RunBelayOne(Count, new Probe()));
}
