namespace Belay.Cli;

/// <summary>
/// What `belay run` was asked for. Read by hand: whatever follows the script is its own, to the letter, and a parser that knows of
/// options, response files and "--" would touch it.
/// </summary>
/// <param name="Target">A dotted name after -m, else a file.</param>
/// <param name="IsModule">Which of the two.</param>
/// <param name="Arguments">The script's.</param>
/// <param name="IsUnbuffered">Whether output is to be written at once.</param>
/// <param name="IsDebug">Whether to look for mistakes.</param>
/// <param name="IsProduction">Whether editable packages are to be refused.</param>
sealed record RunRequest(string Target, bool IsModule, string[] Arguments, bool IsUnbuffered, bool IsDebug, bool IsProduction)
{
    /// <summary>Null if it is something else, or not as it should be: then the command line's library says what.</summary>
    internal static RunRequest? TryParse(string[] args)
    {
        if (args.Length < 2 || args[0] != "run") return null;
        var unbuffered = IsSet("BELAY_UNBUFFERED");
        var production = IsSet("BELAY_PRODUCTION");
        var debug = false;
        var next = 1;
        for (; next < args.Length && args[next].StartsWith('-'); next++)
        {
            switch (args[next])
            {
                case "-u" or "--unbuffered":
                    unbuffered = true;
                    break;
                case "--debug":
                    debug = true;
                    break;
                case "--production":
                    production = true;
                    break;
                case "-m" or "--module" when next + 1 < args.Length:
                    return Make(args[next + 1], isModule: true, next + 2);
                default:
                    return null;
            }
        }
        return next < args.Length ? Make(args[next], isModule: false, next + 1) : null;

        RunRequest Make(string target, bool isModule, int rest) => new(target, isModule, args[rest..], unbuffered, debug, production);
    }

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } and not "0";
}
