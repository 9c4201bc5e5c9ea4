namespace Belay;

/// <summary>An <see cref="IDoneCallback"/> on its way, of a future that has other callbacks too.</summary>
internal sealed class DoneNotification(IDoneCallback callback, Future future) : IReady
{
    public void Run() => callback.OnDone(future);
}
