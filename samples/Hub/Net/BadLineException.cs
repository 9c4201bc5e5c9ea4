namespace HubSample.Net;

/// <summary>A client sent what is no line of text. The message is for the client.</summary>
sealed class BadLineException(string message) : Exception(message);
