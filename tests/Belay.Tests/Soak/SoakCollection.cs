namespace Belay.Tests.Soak;

/// <summary>Measures memory and takes its time, so it runs when nothing else does. BELAY_SOAK=1 asks for the long form.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SoakCollection
{
    public const string Name = "soak";

    internal static bool IsLong => Environment.GetEnvironmentVariable("BELAY_SOAK") == "1";
}
