namespace Belay.Pickling.Tests.Support;

/// <summary>BELAY_SOAK=1 asks for the long form of tests that otherwise take a part of their cases.</summary>
static class Soak
{
    public static bool IsLong => Environment.GetEnvironmentVariable("BELAY_SOAK") == "1";
}
