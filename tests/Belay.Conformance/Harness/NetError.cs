namespace Belay.Conformance;

/// <summary>Another kind of failure.</summary>
sealed class NetError(string message) : Exception(message);
