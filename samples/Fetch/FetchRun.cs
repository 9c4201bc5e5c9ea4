using FetchSample.Site;
using FetchSample.Terminal;

namespace FetchSample;

/// <summary>From the URLs to the table.</summary>
static class FetchRun
{
    /// <summary>0 if all pages came, else 1.</summary>
    public static async Coro<int> OfListAsync(IReadOnlyList<Uri> urls, Fetcher fetcher, Screen screen)
    {
        var tally = await RunAsync(urls, fetcher, screen);
        return tally.Failed == 0 ? 0 : 1;
    }

    /// <summary>0 if every page came to what its site had planned for it, else 1.</summary>
    public static async Coro<int> OfOwnSiteAsync(int pages, Fetcher fetcher, Screen screen) => await TestSite.RunAsync(0, async site =>
    {
        var plan = Page.Plan(pages).ToDictionary(page => page.UrlOn(site.Url), page => page.IsGood);
        var tally = await RunAsync([.. plan.Keys], fetcher, screen);
        var surprises = tally.Results.Count(result => result.IsGood != plan[result.Url]);
        screen.Say(surprises == 0 ? "all as the site had planned" : $"{surprises:N0} not as the site had planned");
        return surprises == 0 ? 0 : 1;
    });

    static async Coro<Tally> RunAsync(IReadOnlyList<Uri> urls, Fetcher fetcher, Screen screen)
    {
        var tally = new Tally(urls.Count);
        try
        {
            await ProgressLine.WhileAsync(screen, tally, () => fetcher.FetchAsync(urls, result =>
            {
                tally.Add(result);
                ProgressLine.Tell(screen, result);
            }));
        }
        finally
        {
            // After Ctrl-C too: what has come is worth a table.
            ResultTable.Print(screen, tally);
        }

        return tally;
    }
}
