namespace Belay;

/// <summary>What a wait for several futures found.</summary>
/// <param name="Done">Those that were done.</param>
/// <param name="Pending">Those that were not.</param>
public sealed record WaitResult(IReadOnlySet<Future> Done, IReadOnlySet<Future> Pending);
