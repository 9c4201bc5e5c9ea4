namespace FetchSample.Site;

/// <summary>How a page of the site behaves.</summary>
enum PageKind
{
    /// <summary>It comes.</summary>
    Page,

    /// <summary>404.</summary>
    Missing,

    /// <summary>500.</summary>
    Fails,

    /// <summary>The connection is closed in the middle of it.</summary>
    BreaksOff,

    /// <summary>No answer, ever.</summary>
    Stalls,
}
