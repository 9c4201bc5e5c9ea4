namespace Belay.Tests.Support;

/// <summary>A failure that only a test can have thrown.</summary>
sealed class Boom(string message = "boom") : Exception(message);
