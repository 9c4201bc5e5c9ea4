namespace Belay.Bench.Measuring;

/// <summary>Several readings of the same thing. The median, since a shared machine's outliers all point one way.</summary>
public sealed record Summary(double Median, double Min, double Max)
{
    public static Summary Of(IEnumerable<double> readings)
    {
        var sorted = readings.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Summary(median, sorted[0], sorted[^1]);
    }
}
