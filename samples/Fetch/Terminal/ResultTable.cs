using Spectre.Console;

namespace FetchSample.Terminal;

/// <summary>What the pages have come to, by outcome; and one by one, if they are few.</summary>
static class ResultTable
{
    const int MostPages = 40;

    public static void Print(Screen screen, Tally tally)
    {
        if (tally.Results.Count is > 0 and <= MostPages)
        {
            screen.Out.Write(OfPages(screen, tally.Results));
        }

        screen.Out.Write(OfOutcomes(screen, tally.Results));
        var came = $"{tally.Results.Count - tally.Failed:N0} of {tally.Total:N0} pages came";
        screen.Out.MarkupLine(
            (tally.Failed == 0 ? $"[green]{came}[/]" : $"{came}, [red]{tally.Failed:N0} failed[/]")
            + (tally.IsComplete ? "" : $", {tally.Total - tally.Results.Count:N0} were not fetched"));
    }

    static Table OfPages(Screen screen, IEnumerable<PageResult> results)
    {
        var table = Begin(screen, "page");
        foreach (var result in results)
        {
            table.AddRow(Markup.Escape(result.Url.ToString()), Outcome(result), Figures.Size(result.Bytes), Figures.Milliseconds(result.Time));
        }

        return table;
    }

    static Table OfOutcomes(Screen screen, IEnumerable<PageResult> results)
    {
        var table = Begin(screen, "pages");
        foreach (var alike in results.GroupBy(result => result.Outcome).OrderByDescending(group => group.Count()))
        {
            table.AddRow($"{alike.Count():N0}", Outcome(alike.First()), Figures.Size(alike.Sum(result => result.Bytes)), Figures.Milliseconds(alike.Max(result => result.Time)));
        }

        return table;
    }

    static Table Begin(Screen screen, string first)
    {
        var table = new Table { Border = screen.IsPlain ? TableBorder.None : TableBorder.Rounded };
        table.AddColumn(first).AddColumn("came to");
        table.AddColumn(new TableColumn("size").RightAligned());
        table.AddColumn(new TableColumn(first == "page" ? "time" : "slowest").RightAligned());
        return table;
    }

    static string Outcome(PageResult result) => $"[{(result.IsGood ? "green" : "red")}]{Markup.Escape(result.Outcome)}[/]";
}
