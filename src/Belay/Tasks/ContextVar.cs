using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A variable with a value for each context: a task starts with a copy of its creator's context, and the coroutines it awaits share the
/// task's. Rebinding it in a task is seen by nobody outside; changing the object it refers to is. contextvars.ContextVar.
/// </summary>
/// <remarks>Kept in an AsyncLocal, so it flows through .NET's tasks and threads too. Of use on any thread.</remarks>
/// <param name="name">For people.</param>
/// <param name="defaultValue">The value where none was set.</param>
public sealed class ContextVar<T>(string name, T defaultValue = default!)
{
    readonly AsyncLocal<StrongBox<T>?> _local = new();

    /// <summary>For people.</summary>
    public string Name { get; } = name;

    /// <summary>The value in the current context; the default where none was set.</summary>
    public T Value
    {
        get => _local.Value is { } box ? box.Value! : defaultValue;
        set => _local.Value = new StrongBox<T>(value);
    }

    /// <summary>Sets the value in the current context.</summary>
    /// <returns>For <see cref="Reset"/>, which brings back what there was before.</returns>
    public ContextToken<T> Set(T value)
    {
        var token = new ContextToken<T>(this, _local.Value);
        Value = value;
        return token;
    }

    /// <summary>Goes back to what there was before a <see cref="Set"/>. Each token serves once.</summary>
    /// <exception cref="ArgumentException">The token belongs to another variable or context (that of another task, say).</exception>
    /// <exception cref="InvalidOperationException">The token has been used.</exception>
    public void Reset(ContextToken<T> token) => _local.Value = token.Use(this);
}
