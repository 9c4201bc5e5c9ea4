namespace Belay;

/// <summary>
/// A cancellation on its way through coroutines that have nothing to notice it with. Most are never seen by anybody, and an exception
/// would be three times as large; it is made for the first who asks.
/// </summary>
internal sealed class UnseenCancellation(string? message)
{
    CoroutineTrace _trace;

    /// <inheritdoc cref="CoroutineTrace.OnPass"/>
    internal void OnPass(Frame frame) => _trace.OnPass(frame);

    /// <param name="failure">An exception, or one of these.</param>
    internal static Exception AsException(object failure) => failure as Exception ?? ((UnseenCancellation)failure).ToException();

    /// <summary>Whether a failure, which is an exception or one of these, is a cancellation.</summary>
    internal static bool IsCancellation(object failure) => failure is UnseenCancellation or CancelledException;

    internal CancelledException ToException() => new(message) { Trace = _trace };
}
