namespace FetchSample;

/// <summary>What became of a page.</summary>
/// <param name="Url">Which.</param>
/// <param name="Outcome">In a word or two: the status, or what went wrong.</param>
/// <param name="IsGood">Whether it came.</param>
/// <param name="Bytes">How long it was, as far as it came.</param>
/// <param name="Time">How long it took.</param>
sealed record PageResult(Uri Url, string Outcome, bool IsGood, long Bytes, TimeSpan Time);
