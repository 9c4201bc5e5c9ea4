using Belay.Bench.Programs;

namespace Belay.Bench.Comparing;

/// <summary>Runs a work item: Belay, rival, Belay, rival …, all the rivals in turn, then all of them again.
/// A rival's pairs are thus spread over the whole time the item takes.</summary>
public sealed class PairRunner(Toolbox tools, int pairs, Action<string> report)
{
    /// <summary>What programs failed with. A failure ends its comparison, not the run: the rest of an hour's table is still worth having.</summary>
    public List<string> Failures { get; } = [];

    public async Task<ItemResult> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (tools.Belay(item) is not { } belay)
        {
            report($"{item.Name}: skipped, because there is no {(tools.Load is null ? "C compiler (cc, on Linux)" : "OpenSSL to build with (its headers)")} for the clients");
            return new ItemResult(item, []);
        }
        var running = item.Rivals
            .Select(rival => (Rival: rival, Program: tools.Find(item, rival), Pairs: new List<Pair>()))
            .Where(entry => entry.Program is not null)
            .ToList();
        for (var round = 1; round <= pairs; round++)
        {
            foreach (var entry in running.ToArray())
            {
                report($"{item.Name} against {Rivals.Name(entry.Rival.Kind)}, pair {round} of {pairs}");
                try
                {
                    var ours = await belay.RunAsync(cancellationToken);
                    entry.Pairs.Add(new Pair(ours, await entry.Program!.RunAsync(cancellationToken)));
                }
                catch (CommandFailedException e)
                {
                    Failures.Add(e.Message);
                    running.Remove(entry);
                }
            }
        }
        return new ItemResult(item, [.. running.Select(entry => new Comparison(entry.Rival, entry.Pairs))]);
    }
}
