using Belay.Bench.Measuring;
using Belay.Bench.Work;
using BenchmarkDotNet.Attributes;

namespace Belay.Bench.Micro;

[MemoryDiagnoser]
public class YieldBenchmarks
{
    private const int Count = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Task TaskYield() => YieldWork.RunDotNet(Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count)]
    public void CoroYield() => Coro.Run(YieldWork.RunBelay(Count, new Probe()));
}
