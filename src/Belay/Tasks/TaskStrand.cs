using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A strand on a loop: takes steps from the ready queue, and is where a cancellation gets into a task.</summary>
internal sealed partial class TaskStrand(EventLoop loop) : Strand, IReady
{
    bool _cancelRequested;

    /// <summary>The task it waits for has succeeded, and its owner is to be told just before the next step.</summary>
    internal bool NewsToBring { get; set; }

    /// <summary>The last step ended at an await that is a mistake.</summary>
    bool _isMistaken;

    /// <summary>The message of the request, or what is wrong with that await: there are as many strands as tasks, so each field counts.</summary>
    object? _detail;

    string? Message => _detail as string;

    internal EventLoop Loop => loop;

    internal IStrandOwner? Owner { get; set; }

    /// <summary>The task that its code belongs to. Null in a bare callback.</summary>
    internal CoroTask? Task => Owner as CoroTask ?? Owner?.Task;

    /// <summary>The context that its steps run in.</summary>
    internal ExecutionContext? Context { get; set; }

    /// <summary>Its place in the <see cref="StrandRegistry"/>.</summary>
    internal int Index { get; set; }

    /// <summary>What keeps requests to cancel it back, if anything does.</summary>
    internal CancellationHold? Hold
    {
        get => Interop?.Hold;
        set => GetInterop().Hold = value;
    }

    /// <summary>The innermost one within which its code runs, be it on the strand of the code that awaits it.</summary>
    internal CancellationHold? InnermostHold => Hold ?? (Owner as Bridge)?.Outer?.Strand?.InnermostHold;

    internal override void Wake() => Loop.Enqueue(this);

    /// <summary>One step: resumes the innermost frame, and all that follows from it, up to the next wait.</summary>
    public void Run()
    {
        var wait = Wait;
        if (NewsToBring) BringNewsOf(Unsafe.As<CoroTask>(wait!));      // sound: a task has set it, and until now nothing ends that wait
        Loop.Enter(this, Context);
        object? injected = null;
        AwaiterSlot? slot = null;
        Wait = null;
        if (wait is OperationWait operation) injected = End(operation, out slot);
        else if (wait is not null && wait != YieldWait.Instance && wait.IsCancelled)
        {
            _cancelRequested = false;       // one exception for both
            injected = wait.TakeCancellation();
        }
        else if (_cancelRequested | _isMistaken) injected = TakeRequest();
        EndStep(Run(injected, slot));
    }

    void BringNewsOf(CoroTask awaited)
    {
        NewsToBring = false;
        awaited.TellOwner();
    }

    /// <summary>The rest of a first step, whose root has just been run.</summary>
    internal void EndFirstStep(Frame root) => EndStep(root.State == FrameState.Suspended ? GoOn(root) : root);

    /// <summary>Whether it was used in no way but that its owner's root was run: it may as well be another's.</summary>
    internal bool IsAsNew => Innermost is null && _detail is null && Interop is null && !_cancelRequested;

    void EndStep(Frame? root)
    {
        if (Loop.Leave() is { } context && !ReferenceEquals(context, Context)) Context = context;
        if (root is not null) Finish(root);
        else Park();
    }

    private protected override bool MayGoOn() => !_cancelRequested && Loop.TrySkipTurn();

    /// <summary>The step has ended at a wait.</summary>
    void Park()
    {
        if (Wait == YieldWait.Instance)
        {
            Wake();     // the way of Coro.Yield, short
            return;
        }
        Wait!.Begin(this);
        if (_cancelRequested && Wait!.Cancel(Message)) _cancelRequested = false;
    }

    /// <summary>The await it waits at is a mistake: it throws this in the next turn.</summary>
    internal void Fail(Exception failure)
    {
        (_isMistaken, _detail) = (true, failure);
        Wait = YieldWait.Instance;
        Wake();
    }

    /// <summary>As <see cref="RequestCancel"/>, unless requests are held back.</summary>
    internal void RequestCancelUnlessHeld(string? message)
    {
        if (Hold?.TryKeep(message) != true) RequestCancel(message);
    }

    /// <summary>Cancels what it waits for; if that cannot be, the request is kept for the next await.</summary>
    internal void RequestCancel(string? message)
    {
        if (Wait is { } wait && wait.Cancel(message)) return;
        KeepRequest(message);
    }

    /// <summary>Keeps the request for the next await.</summary>
    internal void KeepRequest(string? message)
    {
        _cancelRequested = true;
        if (!_isMistaken) _detail = message;
    }

    /// <summary>Takes it away from what it waits for, which does not know how to end the wait.</summary>
    internal void Interrupt(string? message)
    {
        KeepRequest(message);
        Wait = YieldWait.Instance;
        Wake();
    }

    /// <summary>The strand that runs, where a loop does.</summary>
    internal static TaskStrand Running => (TaskStrand)CurrentOrThrow;

    /// <summary>Whether a failure, an exception or an <see cref="UnseenCancellation"/>, means that this task is cancelled, and not that something else was.</summary>
    internal bool IsCancellation(object failure) =>
        UnseenCancellation.IsCancellation(failure) || failure is OperationCanceledException other && (Interop?.IsOwn(other) == true || Task?.Strand?.Interop?.IsOwn(other) == true);

    /// <summary>Whether its next step will begin with a cancellation.</summary>
    internal bool IsCancellationDue => _cancelRequested || Wait is { IsCancelled: true };

    private protected override void KeepRequest() => _cancelRequested = true;

    internal void DropRequest()
    {
        _cancelRequested = false;
        Hold?.Drop();
    }

    /// <summary>The request that is kept for the next await, if there is one: somebody else keeps it from now on.</summary>
    internal bool TakeKeptRequest(out string? message)
    {
        message = Message;
        var isRequested = _cancelRequested;
        _cancelRequested = false;
        return isRequested;
    }

    object TakeRequest()
    {
        _isMistaken = false;
        if (!_cancelRequested) return _detail!;
        _cancelRequested = false;
        return new UnseenCancellation(Message);
    }

    void Finish(Frame root)
    {
        var owner = Owner!;
        if (root.FailureAsItIs is null && !_cancelRequested && _detail is null && owner is CoroTask task && task != Loop.MainTask)
        {
            Loop.Return(this);
            task.OnSucceeded(root, null);
            return;
        }
        var end = new StrandEnd(_cancelRequested, Message, root.FailureAsItIs is { } failure && IsCancellation(failure), Context);
        Loop.Return(this);
        owner.OnFinished(root, end);
    }

    /// <summary>As if it had never been used.</summary>
    internal void Reset()
    {
        Owner = null;
        Wait = null;
        Innermost = null;
        Context = null;
        Interop = null;
        _detail = null;
        _cancelRequested = false;
        _isMistaken = false;
    }

    internal IReadOnlyList<CoroFrame> GetStack()
    {
        var stack = new List<CoroFrame>();
        if (Current == this) return stack;
        for (var frame = Innermost; frame is not null; frame = frame.Parent)
            if (frame.Position is var (type, state)) stack.Add(StateMachineNames.Describe(type, state));
        return stack;
    }
}
