namespace Belay.Pickling;

/// <summary>A time of Python's that TimeOnly is not: with a zone, or in the repeated hour of a clock set back.</summary>
/// <param name="Value">What the clock shows.</param>
/// <param name="Zone">The tzinfo: a <see cref="PyTimeZone"/>, or what the pickle made of another; null for none.</param>
/// <param name="IsFold">Whether it is the second time that the clock shows this.</param>
public sealed record PyTime(TimeOnly Value, object? Zone = null, bool IsFold = false);
