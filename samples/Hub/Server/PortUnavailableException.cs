namespace HubSample.Server;

/// <summary>The hub cannot listen on the port it was given. The message is one line that says why and what to do.</summary>
sealed class PortUnavailableException(string message, Exception cause) : Exception(message, cause);
