using Spectre.Console;

namespace Belay.Cli;

/// <summary>What is said to people: with colours on a terminal, plain anywhere else, and never broken into lines by us.</summary>
static class Terminal
{
    internal static IAnsiConsole Error { get; } = Open(Console.Error, Console.IsErrorRedirected);

    internal static IAnsiConsole Out { get; } = Open(Console.Out, Console.IsOutputRedirected);

    internal static void Say(string line) => Out.WriteLine(line);

    internal static void Fail(string message) => Error.MarkupLine($"[bold red]belay:[/] {Markup.Escape(message)}");

    internal static void Note(string message) => Error.MarkupLine($"[grey]belay: {Markup.Escape(message)}[/]");

    static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        var isPlain = isRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = short.MaxValue;
        return console;
    }
}
