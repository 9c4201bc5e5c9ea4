using Belay.Bench.Comparing;
using Belay.Bench.Measuring;
using Belay.Bench.Work;

namespace Belay.Bench;

/// <summary>What a child process does: one measurement, printed.</summary>
public static class OneMeasurement
{
    public static int Run(string name, bool quick)
    {
        if (Find(name) is not { } measurement)
        {
            Console.Error.WriteLine($"Nothing is measured by the name \"{name}\". There are:");
            foreach (var item in WorkItems.All.Where(item => item.Measurement is not null))
            {
                Console.Error.WriteLine($"  belay/{item.Name}, dotnet/{item.Name}");
            }
            return 2;
        }
        Console.WriteLine(measurement(quick ? Effort.Quick : Effort.Full));
        return 0;
    }

    private static Measurement? Find(string name)
    {
        var parts = name.Split('/', 2);
        var item = WorkItems.All.FirstOrDefault(item => item.Name == parts[^1]);
        return parts[0] switch
        {
            "belay" => item?.Measurement,
            "dotnet" => item?.Rivals.FirstOrDefault(rival => rival.Kind == RivalKind.DotNet)?.Measurement,
            _ => null,
        };
    }
}
