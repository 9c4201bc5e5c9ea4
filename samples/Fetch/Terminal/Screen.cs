using Spectre.Console;

namespace FetchSample.Terminal;

/// <summary>Standard output: with colours and a bar that moves on a terminal, plain text anywhere else.</summary>
sealed class Screen
{
    public Screen(bool plain)
    {
        IsPlain = plain || Console.IsOutputRedirected;
        Out = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = IsPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = IsPlain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (IsPlain)
        {
            // Whoever reads it has no width at which to break lines.
            Out.Profile.Width = 1000;
        }
    }

    public IAnsiConsole Out { get; }

    public bool IsPlain { get; }

    public bool HasLiveLine => !IsPlain && Out.Profile.Capabilities.Ansi;

    public void Say(string line) => Out.WriteLine(line);
}
