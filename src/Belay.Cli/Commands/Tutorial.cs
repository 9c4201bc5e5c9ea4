using Spectre.Console;

namespace Belay.Cli;

/// <summary>What `belay` says when it is asked for nothing: all there is to know for a start, on one screen.</summary>
static class Tutorial
{
    const string Text = """
        [bold]belay[/]: C# scripts that run as modules on Belay, asyncio for C#.

        [bold]Write a file[/], scripts/hello.cs. No project, no build:

            [grey]using Belay;
            using scripts.helpers;                      // scripts/helpers.cs, beside it

            await Coro.Sleep(TimeSpan.FromSeconds(1));  // await works at the top level
            Console.WriteLine(Helpers.Greet(args));[/]

        [bold]Run it[/] from the folder above scripts. Ctrl-C cleans up, and exits with 130:

            belay run -m scripts.hello Ada              by its name: arguments reach it untouched
            belay run scripts/hello.cs Ada              by its file
              -u           write output at once, also into a pipe (BELAY_UNBUFFERED=1)
              --debug      look for mistakes while it runs
              --production refuse to run with editable packages (BELAY_PRODUCTION=1)

        [bold]Imports[/]       using a.b;                 a/b.cs, or the files of the folder a/b
                      #:import .b                the one beside this file; ..b a folder above
        [bold]Packages[/]      #:package Name@Version     and #:project, #:property, #:sdk, as in .NET

        [bold]More[/]          belay new script NAME      a small start; belay new service NAME
                      belay repl                 a prompt with await, on a loop that runs
                      belay install -e PATH      use sources from where they are; belay list, belay uninstall NAME
                      belay cache                what is kept of earlier runs; belay cache clear
                      belay pickle FILE          what is in a pickle of Python's
                      belay COMMAND --help       all about one of them

        """;

    internal static int Show()
    {
        Terminal.Out.Markup(Text);
        return 0;
    }
}
