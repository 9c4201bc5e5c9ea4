using Belay.Bench.Measuring;
using Belay.Bench.Work;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Belay.Bench.Micro;

/// <summary>The whole life of a task that is cancelled, its start included: the side-by-side runner measures the end alone.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class CancelBenchmarks
{
    private const int Count = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("plain")]
    public Task TokenPlain() => CancelWork.RunDotNet(Count, new Probe(), CancelBodies.WaitDotNet);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("plain")]
    public void CancelPlain() => Coro.Run(CancelWork.RunBelay(Count, new Probe(), CancelBodies.Wait));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("deep")]
    public Task TokenDeep() => CancelWork.RunDotNet(Count, new Probe(), CancelBodies.Deep1DotNet);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("deep")]
    public void CancelDeep() => Coro.Run(CancelWork.RunBelay(Count, new Probe(), CancelBodies.Deep1));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("finally")]
    public Task TokenFinally() => CancelWork.RunDotNet(Count, new Probe(), CancelBodies.WaitAndCleanUpDotNet);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("finally")]
    public void CancelFinally() => Coro.Run(CancelWork.RunBelay(Count, new Probe(), CancelBodies.WaitAndCleanUp));
}
