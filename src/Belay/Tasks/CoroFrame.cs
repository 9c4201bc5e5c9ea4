namespace Belay;

/// <summary>One suspended coroutine: its method, and the source line of the await where symbols are at hand.</summary>
/// <param name="Method">Namespace, type and method.</param>
/// <param name="File">The source file, or null.</param>
/// <param name="Line">The line in it, counted from 1, or null.</param>
public sealed record CoroFrame(string Method, string? File, int? Line);
