namespace Belay.Tests.Diagnostics;

/// <summary>Has the stack trace it is given.</summary>
internal sealed class TracedException(string message, string trace, Exception? inner = null) : Exception(message, inner)
{
    public override string StackTrace => trace;
}
