using Belay.Bench.Measuring;
using Belay.Bench.Work;
using BenchmarkDotNet.Attributes;

namespace Belay.Bench.Micro;

[MemoryDiagnoser]
public class RunBenchmarks
{
    private const int Count = 1_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Task TaskRun() => SpawnWork.RunDotNetOne(Count, new Probe());

    [Benchmark(OperationsPerInvoke = Count)]
    public Task RunAsync() => RunWork.RunBelay(Count, new Probe());
}
