using Belay.Bench.Measuring;

namespace Belay.Bench.Programs;

/// <summary>One side of a pair.</summary>
public interface IProgram
{
    Task<Metrics> RunAsync(CancellationToken cancellationToken);
}
