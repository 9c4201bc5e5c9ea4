namespace Belay;

public sealed partial class TaskGroup : ITaskOwner
{
    /// <summary>The body has ended, with a failure or without: waits for the children and throws what all came to.</summary>
    async Coro Leave(Exception? bodyFailure)
    {
        _exiting = true;
        if (_state == GroupState.Open) _state = GroupState.Exiting;
        if (bodyFailure is KeyboardInterruptException interrupt) _interrupt ??= interrupt;
        var cancellation = bodyFailure is not null && TaskStrand.Running.IsCancellation(bodyFailure) ? bodyFailure : null;
        if (bodyFailure is not null) Abort();
        if (cancellation is not null) bodyFailure = null;

        // Again and again, because the parent may be cancelled several times while it waits, once by this group itself.
        Exception? late = null;
        while (!_children.IsEmpty)
        {
            _allDone = new GroupExit(_loop, this);
            if (await ((Coro)_allDone).Caught() is { } interrupted)
            {
                late = interrupted;
                if (_state != GroupState.Aborting) cancellation = interrupted;
                Abort();
            }
            _allDone = null;
        }
        _state = GroupState.Finished;
        _children.Release();

        if (_interrupt is not null)
        {
            ReportDropped(bodyFailure);
            Rethrow.Now(_interrupt);
        }
        // What this group asked of its parent is taken back. If others have asked too, theirs must get through.
        if (_parentCancelled) cancellation = _parent.Uncancel() == 0 ? null : cancellation ?? late;
        if (cancellation is not null && _failures.Count == 0) Rethrow.Now(cancellation);
        if (bodyFailure is not null) _failures.Add(bodyFailure);
        if (_failures.Count == 0) return;
        if (_parent.Cancelling > 0)
        {
            // The failures go first; a cancellation from outside that was delivered here comes back at the parent's next await.
            _parent.Uncancel();
            _parent.CancelFrom(_hold);
        }
        throw new ExceptionGroup("unhandled errors in a TaskGroup", _failures);
    }

    /// <summary>Cancels the children, once.</summary>
    void Abort()
    {
        if (_state == GroupState.Aborting) return;
        _state = GroupState.Aborting;
        foreach (var child in LiveChildren) child.Cancel();
    }

    void CancelParent()
    {
        if (_parentCancelled) return;
        _parentCancelled = true;
        _parent.CancelFrom(_hold);
    }

    ref Successes ITaskOwner.Successes => ref _successes;

    void ITaskOwner.OnBegan(CoroTask child) => _children.Add(child);

    void ITaskOwner.OnBeginningOutOfTurn(CoroTask child) => _children.AddOutOfTurn(child);

    void ITaskOwner.OnSucceeded(int count) => Remove(count);

    void Remove(int count)
    {
        _children.Remove(count);
        if (_children.IsEmpty && _allDone is { IsDone: false } allDone) allDone.SetDone();
    }

    void ITaskOwner.OnEndedOtherwise(CoroTask child)
    {
        Remove(1);
        if (child.IsCancelled || child.SeeFailure() is not { } failure) return;
        _failures.Add(failure);
        if (failure is KeyboardInterruptException interrupt) _interrupt ??= interrupt;
        if (_state == GroupState.Aborting || _parentCancelled) return;
        Abort();
        CancelParent();
    }

    /// <summary>An interrupt leaves alone: what failed beside it would be lost.</summary>
    void ReportDropped(Exception? bodyFailure)
    {
        if (bodyFailure is not null) _failures.Add(bodyFailure);
        foreach (var failure in _failures)
            if (!ReferenceEquals(failure, _interrupt)) _loop.Report("A failure in a task group was dropped for an interrupt", failure, null);
    }
}
