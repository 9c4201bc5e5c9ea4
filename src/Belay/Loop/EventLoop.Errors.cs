namespace Belay;

public sealed partial class EventLoop
{
    /// <summary>
    /// Failures that nobody has looked at. Weak, so that the garbage collector may find them before the loop closes; but those that it has
    /// found and not yet reported are still here.
    /// </summary>
    List<WeakReference<WatchedFailure>> _unseen = [];

    int _unseenLimit = 64;

    /// <summary>Sees to it that somebody sees it.</summary>
    internal void Watch(WatchedFailure unseen)
    {
        if (_unseen.Count >= _unseenLimit)
        {
            _unseen.RemoveAll(entry => !entry.TryGetTarget(out var failure) || failure.IsSeen);
            _unseenLimit = Math.Max(64, _unseen.Count * 2);
        }
        _unseen.Add(new WeakReference<WatchedFailure>(unseen, trackResurrection: true));
    }

    void ReportUnseen()
    {
        foreach (var entry in _unseen)
            if (entry.TryGetTarget(out var unseen)) unseen.Report();
        _unseen = [];
    }

    /// <summary>Hands a failure that no one awaits to the error handler. A handler that throws itself is reported on stderr.</summary>
    internal void Report(string message, Exception? exception, Future? source)
    {
        message += Checks?.DescribeCreation(source);
        var error = new LoopError(message, exception, source);
        if (Options.ErrorHandler is { } handler)
        {
            try
            {
                handler(error);
                return;
            }
            catch (Exception failure) when (failure is not KeyboardInterruptException)
            {
                Console.Error.WriteLine("The error handler itself failed:");
                ErrorText.Write(Console.Error, failure);
            }
        }
        Console.Error.WriteLine(exception is null ? message : message + ":");
        if (exception is not null) ErrorText.Write(Console.Error, exception);
    }

    /// <summary>From the finalizer or from an operation that was left behind: on the loop's thread as long as there is one.</summary>
    internal void PostReportFromAnyThread(Action report)
    {
        if (_isClosed) report();
        else PostFromAnyThread(new Handle(this, report));
    }
}
