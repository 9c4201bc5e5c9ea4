namespace FetchSample;

/// <summary>The list cannot be fetched; the message says why, and in which line.</summary>
sealed class BadListException(string message, Exception? inner = null) : Exception(message, inner);
