namespace Belay.Conformance;

/// <summary>A failure that only a scenario can have thrown. Named as in the Python beside it.</summary>
sealed class AppError(string message) : Exception(message);
