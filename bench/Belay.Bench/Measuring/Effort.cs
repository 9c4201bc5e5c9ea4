namespace Belay.Bench.Measuring;

/// <summary>How long one program measures.</summary>
/// <param name="WarmUp">At least; it also lasts until tiered compilation is through.</param>
/// <param name="SampleTime">How long one sample lasts, at least.</param>
/// <param name="Samples">Their median is the figure.</param>
/// <param name="Divisor">Of the size of work whose size is fixed.</param>
public sealed record Effort(TimeSpan WarmUp, TimeSpan SampleTime, int Samples, int Divisor)
{
    public static Effort Full { get; } = new(TimeSpan.FromMilliseconds(800), TimeSpan.FromMilliseconds(30), 11, 1);

    public static Effort Quick { get; } = new(TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(10), 5, 10);

    /// <summary>The size of work whose size is fixed, such as a million sleeping tasks.</summary>
    public int Scale(int count) => count / Divisor;
}
