namespace Belay;

/// <summary>A failure that no one awaits. asyncio: the context that a loop's exception handler is called with.</summary>
/// <param name="Message">What happened, in words.</param>
/// <param name="Exception">The failure, if there is one.</param>
/// <param name="Source">The task or future that failed, if there is one.</param>
public sealed record LoopError(string Message, Exception? Exception, Future? Source);
