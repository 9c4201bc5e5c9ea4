using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Remembers what a <see cref="ContextVar{T}"/> was before it was set. contextvars.Token.</summary>
public readonly struct ContextToken<T>
{
    readonly Memory? _memory;

    internal ContextToken(ContextVar<T> variable, StrongBox<T>? before) =>
        _memory = new Memory { Variable = variable, Before = before, Context = ContextIdentity.Current };

    internal StrongBox<T>? Use(ContextVar<T> variable)
    {
        if (_memory is not { } memory || memory.Variable != variable)
            throw new ArgumentException($"The token was not made by the variable '{variable.Name}'. Reset the variable whose Set returned it.", "token");
        if (memory.Context != ContextIdentity.Current)
            throw new ArgumentException($"The token of '{variable.Name}' was made in another context. Reset it in the task that called Set.", "token");
        if (memory.Used) throw new InvalidOperationException($"The token of '{variable.Name}' has been used already: each serves once.");
        memory.Used = true;
        return memory.Before;
    }

    sealed class Memory
    {
        public required ContextVar<T> Variable;
        public required StrongBox<T>? Before;
        public required ContextIdentity Context;
        public bool Used;
    }
}
