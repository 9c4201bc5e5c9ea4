using System.CommandLine;
using System.Net;
using FetchSample;
using FetchSample.Site;
using FetchSample.Terminal;

var list = new Argument<string?>("list")
{
    Description = "A file of URLs, one a line; blank lines and those that begin with # are passed over. None: pages of a site of its own, which is served meanwhile.",
    Arity = ArgumentArity.ZeroOrOne,
};
var atOnce = new Option<int>("--at-once")
{
    Description = "How many pages are fetched at the same time.",
    DefaultValueFactory = _ => 16,
};
var timeout = new Option<double>("--timeout")
{
    Description = "How many seconds a page may take.",
    DefaultValueFactory = _ => 10,
};
var pages = new Option<int>("--pages")
{
    Description = "How many pages of its own site, if there is no list.",
    DefaultValueFactory = _ => 200,
};
var serve = new Option<int?>("--serve")
{
    Description = "Serve that site on this port until Ctrl-C, and fetch nothing; 0 takes a free one.",
    HelpName = "port",
};
var plain = new Option<bool>("--plain")
{
    Description = "A line for each page in the place of the bar, and no colours, as when the output is redirected.",
};
atOnce.Validators.Add(result => Require(result.GetValueOrDefault<int>() is >= 1 and <= 1000, "--at-once: 1 to 1000.", result.AddError));
timeout.Validators.Add(result => Require(result.GetValueOrDefault<double>() is > 0 and <= 86_400, "--timeout: above 0, at most 86400.", result.AddError));
pages.Validators.Add(result => Require(result.GetValueOrDefault<int>() is >= 1 and <= 1_000_000, "--pages: 1 to 1000000.", result.AddError));
serve.Validators.Add(result => Require(IsPort(result.GetValueOrDefault<int?>() ?? 0), "--serve: 0 to 65535.", result.AddError));

var root = new RootCommand("Fetches a list of pages on Belay: so many at once, so long for each.")
{
    list, atOnce, timeout, pages, serve, plain,
};
root.SetAction(options =>
{
    var screen = new Screen(options.GetValue(plain));
    var fetcher = new Fetcher(options.GetValue(atOnce), TimeSpan.FromSeconds(options.GetValue(timeout)));
    try
    {
        if (options.GetValue(serve) is { } port) return Coro.RunMain(TestSite.ServeAsync(port, screen));
        return Coro.RunMain(options.GetValue(list) is { } file
            ? FetchRun.OfListAsync(UrlList.Read(file), fetcher, screen)
            : FetchRun.OfOwnSiteAsync(options.GetValue(pages), fetcher, screen));
    }
    catch (BadListException bad)
    {
        Console.Error.WriteLine($"fetch: {bad.Message}");
        return 1;
    }
});
return root.Parse(args).Invoke();

static bool IsPort(int number) => number is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;

static void Require(bool holds, string otherwise, Action<string> addError)
{
    if (!holds)
    {
        addError(otherwise);
    }
}
