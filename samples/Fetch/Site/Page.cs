namespace FetchSample.Site;

/// <summary>A page of the site. All that is to be known of it is in its path: <c>/page/7/1000</c>.</summary>
/// <param name="Kind">How it behaves.</param>
/// <param name="Number">Makes it another than the others; the site takes so many milliseconds for it.</param>
/// <param name="Length">How long it is, in bytes.</param>
sealed record Page(PageKind Kind, int Number, int Length)
{
    const int MostLength = 100_000_000;

    public bool IsGood => Kind == PageKind.Page;

    public Uri UrlOn(Uri site) => new(site, $"{Kind.ToString().ToLowerInvariant()}/{Number}/{Length}");

    /// <summary>So many pages, always the same; one in 25 does not come.</summary>
    public static IEnumerable<Page> Plan(int count)
    {
        var random = new Random(count);
        for (var number = 0; number < count; number++)
        {
            // A page that stalls takes the whole of the time limit, so there is only one.
            var kind = number == 0 ? PageKind.Page : number == count / 2 ? PageKind.Stalls : random.Next(25) > 0 ? PageKind.Page : (PageKind)random.Next(1, 4);
            yield return new Page(kind, number, (int)Math.Pow(10, 1 + random.NextDouble() * 4));
        }
    }

    /// <summary>Null if there is no such page.</summary>
    public static Page? Parse(string path) =>
        path.Split('/') is ["", var kind, var number, var length]
        && Enum.TryParse<PageKind>(kind, ignoreCase: true, out var parsed)
        && int.TryParse(number, out var parsedNumber)
        && int.TryParse(length, out var parsedLength) && parsedLength is >= 0 and <= MostLength
            ? new Page(parsed, parsedNumber, parsedLength)
            : null;
}
