namespace FetchSample;

/// <summary>What has come so far.</summary>
sealed class Tally(int total)
{
    readonly List<PageResult> _results = [];

    /// <summary>How many pages there are to be.</summary>
    public int Total => total;

    public IReadOnlyList<PageResult> Results => _results;

    public long Bytes { get; private set; }

    public int Failed { get; private set; }

    public bool IsComplete => _results.Count == total;

    public void Add(PageResult result)
    {
        _results.Add(result);
        Bytes += result.Bytes;
        if (!result.IsGood)
        {
            Failed++;
        }
    }
}
