namespace Belay.Pickling;

/// <summary>A datetime.timezone of Python's.</summary>
/// <param name="Offset">How much it is ahead of UTC: less than a day, either way.</param>
/// <param name="Name">Its name, if it was given one.</param>
public sealed record PyTimeZone(TimeSpan Offset, string? Name = null) : IPyKey;
