namespace Belay.Cli;

/// <summary>
/// What `belay run` was asked for. Read by hand: whatever follows the script is its own, to the letter, and a parser that knows of
/// options, response files and "--" would touch it.
/// </summary>
sealed record RunRequest
{
    /// <summary>A dotted name after -m, else a file.</summary>
    public required string Target { get; init; }

    public required bool IsModule { get; init; }

    public required string[] Arguments { get; init; }

    public bool IsUnbuffered { get; init; }

    public bool IsDebug { get; init; }

    public bool IsProduction { get; init; }

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

        RunRequest Make(string target, bool isModule, int rest) => new()
        {
            Target = target,
            IsModule = isModule,
            Arguments = args[rest..],
            IsUnbuffered = unbuffered,
            IsDebug = debug,
            IsProduction = production,
        };
    }

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } and not "0";
}
