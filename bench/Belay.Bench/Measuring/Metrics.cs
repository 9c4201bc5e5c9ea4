using System.Globalization;

namespace Belay.Bench.Measuring;

/// <summary>What one program measured, by name: "ns" per operation, "bytes" per operation and the like.
/// Its text, one "name value" a line, is what every program prints, in whatever language it is written.</summary>
public sealed class Metrics
{
    private readonly Dictionary<string, double> _values = [];

    public double this[string name]
    {
        get => _values.TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException($"The program printed no \"{name}\", only: {string.Join(", ", _values.Keys)}.");
        set => _values[name] = value;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public static Metrics Parse(string text)
    {
        var metrics = new Metrics();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(' ') is not [var name, var number]
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new FormatException($"Expected a line \"name value\", got \"{line}\".");
            }
            metrics[name] = value;
        }
        return metrics;
    }

    public override string ToString() =>
        string.Join('\n', _values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:0.####}")));
}
