using Spectre.Console;

namespace FetchSample.Terminal;

/// <summary>A bar that fills in place; on a screen that cannot, a line for each page.</summary>
static class ProgressLine
{
    const string ClearLine = "\r\e[2K";
    const int Width = 40;
    static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows the bar while the body runs, if the screen can.</summary>
    public static async Coro WhileAsync(Screen screen, Tally tally, Func<Coro> body)
    {
        if (!screen.HasLiveLine)
        {
            await body();
            return;
        }

        // It would go on for ever, so it is cancelled when the body has ended, whichever way.
        await TaskGroup.Run(async group =>
        {
            var bar = group.CreateTask(ShowAsync(screen.Out, tally), "progress bar");
            try
            {
                await body();
            }
            finally
            {
                bar.Cancel();
            }
        });
    }

    /// <summary>The line of a page that has ended, where there is no bar.</summary>
    public static void Tell(Screen screen, PageResult result)
    {
        if (!screen.HasLiveLine)
        {
            screen.Say($"{result.Outcome}, {Figures.Size(result.Bytes)}, {Figures.Milliseconds(result.Time)}: {result.Url}");
        }
    }

    static async Coro ShowAsync(IAnsiConsole console, Tally tally)
    {
        console.Cursor.Hide();
        try
        {
            while (true)
            {
                var filled = tally.Total == 0 ? Width : (int)((long)Width * tally.Results.Count / tally.Total);
                console.Write(new ControlCode(ClearLine));
                console.Markup(
                    $"[green]{new string('━', filled)}[/][grey]{new string('━', Width - filled)}[/] "
                    + $"{tally.Results.Count:N0}/{tally.Total:N0}   [blue]{Figures.Size(tally.Bytes)}[/]   "
                    + (tally.Failed == 0 ? "" : $"[red]{tally.Failed:N0} failed[/]"));
                await Coro.Sleep(_interval);
            }
        }
        finally
        {
            console.Write(new ControlCode(ClearLine));
            console.Cursor.Show();
        }
    }
}
