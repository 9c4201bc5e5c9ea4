using System.Text.RegularExpressions;

namespace FetchSample.Tests;

public sealed class FetchTests : IDisposable
{
    readonly string _list = Path.GetTempFileName();

    public void Dispose() => File.Delete(_list);

    [Fact]
    public async Task OwnSite_Fetched_IsAsPlanned()
    {
        await using var fetch = FetchProcess.Start("--pages", "60", "--timeout", "2");

        var (exitCode, output, errors) = await fetch.ExitAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.EndsWith("all as the site had planned", output.TrimEnd());
        Assert.Equal(60, Regex.Count(output, "http://"));
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task List_AllPagesCome_ExitsWith0()
    {
        var (site, url) = await FetchProcess.ServeAsync();
        await using var _ = site;
        await using var fetch = Fetch(["# two pages", "", $"{url}page/1/10", $"  {url}page/2/2000  "]);

        var (exitCode, output, errors) = await fetch.ExitAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches($@"{url}page/1/10\s+200 OK\s+10 B", output);
        Assert.Matches($@"{url}page/2/2000\s+200 OK\s+2.0 KiB", output);
        Assert.EndsWith("2 of 2 pages came", output.TrimEnd());
    }

    [Fact]
    public async Task List_PagesFail_SaysHowAndExitsWith1()
    {
        var (site, url) = await FetchProcess.ServeAsync();
        await using var _ = site;
        var nobody = new UriBuilder(url) { Port = 1 }.Uri;
        await using var fetch = Fetch(
            [$"{url}page/1/10", $"{url}missing/2/10", $"{url}fails/3/10", $"{url}breaksoff/4/10", $"{url}stalls/5/10", $"{nobody}page/6/10"], "--timeout", "1");

        var (exitCode, output, errors) = await fetch.ExitAsync();

        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Matches($@"{url}missing/2/10\s+404 NotFound", output);
        Assert.Matches($@"{url}fails/3/10\s+500 InternalServerError", output);
        Assert.Matches($@"{url}breaksoff/4/10\s+broken off\s+10 B", output);
        Assert.Matches($@"{url}stalls/5/10\s+timed out", output);
        Assert.Matches($@"{nobody}page/6/10\s+no connection", output);
        Assert.EndsWith("1 of 6 pages came, 5 failed", output.TrimEnd());
    }

    [Fact]
    public async Task List_MoreThanMayBeAtOnce_TheLimitHolds()
    {
        var (site, url) = await FetchProcess.ServeAsync();
        await using var _ = site;
        await using var fetch = Fetch(Enumerable.Range(10, 30).Select(number => $"{url}page/{number}/10"), "--at-once", "3");

        Assert.Equal(0, (await fetch.ExitAsync()).ExitCode);

        using var client = new HttpClient();
        Assert.Equal("3", await client.GetStringAsync(new Uri(url, "most-at-once")).OrHang());
    }

    [Fact]
    public async Task List_Interrupted_ShowsWhatHasComeAndExitsWith130()
    {
        var (site, url) = await FetchProcess.ServeAsync();
        await using var _ = site;
        await using var fetch = Fetch([$"{url}page/1/10", $"{url}stalls/2/10", $"{url}stalls/3/10"], "--at-once", "2");
        Assert.StartsWith("200 OK", await fetch.ReadLineAsync());

        fetch.Signal(FetchProcess.SigInt);

        var (exitCode, output, errors) = await fetch.ExitAsync();
        Assert.Equal((130, ""), (exitCode, errors));
        Assert.Matches($@"{url}page/1/10\s+200 OK\s+10 B", output);
        Assert.EndsWith("1 of 3 pages came, 2 were not fetched", output.TrimEnd());
    }

    [Fact]
    public async Task List_WithSomethingElse_NamesTheLine()
    {
        await using var fetch = Fetch(["http://example.org/", "example.org"]);

        var (exitCode, output, errors) = await fetch.ExitAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"fetch: {_list}, line 2: 'example.org' is no URL. It has to begin with http:// or https://.", errors.TrimEnd());
    }

    [Fact]
    public async Task List_Missing_IsSaid()
    {
        await using var fetch = FetchProcess.Start("no such list");

        var (exitCode, output, errors) = await fetch.ExitAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("fetch: no such list cannot be read: ", errors);
    }

    [Theory]
    [InlineData("--at-once", "0")]
    [InlineData("--timeout", "0")]
    [InlineData("--pages", "0")]
    [InlineData("--serve", "70000")]
    public async Task Option_OutOfRange_IsRefused(string option, string value)
    {
        await using var fetch = FetchProcess.Start($"{option}={value}");

        var (exitCode, _, errors) = await fetch.ExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(option, errors);
    }

    FetchProcess Fetch(IEnumerable<string> lines, params string[] options)
    {
        File.WriteAllLines(_list, lines);
        return FetchProcess.Start([_list, .. options]);
    }
}
