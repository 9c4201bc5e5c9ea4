using Belay.Bench.Comparing;
using Spectre.Console;

namespace Belay.Bench.Reporting;

/// <summary>The report as it is shown at the end of a run.</summary>
public static class TerminalReport
{
    /// <summary>In a pipe or a log: no escapes, and no folding to the 80 columns of a terminal that is not there.</summary>
    private static readonly IAnsiConsole s_console = Console.IsOutputRedirected ? Plain() : AnsiConsole.Console;

    public static void Show(IReadOnlyList<ItemResult> results)
    {
        Show(ReportTable.Ratios(results));
        Show(ReportTable.Absolute(results));
    }

    private static void Show(ReportTable report)
    {
        var table = new Table { Title = new TableTitle(report.Title), Border = TableBorder.Rounded };
        foreach (var column in report.Columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }
        foreach (var row in report.Rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell, Colour(cell)))]);
        }
        s_console.Write(table);
    }

    private static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 240;
        return console;
    }

    private static Style Colour(string cell) => cell switch
    {
        _ when cell.StartsWith("yes", StringComparison.Ordinal) => new Style(Color.Green),
        _ when cell.StartsWith("no:", StringComparison.Ordinal) => new Style(Color.Red),
        _ => Style.Plain,
    };
}
