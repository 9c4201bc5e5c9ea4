namespace Belay;

/// <summary>A connection of a server's, and the task that serves it.</summary>
internal sealed class ServedClient(Server server, Connection connection) : IDoneCallback
{
    internal Connection Connection => connection;

    internal CoroTask? Task { get; private set; }

    internal void Start(CoroTask task)
    {
        Task = task;
        task.AddCallback(this);
    }

    void IDoneCallback.OnDone(Future future)
    {
        // If it was cancelled before its first step, nothing of its own has run.
        connection.CloseNow();
        if (!future.IsCancelled && future.SeeFailure() is { } failure)
            server.Report($"The handler of a connection from {connection.RemoteEndPoint?.ToString() ?? "a Unix socket"} failed", failure, future);
        server.OnLeft(this);
    }
}
