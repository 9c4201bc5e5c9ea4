namespace Belay.Cli;

/// <summary>Something is not as it should be, and the message tells whoever typed the command what, and what to do. No stack is of use to him.</summary>
sealed class UserError(string message) : Exception(message);
