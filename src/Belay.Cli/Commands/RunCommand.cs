using System.CommandLine;

namespace Belay.Cli;

/// <summary>`belay run`: compiles what has not been compiled before, and runs it.</summary>
static class RunCommand
{
    /// <summary>For the help, and for what is not as it should be: a run that can be made sense of has been made.</summary>
    internal static Command Describe(string[] args)
    {
        var command = new Command("run", "Run a script: belay run [options] (-m NAME | FILE) [arguments of the script].")
        {
            new Option<string>("--module", "-m") { Description = "The module's dotted name, from the current directory: scripts.worker is scripts/worker.cs or scripts/worker/Main.cs.", HelpName = "NAME" },
            new Option<bool>("--unbuffered", "-u") { Description = "Write output at once, also where it does not go to a terminal. BELAY_UNBUFFERED=1." },
            new Option<bool>("--debug") { Description = "Compile for debugging, and look for mistakes while it runs. BELAY_DEBUG=1 does the latter." },
            new Option<bool>("--production") { Description = "Refuse to run while a package is installed as editable. BELAY_PRODUCTION=1." },
            new Argument<string[]>("script") { Description = "A file, and what it is to be given. The options of belay come before it.", HelpName = "FILE", Arity = ArgumentArity.ZeroOrMore },
        };
        command.SetAction(_ => Refuse(args));
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    static int Refuse(string[] args)
    {
        var unknown = args.Skip(1).FirstOrDefault(arg => arg.StartsWith('-') && arg is not ("-u" or "--unbuffered" or "--debug" or "--production" or "-m" or "--module"));
        throw new UserError((unknown is null ? "there is nothing to run." : $"belay run has no option {unknown}; those of the script come after it.")
            + "\n  by its name: belay run -m scripts.worker\n  by its file: belay run scripts/worker.cs");
    }

    internal static int Run(RunRequest request)
    {
        if (request.IsProduction) PackageCommands.CheckProduction(EntryFinder.RootOf(request));
        return (ProgramCache.TryFind(request) ?? ScriptBuild.Run(request)) is { } program ? Launcher.Run(program, request) : 1;
    }
}
