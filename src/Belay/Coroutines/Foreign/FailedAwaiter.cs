using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Awaiters of tasks that have failed: exchanged for the real one, they have an await throw.</summary>
internal static class FailedAwaiter
{
    static readonly Dictionary<Type, Func<Exception, object>> s_plain = new()
    {
        [typeof(TaskAwaiter)] = failure => Task.FromException(failure).GetAwaiter(),
        [typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter)] = failure => Task.FromException(failure).ConfigureAwait(false).GetAwaiter(),
        [typeof(ValueTaskAwaiter)] = failure => ValueTask.FromException(failure).GetAwaiter(),
        [typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter)] = failure => ValueTask.FromException(failure).ConfigureAwait(false).GetAwaiter(),
    };

    static readonly Dictionary<Type, Func<Maker, Exception, object>> s_generic = new()
    {
        [typeof(TaskAwaiter<>)] = (maker, failure) => maker.Task(failure),
        [typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter)] = (maker, failure) => maker.ConfiguredTask(failure),
        [typeof(ValueTaskAwaiter<>)] = (maker, failure) => maker.ValueTask(failure),
        [typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter)] = (maker, failure) => maker.ConfiguredValueTask(failure),
    };

    internal static bool CanMake(Type awaiter) =>
        s_plain.ContainsKey(awaiter) || awaiter.IsGenericType && RuntimeFeature.IsDynamicCodeSupported && s_generic.ContainsKey(awaiter.GetGenericTypeDefinition());

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "CanMake says no where code cannot be made at run time.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "Maker<T> has no constraints.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Maker<T> is constructed by name only here, and kept by the attribute below.")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(Maker<>))]
    internal static object Make(Type awaiter, Exception failure)
    {
        if (s_plain.TryGetValue(awaiter, out var make)) return make(failure);
        var maker = (Maker)Activator.CreateInstance(typeof(Maker<>).MakeGenericType(awaiter.GenericTypeArguments[0]))!;
        return s_generic[awaiter.GetGenericTypeDefinition()](maker, failure);
    }

    abstract class Maker
    {
        public abstract object Task(Exception failure);
        public abstract object ConfiguredTask(Exception failure);
        public abstract object ValueTask(Exception failure);
        public abstract object ConfiguredValueTask(Exception failure);
    }

    sealed class Maker<T> : Maker
    {
        public override object Task(Exception failure) => System.Threading.Tasks.Task.FromException<T>(failure).GetAwaiter();
        public override object ConfiguredTask(Exception failure) => System.Threading.Tasks.Task.FromException<T>(failure).ConfigureAwait(false).GetAwaiter();
        public override object ValueTask(Exception failure) => System.Threading.Tasks.ValueTask.FromException<T>(failure).GetAwaiter();
        public override object ConfiguredValueTask(Exception failure) => System.Threading.Tasks.ValueTask.FromException<T>(failure).ConfigureAwait(false).GetAwaiter();
    }
}
