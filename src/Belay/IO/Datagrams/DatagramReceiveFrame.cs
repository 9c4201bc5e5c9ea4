namespace Belay;

/// <summary>A wait for a datagram.</summary>
internal sealed class DatagramReceiveFrame : WaiterFrame<Datagram>
{
    static readonly FrameType<DatagramReceiveFrame> s_type = new();

    DatagramReceiver _receiver = null!;

    internal static Coro<Datagram> Make(DatagramReceiver receiver)
    {
        var frame = s_type.TryRent() ?? new DatagramReceiveFrame();
        frame._receiver = receiver;
        return new Coro<Datagram>(frame, frame.Version);
    }

    internal override string Name => "DatagramEndpoint.ReceiveAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Begin()
    {
        if (_receiver.Loop != ((TaskStrand)Strand).Loop) SetException(Misuse.TwoLoops());
        else if (_receiver.Waiters.IsClaimed) SetException(Misuse.TwoReceivers());
        else GoOn();
    }

    private protected override void GoOn()
    {
        try
        {
            if (_receiver.TryReceive(out var datagram)) SetResult(datagram);
            else WaitIn(_receiver.Waiters);
        }
        catch (Exception failure)
        {
            SetException(failure);
        }
    }

    /// <summary>What has come stays for the next who asks.</summary>
    private protected override void GiveUp(bool wasWoken) { }

    internal override void Recycle()
    {
        _receiver = null!;
        Result = default;
        ReturnToPool();
    }
}
