namespace Belay.Tests.Diagnostics;

/// <inheritdoc cref="TracedException"/>
internal sealed class TracedGroup(string message, string trace, IEnumerable<Exception> errors) : ExceptionGroup(message, errors)
{
    public override string StackTrace => trace;
}
