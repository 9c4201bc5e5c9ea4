namespace Belay.Cli;

static class Program
{
    /// <summary>
    /// What has been compiled before is run without a look at anything else: neither the command line's library nor the terminal's nor the
    /// compiler is loaded for it.
    /// </summary>
    static int Main(string[] args)
    {
        if (RunRequest.TryParse(args) is { } request && !MustBeChecked(request) && ProgramCache.TryFind(request) is { } program)
            return Launcher.Run(program, request);
        return CommandLine.Run(args);
    }

    static bool MustBeChecked(RunRequest request) => request.IsProduction && File.Exists(ProjectFile.PathIn(EntryFinder.RootOf(request)));
}
