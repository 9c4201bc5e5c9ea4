using Belay.Bench.Measuring;
using Belay.Bench.Work;
using BenchmarkDotNet.Attributes;

namespace Belay.Bench.Micro;

[MemoryDiagnoser]
public class CallBenchmarks
{
    private const int Count = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Task ValueTaskCall() => CallWork.RunDotNet(Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count)]
    public void CoroCall() => Coro.Run(CallWork.RunBelay(Count, new Probe()));
}
