"""What the rules cost: a project of 100 files is built from scratch, with them and without, in pairs.

    dotnet build src/Belay -c Release && python3 bench/rules/compile_cost.py [pairs]

Each build is cold: no compiler server, no build node from before, nothing up to date but the restore. Printed are the medians
of the pairs' ratios, of the time on the clock and of the processor's, which a busy machine disturbs less.
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = 100

PROJECT = f"""
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <UseSharedCompilation>false</UseSharedCompilation>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="{ROOT}/src/Belay/bin/Release/net10.0/Belay.dll" />
    <Using Include="Belay" />
    <Analyzer Include="{ROOT}/src/Belay.Analyzers/bin/Release/netstandard2.0/Belay.Analyzers.dll" Condition="'$(Rules)' == 'true'" />
  </ItemGroup>
</Project>
"""

# A file of an ordinary program: a part that awaits, a part that does not.
SOURCE = """
namespace Generated;

public sealed record Order@(int Id, string Customer, decimal Amount, DateTime Placed);

public sealed class Store@
{
    readonly AsyncLock _gate = new();
    readonly AsyncQueue<Order@> _inbox = new(maxSize: 100);
    readonly Dictionary<int, Order@> _orders = [];
    decimal _total;

    public async Coro Run(int workers) => await TaskGroup.Run(async group =>
    {
        for (var i = 0; i < workers; i++) group.CreateTask(Work($"worker {i}"));
        await Fill();
        _inbox.Shutdown();
    });

    public async Coro<Order@?> Find(int id)
    {
        using (await _gate.AcquireAsync())
        {
            return _orders.GetValueOrDefault(id);
        }
    }

    async Coro Fill()
    {
        foreach (var number in Enumerable.Range(0, 50))
        {
            await _inbox.PutAsync(new(number, $"customer {number % 7}", number * 1.5m, DateTime.UnixEpoch.AddDays(number)));
        }
    }

    async Coro Work(string name)
    {
        await foreach (var order in _inbox.ReadAllAsync())
        {
            try
            {
                var checkedOrder = await Check(order);
                using (await _gate.AcquireAsync())
                {
                    _orders[checkedOrder.Id] = checkedOrder;
                    _total += checkedOrder.Amount;
                }
            }
            catch (InvalidOperationException error)
            {
                Console.WriteLine($"{name}: {error.Message}");
            }
            finally
            {
                _inbox.TaskDone();
            }
        }
    }

    static async Coro<Order@> Check(Order@ order)
    {
        var (limit, name) = await Coro.Gather(Limit(order.Customer), Name(order.Customer));
        if (order.Amount > limit) throw new InvalidOperationException($"{name} may not order for {order.Amount}");
        return order with { Customer = name };
    }

    static async Coro<decimal> Limit(string customer)
    {
        await Coro.Sleep(TimeSpan.FromMilliseconds(customer.Length));
        return 100 + customer.Length;
    }

    static async Coro<string> Name(string customer)
    {
        await Coro.Yield();
        return customer.Trim().ToUpperInvariant();
    }
}

public static class Report@
{
    public static string Render(IReadOnlyList<Order@> orders)
    {
        var text = new System.Text.StringBuilder();
        foreach (var group in orders.GroupBy(order => order.Customer).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(group.Key);
            foreach (var order in group.Where(order => order.Amount > 0).OrderByDescending(order => order.Amount).Take(10))
            {
                text.Append("  ").Append(order.Id).Append(": ").AppendLine(order.Amount.ToString("0.00"));
            }
            text.Append("  sum ").AppendLine(group.Sum(order => order.Amount).ToString("0.00"));
        }
        return text.ToString();
    }

    public static (decimal Mean, decimal Median, decimal Deviation) Measure(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0) return default;
        var mean = sorted.Average();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        var squares = 0m;
        for (var i = 0; i < sorted.Length; i++)
        {
            var difference = sorted[i] - mean;
            squares += difference * difference;
        }
        return (mean, median, (decimal)Math.Sqrt((double)(squares / sorted.Length)));
    }

    public static bool TryParse(string line, out Order@? order)
    {
        order = null;
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length != 4) return false;
        if (!int.TryParse(parts[0], out var id) || !decimal.TryParse(parts[2], out var amount)) return false;
        if (!DateTime.TryParse(parts[3], out var placed)) return false;
        order = new(id, parts[1], amount, placed);
        return true;
    }
}
"""


def build(folder: str, rules: bool) -> tuple[float, float]:
    """The seconds of the clock and of the processor that one build takes."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = ["dotnet", "build", "--no-restore", "-t:Rebuild", "-nodeReuse:false", "-v:q", "-nologo", f"-p:Rules={str(rules).lower()}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    elapsed, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    os.environ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "Generated.csproj").write_text(PROJECT)
        for number in range(FILES):
            pathlib.Path(folder, f"Store{number}.cs").write_text(SOURCE.replace("@", str(number)))
        subprocess.run(["dotnet", "restore", "-v:q"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        build(folder, rules=True)
        measured = [(build(folder, rules=False), build(folder, rules=True)) for _ in range(pairs)]
    for what, kind in enumerate(("clock", "processor")):
        ratios = sorted(with_rules[what] / without[what] for without, with_rules in measured)
        seconds = statistics.median(without[what] for without, _ in measured)
        print(f"{kind}: {statistics.median(ratios) - 1:+.1%} of {seconds:.2f} s, from {ratios[0] - 1:+.1%} to {ratios[-1] - 1:+.1%} in {pairs} pairs")


if __name__ == "__main__":
    main()
