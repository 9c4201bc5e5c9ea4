using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay.Cli;

/// <summary>All that is not the running of what has been compiled.</summary>
static class CommandLine
{
    internal static int Run(string[] args)
    {
        CompilerAssemblies.Provide();
        try
        {
            return RunProvided(args);
        }
        catch (UserError error)
        {
            Terminal.Fail(error.Message);
            return 1;
        }
        catch (KeyboardInterruptException interrupt)
        {
            return interrupt.Signal == PosixSignal.SIGTERM ? 143 : 130;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static int RunProvided(string[] args)
    {
        if (RunRequest.TryParse(args) is { } request) return RunCommand.Run(request);
        if (args is [] or ["-h" or "-?" or "--help" or "help"]) return Tutorial.Show();
        var root = new RootCommand("C# scripts that run as modules on Belay, asyncio for C#.")
        {
            RunCommand.Describe(args),
            NewCommand.Describe(),
            ReplCommand.Describe(),
            PackageCommands.Install(),
            PackageCommands.List(),
            PackageCommands.Uninstall(),
            CacheCommand.Describe(),
            PickleCommand.Describe(),
        };
        // Its own handling of errors and signals would come before ours.
        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
