namespace Belay;

/// <summary>A future was asked for what it does not have yet, or given a second outcome. asyncio.InvalidStateError.</summary>
/// <param name="message">What was done and why it cannot be.</param>
public sealed class InvalidStateException(string message) : InvalidOperationException(message);
