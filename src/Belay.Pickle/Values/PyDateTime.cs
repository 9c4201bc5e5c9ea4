namespace Belay.Pickling;

/// <summary>A datetime of Python's that neither DateTime nor DateTimeOffset is: with a zone of another kind, or in the repeated hour of a clock set back.</summary>
/// <param name="Value">What the clock shows.</param>
/// <param name="Zone">The tzinfo: a <see cref="PyTimeZone"/>, or what the pickle made of another; null for none.</param>
/// <param name="IsFold">Whether it is the second time that the clock shows this.</param>
public sealed record PyDateTime(DateTime Value, object? Zone = null, bool IsFold = false);
