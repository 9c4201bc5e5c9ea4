using HubSample.Coroutines;
using HubSample.Server;
using Spectre.Console;

namespace HubSample.Terminal;

/// <summary>One line that tells how the hub is doing, renewed in place.</summary>
static class LiveLine
{
    const string ClearLine = "\r\e[2K";
    static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows the line while the body runs, if the screen can.</summary>
    public static async Coro WhileAsync(Screen screen, MessageHub hub, Func<Coro> body)
    {
        if (!screen.HasLiveLine)
        {
            await body();
            return;
        }

        // For ever, as the listener: so in no group, and owned here.
        var line = Coro.CreateTask(ShowAsync(screen.Out, hub), "live line");
        try
        {
            await body();
        }
        finally
        {
            await line.StopAsync();
        }
    }

    static async Coro ShowAsync(IAnsiConsole console, MessageHub hub)
    {
        var loop = EventLoop.Running;
        using var ticks = new PeriodicTimer(_interval);
        console.Cursor.Hide();
        try
        {
            while (true)
            {
                var (since, accepted, deliveries) = (loop.Time, hub.Accepted, hub.Deliveries);
                // .NET's own, and no token: cancelling this task ends the wait all the same.
                await ticks.WaitForNextTickAsync();
                var seconds = (loop.Time - since).TotalSeconds;
                console.Write(new ControlCode(ClearLine));
                console.Markup(
                    $"[green]{hub.Count:N0}[/] clients   "
                    + $"[yellow]{(hub.Accepted - accepted) / seconds:N0}[/] messages/s   "
                    + $"[yellow]{(hub.Deliveries - deliveries) / seconds:N0}[/] deliveries/s   "
                    + $"[blue]{Coro.AllTasks().Count:N0}[/] tasks");
            }
        }
        finally
        {
            console.Write(new ControlCode(ClearLine));
            console.Cursor.Show();
        }
    }
}
