using System.CommandLine;

namespace Belay.Cli;

/// <summary>`belay repl`: a prompt on a loop that runs.</summary>
static class ReplCommand
{
    internal static Command Describe()
    {
        var debug = new Option<bool>("--debug") { Description = "Look for mistakes while it runs. BELAY_DEBUG=1." };
        var command = new Command("repl", "A prompt with await. Tasks go on between the lines; Ctrl-C cancels what runs, not the prompt; Ctrl-D ends it.") { debug };
        command.SetAction(parsed => Coro.RunMain(new Prompt(Console.In, Console.Out).RunAsync(), new RunOptions { Debug = parsed.GetValue(debug) ? true : null }));
        return command;
    }
}
